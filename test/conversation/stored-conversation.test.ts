import { deduplicateMessages, recordDelivered } from '../../lambda/conversation/deduplicate';
import { fromStored, toStored } from '../../lambda/conversation/stored-conversation';
import { botMessage } from '../support/talk';

const AT = 1_790_000_000_000;
const spoken = { ...botMessage('We open at nine.'), sentAt: AT, channel: 'inline' } as const;

test('a message that an older document says was spoken is not heard again by the other channel', () => {
  // sha256 of what was said, as 0.1.0 and the first versioned documents kept it.
  const fingerprint = recordDelivered([], [spoken], AT)[0]?.slice(1, 17);
  for (const stored of [
    { turns: 1, said: [], rest: [], told: [{ print: fingerprint, road: 'inline', at: AT }] },
    { v: 1, turns: 1, said: [], rest: [], outbox: [], delivered: [{ fingerprint, channel: 'inline', at: AT }] },
  ]) {
    const { delivered = [] } = fromStored(stored);
    const again = { ...spoken, channel: 'event', sentAt: AT + 900 } as const;
    expect(deduplicateMessages([again], delivered)).toEqual({ fresh: [], delivered: [] });
    expect(deduplicateMessages([spoken], delivered).fresh).toEqual([spoken]);
  }
});

test('what was spoken is known again after it was stored', () => {
  const conversation = { turns: 1, said: [], rest: [], outbox: [], delivered: recordDelivered([], [spoken], AT) };
  expect(fromStored(JSON.parse(JSON.stringify(toStored(conversation))))).toEqual(conversation);
});
