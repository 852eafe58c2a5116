import type { Sender } from '../conversation/message';
import { listed } from './lists';
import { spelled } from './numbers/spelled';
import type { PhraseOptions, Phrases } from './phrases';
import { sentenceCase, spokenName } from './spoken-text';

const LONGEST_SENDER = 60;
/** More are not told apart. */
const MOST_SENDERS = 3;

/** "Two new messages: one from Rosa, one announcement." One sender for each message; `more`: there are others. */
export function spokenUnread(senders: readonly Sender[], more: boolean, words: Phrases): string {
  const [first] = senders;
  if (senders.length === 1 && first) return words.say(`unread.only-${first.kind}`, named(first, words));
  const parties = new Map<string, Sender[]>();
  for (const sender of senders) parties.set(partyOf(sender), [...(parties.get(partyOf(sender)) ?? []), sender]);
  const tallies = [...parties.values()];
  const count = spelled(senders.length, words);
  if (first && tallies.length === 1 && !more) {
    const { values, ...context } = named(first, words);
    return sentenceCase(words.say(`unread.all-${first.kind}`, { ...context, values: { ...values, count } }), words);
  }
  const list = listed(
    tallies.map((party) => spokenTally(party, words)),
    'and',
    words,
  );
  const options = more || tallies.length > MOST_SENDERS ? {} : ({ context: 'listed' } as const);
  const said = words.say(more ? 'unread.lots' : 'unread.several', {
    ...options,
    values: { count, list },
  });
  return sentenceCase(said, words);
}

function partyOf({ kind, name = '' }: Sender): string {
  return kind === 'agent' ? `agent ${name}` : kind;
}

function spokenTally(party: readonly Sender[], words: Phrases): string {
  const [sender] = party;
  if (!sender) return '';
  const { values, context = party.length === 1 ? 'one' : undefined } = named(sender, words);
  const count = spelled(party.length, words);
  return words.say(`unread.${sender.kind}`, { ...(context && { context }), values: { ...values, count } });
}

function named({ kind, name }: Sender, words: Phrases): PhraseOptions {
  const said = kind === 'agent' && name ? spokenName(name, LONGEST_SENDER, words) : '';
  return said ? { context: 'named', values: { name: said } } : {};
}
