import type { QuestionKind } from './decision';
import { asSaid, type Heard, is } from './heard';
import { CLASS, FILLER, type Lexicon } from './lexicon';
import { createPhrases, type Phrases, phraseAt } from './phrases';

type Sense = 'yes' | 'no' | 'agreement' | 'refusal' | 'neither';

/** Yes and no in sentences, by kind of question. */
export type Polarities = Readonly<Record<QuestionKind, Phrases<Sense>>>;

export interface Polar {
  readonly value: 'yes' | 'no';
  /** Where what was said beyond it begins; the number of tokens where nothing was. */
  readonly rest: number;
}

export function createPolarities({ language: { polarity }, tokenize }: Lexicon): Polarities {
  const tree = (kind: QuestionKind) =>
    createPhrases<Sense>(
      [
        ['agreement', polarity.more[kind].yes],
        ['refusal', polarity.more[kind].no],
        ['yes', polarity.yes],
        ['no', polarity.no],
        ['neither', polarity.neither],
        ['refusal', polarity.refusal],
        ['agreement', polarity.agreement],
      ],
      (text) => tokenize(text).texts,
    );
  return {
    confirmation: tree('confirmation'),
    offer: tree('offer'),
    'anything-else': tree('anything-else'),
    'go-on': tree('go-on'),
    delete: tree('delete'),
  };
}

/** The yes or no that an utterance begins with, or takes back what it began with for. */
export function readPolarity(heard: Heard, phrases: Phrases<Sense>, known: ReadonlySet<string>): Polar | undefined {
  let value: 'yes' | 'no' | undefined;
  let rest = 0;
  let isLed = false;
  let negated = false;
  for (let at = 0; at < heard.texts.length; ) {
    const found = phraseAt(phrases, heard.texts, at);
    if (found?.meaning === 'neither') return undefined;
    if (found) {
      const said = found.meaning === 'yes' || found.meaning === 'agreement' ? 'yes' : 'no';
      const sense = negated && found.meaning === 'agreement' ? 'no' : said;
      const isWord = found.meaning === 'yes' || found.meaning === 'no';
      if (value === undefined) value = sense;
      else if (isChange(heard, at) && sense !== value) value = sense;
      else if (!isLed && isWord) value = sense;
      isLed ||= isWord;
      at = found.to;
      rest = at;
      negated = false;
      continue;
    }
    if (is(heard, at, CLASS.negators)) negated = true;
    else if (!isIgnored(heard, at, known)) break;
    at++;
    if (value !== undefined) rest = at;
  }
  return value && { value, rest: restFrom(heard, rest, known) };
}

/** Whether a change of mind stands right before: "no wait yes". */
function isChange(heard: Heard, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    if (is(heard, before, CLASS.corrections) && !is(heard, before, CLASS.negators)) return true;
    if (!is(heard, before, CLASS.hesitations | CLASS.light)) return false;
  }
  return false;
}

function isIgnored(heard: Heard, token: number, known: ReadonlySet<string>): boolean {
  return (
    is(heard, token, FILLER | CLASS.approvals | CLASS.being | CLASS.statements) || known.has(heard.stems[token] ?? '')
  );
}

function restFrom(heard: Heard, from: number, known: ReadonlySet<string>): number {
  for (let token = from; token < heard.texts.length; token++) if (!isIgnored(heard, token, known)) return from;
  return heard.texts.length;
}

/** What was said beyond a yes or no, in the person's words. */
export function restOf(heard: Heard, { rest }: Polar): string {
  let from = rest;
  while (is(heard, from, CLASS.courtesies | CLASS.hesitations)) from++;
  if (is(heard, from, CLASS.joiners)) from++;
  let to = heard.texts.length;
  while (to > from && is(heard, to - 1, CLASS.courtesies)) to--;
  return asSaid(heard, from, to);
}
