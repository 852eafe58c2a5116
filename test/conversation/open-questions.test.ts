import type { Message } from '../../lambda/conversation/message';
import { isAnswer, isClosed, scriptAnswer, settledBy, settleOldest } from '../../lambda/conversation/open-questions';
import type { Outgoing } from '../../lambda/conversation/outbox';
import type { Platform, Thread } from '../../lambda/conversation/ports/platform';
import type { Unread } from '../../lambda/conversation/ports/store';
import { unreadMessages } from '../../lambda/conversation/unread-messages';
import { botMessage, scriptedPlatform } from '../support/talk';

const { platform } = scriptedPlatform(() => []);
const named: Platform = { ...platform, threadId: (thread) => (thread as { readonly id?: string }).id };
const item = (message: Partial<Message> = {}, ref = 'a'): Unread => ({
  ref,
  item: { kind: 'message', message: { ...botMessage('Hello.'), ...message } },
});
const closed = (thread?: string): Unread => ({ ref: 'c', item: { kind: 'closed', at: 0, ...(thread && { thread }) } });
const sent = (id: string, heard?: readonly string[]): Outgoing => ({
  ...{ id, input: { kind: 'text', text: id }, saidAt: 1, sentAt: 1, state: 'sent' },
  ...(heard && { heard }),
});
const queued: Outgoing = { id: 'waits', input: { kind: 'text', text: 'x' }, saidAt: 2, state: 'queued' };
const from = { kind: 'broadcast' } as const;
const script = { kind: 'script' } as const;

test.each<[string, readonly Unread[], Thread | undefined, Platform, boolean]>([
  ['by a word of its end', [item(), closed()], { id: 'one' }, named, true],
  ['by that of this thread', [closed('one')], { id: 'one' }, named, true],
  ['not by that of an older one', [closed('old')], { id: 'one' }, named, false],
  ['by any, where threads have no name', [closed('old')], { id: 'one' }, platform, true],
  ['by any, where there is no thread', [closed('old')], undefined, named, true],
  ['not by a message', [item()], { id: 'one' }, named, false],
  ['not by nothing', [], { id: 'one' }, named, false],
])('a conversation has ended %s', (_how, items, thread, by, isOver) => {
  expect(isClosed(items, thread, by)).toBe(isOver);
});

test('a message of the bot or a person is an answer, and so is the end; an announcement is none', () => {
  expect([item(), item({ from: { kind: 'agent' } }), closed(), item({ from })].map(isAnswer)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test.each<[string, readonly Unread[], boolean, readonly string[]]>([
  ['the oldest thing that was sent', [item()], false, ['two', 'waits']],
  ['all of it, where the platform takes one thing at a time', [item()], true, ['waits']],
  ['nothing, where it is an announcement', [item({ from })], false, ['one', 'two', 'waits']],
  ['nothing, where it is the end', [closed()], false, ['one', 'two', 'waits']],
  ['nothing, where nothing came', [], true, ['one', 'two', 'waits']],
])('a message answers %s', (_what, items, oneAtATime, left) => {
  const box = [sent('one'), sent('two'), queued];
  expect(settledBy(box, items, { ...platform, oneAtATime })(box).map(({ id }) => id)).toEqual(left);
});

test('what was there before something was sent does not answer it', () => {
  const box = [sent('one', ['a']), sent('two', ['b'])];
  expect(settledBy(box, [item({}, 'a')], platform)(box).map(({ id }) => id)).toEqual(['one']);
  expect(settledBy(box, [item({}, 'a'), item({}, 'b')], { ...platform, oneAtATime: true })(box)).toEqual([]);
  expect(settleOldest(box, false)([...box, queued]).map(({ id }) => id)).toEqual(['two', 'waits']);
});

test('the last message may want a script run', () => {
  expect(scriptAnswer([item(), item({ inputRequest: script }), closed()])).toEqual({
    kind: 'answer',
    inputRequest: script,
    text: '',
  });
  expect(scriptAnswer([item({ inputRequest: script }), item()])).toBeUndefined();
  expect(scriptAnswer([item({ inputRequest: { kind: 'date' } })])).toBeUndefined();
  expect(scriptAnswer([closed()])).toBeUndefined();
  expect(scriptAnswer([])).toBeUndefined();
});

test('messages that wait are told with each who sent them once, in their order', () => {
  const rosa = { kind: 'agent', id: '7', name: 'Rosa' } as const;
  const items = [item({ from: rosa, id: '1' }), closed(), item({ from, id: '2' }), item({ from: rosa, id: '3' })];
  const { messages, senders } = unreadMessages({ turns: 1, said: [], rest: [], outbox: [] }, items);
  expect([messages.map(({ id }) => id), senders]).toEqual([
    ['1', '2', '3'],
    [rosa, from],
  ]);
});
