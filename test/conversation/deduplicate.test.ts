import { deduplicateItems, deduplicateMessages, recordDelivered } from '../../lambda/conversation/deduplicate';
import type { Message } from '../../lambda/conversation/message';
import { botMessage } from '../support/talk';

const NOW = 1_790_000_000_000;
const TWO_MINUTES = 120_000;
const told = (channel: Message['channel'], text: string, at = NOW): Message => ({
  ...botMessage(text),
  sentAt: at,
  channel,
});
const inline = (text: string, at?: number) => told('inline', text, at);
const event = (text: string, at?: number) => told('event', text, at);
const heard = (...messages: readonly Message[]) => recordDelivered('', messages, NOW);

test('what one channel brings behind the other is heard once', () => {
  const messages = [inline('Yes.'), event('Yes.'), event('No.')];
  expect(deduplicateMessages(messages, '').fresh).toEqual([messages[0], messages[2]]);
});

test('an event accounts for the answer that was heard, and the same answer to the next question is heard', () => {
  const again = inline('Yes.');
  const { fresh, delivered } = deduplicateMessages([event('Yes.'), again], heard(inline('Yes.')));
  expect(fresh).toEqual([again]);
  expect(delivered).toBe('');
});

test('what is new leaves it known what was heard before', () => {
  const news = event('We close at six.');
  const { fresh, delivered } = deduplicateMessages([news, event('Yes.')], heard(inline('No.'), inline('Yes.')));
  expect(fresh).toEqual([news]);
  expect(delivered).toEqual(heard(inline('No.')));
});

test('the same words twice by one channel are heard twice', () => {
  const messages = [inline('Yes.'), inline('Yes.')];
  expect(deduplicateMessages(messages, '').fresh).toEqual(messages);
  expect(deduplicateMessages(messages, heard(inline('Yes.'))).fresh).toEqual(messages);
});

test('what waits in the inbox is not heard again that was heard', () => {
  const items = [event('Yes.'), event('No.')].map((message, at) => ({
    ref: `${at}`,
    item: { kind: 'message', message } as const,
  }));
  expect(deduplicateItems(items, heard(inline('Yes.'))).fresh).toEqual([items[1]]);
});

test.each<[string, Partial<Message>, Partial<Message>]>([
  ['another choice', { choices: [{ label: 'North' }] }, { choices: [{ label: 'South' }] }],
  ['another picture', { media: [{ kind: 'image', title: 'North' }] }, { media: [{ kind: 'image', title: 'South' }] }],
  ['a film in place of a picture', { media: [{ kind: 'image' }] }, { media: [{ kind: 'video' }] }],
  ['another card', { cards: [{ title: 'North', choices: [] }] }, { cards: [{ title: 'South', choices: [] }] }],
  [
    'a card with another text',
    { cards: [{ title: 'A', text: '1', choices: [] }] },
    { cards: [{ title: 'A', text: '2', choices: [] }] },
  ],
])('the same words with %s are no repetition', (_what, one, other) => {
  const told = heard({ ...inline('Here.'), ...one });
  expect(deduplicateMessages([{ ...event('Here.'), ...other }], told).fresh).toHaveLength(1);
  expect(deduplicateMessages([{ ...event('Here.'), ...one }], told).fresh).toHaveLength(0);
});

test('an address that each channel signs anew makes no other picture', () => {
  const picture = (url: string) => ({ media: [{ kind: 'image', title: 'North', url }] }) as const;
  const told = heard({ ...inline('Here.'), ...picture('https://shop.example/a') });
  expect(deduplicateMessages([{ ...event('Here.'), ...picture('https://shop.example/b') }], told).fresh).toEqual([]);
});

test('the end of the conversation is nothing that was heard', () => {
  const end = { ref: '1', item: { kind: 'closed', at: NOW } } as const;
  expect(deduplicateItems([end], heard(inline('Yes.'))).fresh).toEqual([end]);
});

test.each([
  [TWO_MINUTES - 1, 0],
  [-(TWO_MINUTES - 1), 0],
  [TWO_MINUTES, 1],
  [-TWO_MINUTES, 1],
])('the same words by the other channel, %i ms later, are heard %i times more', (ms, times) => {
  expect(deduplicateMessages([event('Yes.', NOW + ms)], heard(inline('Yes.'))).fresh).toHaveLength(times);
});

test('what was heard is remembered for two minutes', () => {
  const before = heard(inline('Yes.'));
  expect(recordDelivered(before, [], NOW + TWO_MINUTES - 1)).toEqual(before);
  expect(recordDelivered(before, [], NOW + TWO_MINUTES)).toBe('');
});

test('of very much that was heard the newest is remembered', () => {
  const messages = Array.from({ length: 51 }, (_, at) => inline(`Sentence ${at}.`));
  const [first, ...others] = messages.map(({ text = '' }) => event(text));
  expect(deduplicateMessages([first, ...others] as Message[], heard(...messages)).fresh).toEqual([first]);
});

test('what comes by no channel of two is neither remembered nor taken for a repetition', () => {
  const message = { ...botMessage('Yes.'), sentAt: NOW };
  expect(heard(message)).toBe('');
  expect(deduplicateMessages([message, message], heard(inline('Yes.'))).fresh).toEqual([message, message]);
});
