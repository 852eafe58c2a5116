import type { Decision, Offered } from '../../../../lambda/conversation/answers/decision';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { byName } from '../../../../lambda/conversation/answers/naming';
import { type Prepared, prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { written } from '../corpus';
import { inLanguage } from '../in-language';
import { lexiconOf } from '../lexicon-of';

/**
 * What is said, what it comes to ("Tea + with milk", "which Tea | Coffee", and "together" where they were joined), and by which
 * rule, where that matters.
 */
export type Row = readonly [said: string, decision: string, rule?: string];

/** Answers by their offer: "Which one? Tea | Coffee", with a question or without. */
export type Table = Readonly<Record<string, readonly Row[]>>;

type Decide = (offered: Offered, said: string) => Decision | undefined;

/** The same table, with what the answers of it do come to. */
export function decided(table: Table, language = 'en'): Table {
  return withDecisions(table, (offered, said) => inLanguage.decide(language, offered, said));
}

/** What the names of options alone come to, with no other rule and nothing weighed; "nothing" where none is named. */
export function named(table: Table, language = 'en'): Table {
  const lexicon = lexiconOf(language);
  return withDecisions(table, (offered, said) => byName(hear(said, lexicon), prepareOffer(offered, lexicon), lexicon));
}

/** The same table, with what its answers come to by any way of deciding. */
export function withDecisions(table: Table, decide: Decide): Table {
  return Object.fromEntries(
    Object.entries(table).map(([offer, rows]) => [offer, rows.map((row) => rowOf(row, offeredBy(offer), decide))]),
  );
}

/** An offer, made ready to be matched. */
export function preparedOf(offer: string, language = 'en'): Prepared {
  return prepareOffer(offeredBy(offer), lexiconOf(language));
}

/** An offer as a table writes it. */
export function offeredBy(text: string): Offered {
  const [, question, labels = ''] = /^(?:(.*?[?？؟:]) )?(.*)$/su.exec(text) ?? [];
  const all = labels.split(' | ');
  return { labels: all, from: 0, to: all.length, ...(question !== undefined && { question }) };
}

function rowOf([said, , rule]: Row, offered: Offered, decide: Decide): Row {
  const decision = decide(offered, said);
  if (!decision) return [said, 'nothing'];
  const isJoined = decision.kind === 'which' && decision.isJoined === true;
  const comesTo = `${written(decision, offered)}${isJoined ? ' together' : ''}`;
  if (rule === undefined) return [said, comesTo];
  return [said, comesTo, 'rule' in decision ? decision.rule : ''];
}
