import type { Sender } from '../../lambda/conversation/message';
import { phrases } from '../../lambda/speech/phrases';
import { spokenUnread } from '../../lambda/speech/unread-messages';

const bot: Sender = { kind: 'bot' };
const team: Sender = { kind: 'agent' };
const rosa: Sender = { kind: 'agent', name: 'Rosa' };
const ben: Sender = { kind: 'agent', name: 'Ben' };
const all: Sender = { kind: 'broadcast' };

test.each<[said: string, senders: readonly Sender[], more?: boolean]>([
  ['One new message.', [bot]],
  ['One new message from the team.', [team]],
  ['One new message from Rosa.', [rosa]],
  ['One new announcement.', [all]],
  ['Two new messages from Rosa.', [rosa, rosa]],
  ['Three new messages from the team.', [team, team, team]],
  ['More than two new messages.', [rosa, rosa], true],
  ['Two new messages: one from Rosa and one from Ben.', [rosa, ben]],
  ['Three new messages: two from the assistant and one announcement.', [bot, all, bot]],
  ['Three new messages: one from Rosa, one from the team and one announcement.', [rosa, team, all]],
  // More senders are not told apart.
  ['Four new messages.', [rosa, ben, bot, all]],
])('%j is heard', (said, senders, more = false) => {
  expect(spokenUnread(senders, more, phrases('en-US'))).toBe(said);
});
