import type { Offered } from '../../../../lambda/conversation/answers/decision';
import { written } from '../corpus';
import { inLanguage } from '../in-language';

/** What is said, what it comes to ("Tea + with milk", "which Tea | Coffee"), and by which rule, where that matters. */
export type Row = readonly [said: string, decision: string, rule?: string];

/** Answers by their offer: "Which one? Tea | Coffee", with a question or without. */
export type Table = Readonly<Record<string, readonly Row[]>>;

/** The same table, with what the answers of it do come to. */
export function decided(table: Table, language = 'en'): Table {
  return Object.fromEntries(
    Object.entries(table).map(([offer, rows]) => [offer, rows.map((row) => rowOf(row, offeredBy(offer), language))]),
  );
}

function offeredBy(text: string): Offered {
  const [, question, labels = ''] = /^(?:(.*?[?？؟:]) )?(.*)$/su.exec(text) ?? [];
  const all = labels.split(' | ');
  return { labels: all, from: 0, to: all.length, ...(question !== undefined && { question }) };
}

function rowOf([said, , rule]: Row, offered: Offered, language: string): Row {
  const decision = inLanguage.decide(language, offered, said);
  const comesTo = written(decision, offered);
  if (rule === undefined) return [said, comesTo];
  return [said, comesTo, 'rule' in decision ? decision.rule : ''];
}
