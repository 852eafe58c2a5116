import { withCodes } from '../../../lambda/speech/codes';
import { markedParts } from '../../../lambda/speech/marks';
import { phrases } from '../../../lambda/speech/phrases';

const WAYS: Readonly<Record<string, string>> = {
  'say-as digits': 'digits',
  'say-as characters': 'spelled',
  'say-as telephone': 'phone',
};

/** A text with what is said in some way in brackets: "[digits: 4711]". */
export function bracketed(text: string): string {
  return markedParts(text)
    .map(({ name, text: part }) => (name === undefined ? part : `[${WAYS[name] ?? name}: ${part}]`))
    .join('');
}

/** Texts as they are heard, of which each is written without the brackets. */
export function areHeard(texts: readonly string[], locale = 'en-US'): void {
  const written = texts.map((text) => text.replace(/\[\w+: ([^\]]*)\]/g, '$1'));
  expect(written.map((text) => bracketed(withCodes(text, phrases(locale))))).toEqual(texts);
}
