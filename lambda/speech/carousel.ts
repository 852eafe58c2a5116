import type { Card, Message } from '../conversation/message';
import { closed } from './line/punctuation';
import { secondsOf } from './pace';
import type { Phrases } from './phrases';
import { EAST_ASIAN_ENDS, SPACED_ENDS } from './sentence-marks';
import { spokenName } from './spoken-text';

/** Fewer are heard whole. */
const LEAST_CARDS = 3;
/** So long is listened to before one of them is to be picked. */
const MOST_SECONDS = 10;
const LONGEST_TITLE = 120;
/** Of so many the names are heard again. */
const MOST_NAMED = 5;
/** Of a name and what it is: so many are tried. */
const MOST_CLAUSES = [2, 3, 4, 5];
/** The end of the first of several clauses. */
const CLAUSE = new RegExp(String.raw`[${SPACED_ENDS};,:؛،](?=\s)|[${EAST_ASIAN_ENDS}；、，：]|\s[–—-]\s`, 'u');

/** Whether cards to pick from are told of by what they are called and little more; all of them stands in the app. */
export function areShort(cards: readonly Card[], { pace }: Phrases): boolean {
  if (cards.length < LEAST_CARDS || !cards.every(({ title, choices }) => title && choices.length > 0)) return false;
  const seconds = cards.reduce((sum, { title, text = '' }) => sum + secondsOf(`${title} ${text}`, pace), 0);
  // What is a little longer is not worth a look at the app.
  return seconds > MOST_SECONDS * 1.5;
}

/** What is heard of each such card: its name, and what it is where that is said in a breath. */
export function shortCards(cards: readonly (readonly string[])[], { pace }: Phrases): readonly string[] {
  const most = MOST_SECONDS / cards.length;
  return cards.map(([said = '', ...others]) => {
    const all = [said, ...others].join(' ');
    if (secondsOf(all, pace) <= most) return all;
    const fitting = MOST_CLAUSES.map((count) => upTo(all, count)).filter((text) => secondsOf(text, pace) <= most);
    return closed(fitting.at(-1) ?? upTo(said, 1));
  });
}

/** A text up to the end of one of its first clauses. */
function upTo(text: string, clauses: number): string {
  let at = 0;
  for (let count = 0; count < clauses; count += 1) {
    const end = CLAUSE.exec(text.slice(at));
    if (!end) return text;
    at += end.index + 1;
  }
  return text.slice(0, at).replace(/[;,:؛،；、，：\s–—-]+$/u, '');
}

/** What the cards of a reply are called, as a sentence for who has not answered. */
export function namedCards(messages: readonly Message[], words: Phrases): readonly string[] {
  const titles = messages.flatMap(({ cards }) => cards.filter(({ choices }) => choices.length > 0));
  const names = titles.map(({ title = '' }) => spokenName(title, LONGEST_TITLE, words)).filter((name) => name !== '');
  if (names.length < 2 || names.length > MOST_NAMED) return [];
  return [words.say('offer.cards', { values: { labels: words.listed(names, 'and') } })];
}
