import { NEW_CONVERSATION } from '../../lambda/conversation/conversation';
import type { Unread } from '../../lambda/conversation/ports/store';
import { monthOf, visitOf } from '../../lambda/conversation/visit';
import { botMessage } from '../support/talk';

const found = { isNewSession: true, month: '2026-11', unread: [], isSubscribed: true };
const known = { ...NEW_CONVERSATION, turns: 3, visited: '2026-11' };

const waits = (from: 'bot' | 'agent'): Unread => ({
  ref: '1',
  item: {
    kind: 'message',
    message: { ...botMessage('Hello'), from: from === 'bot' ? { kind: 'bot' } : { kind: 'agent', name: 'Rosa' } },
  },
});

test('who was never here is new, and of the month', () => {
  expect(visitOf(NEW_CONVERSATION, found)).toMatchObject({ isNewUser: true, isFirstOfMonth: true });
});

test('who was here is not counted again in the month, but in the next', () => {
  expect(visitOf(known, found)).toMatchObject({ isNewUser: false, isFirstOfMonth: false });
  expect(visitOf(known, { ...found, month: '2026-12' })).toMatchObject({ isNewUser: false, isFirstOfMonth: true });
});

test('a session follows a notification where something of a person waits, for who takes notifications', () => {
  const isFollowing = (more: object) => visitOf(known, { ...found, ...more }).isFollowing;
  expect(isFollowing({ unread: [waits('agent')] })).toBe(true);
  expect(isFollowing({ unread: [waits('bot')] })).toBe(false);
  expect(isFollowing({ unread: [waits('agent')], isSubscribed: false })).toBe(false);
  expect(isFollowing({ unread: [waits('agent')], isNewSession: false })).toBe(false);
  expect(isFollowing({ unread: [{ ref: '1', item: { kind: 'closed', at: 1 } }] })).toBe(false);
});

test('a month is one of UTC', () => {
  expect(monthOf(Date.UTC(2026, 10, 30, 23, 59, 59, 999))).toBe('2026-11');
  expect(monthOf(Date.UTC(2026, 11, 1))).toBe('2026-12');
});
