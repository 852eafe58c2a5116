import type { Sender } from '../conversation/message';
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
  if (first && tallies.length === 1 && !more) {
    return sentenceCase(words.counted(`unread.all-${first.kind}`, senders.length, named(first, words)), words);
  }
  const list = words.listed(
    tallies.map((party) => spokenTally(party, words)),
    'and',
  );
  const key = more ? 'unread.lots' : tallies.length > MOST_SENDERS ? 'unread.several' : 'unread.several_listed';
  return sentenceCase(words.counted(key, senders.length, { values: { list } }), words);
}

function partyOf({ kind, name = '' }: Sender): string {
  return kind === 'agent' ? `agent ${name}` : kind;
}

function spokenTally(party: readonly Sender[], words: Phrases): string {
  const [sender] = party;
  return sender ? words.counted(`unread.${sender.kind}`, party.length, named(sender, words)) : '';
}

function named({ kind, name }: Sender, words: Phrases): PhraseOptions {
  const said = kind === 'agent' && name ? spokenName(name, LONGEST_SENDER, words) : '';
  return said ? { context: 'named', values: { name: said } } : {};
}
