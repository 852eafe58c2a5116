import type { Phrases } from './phrases';
import { perWords, wordPattern } from './word-patterns';

/** The question whether the only choice is wanted, as one would ask a person: "Would you like to talk to an agent?" */
export function onlyChoice(label: string, words: Phrases): string {
  const way = wayIn(label, words);
  if (way !== undefined) return words.say('offer.only', { context: 'action', values: { label: way } });
  const form = formOf(label, words);
  const said = form === 'reply' ? label : inSentence(label, words);
  return words.say('offer.only', { context: form, values: { label: said } });
}

/** Whether it is a yes or no alone, which nobody is asked whether they want. */
export function isBare(label: string, words: Phrases): boolean {
  return formsOf(words).bare.test(label.trim());
}

/** Whether a label is what the user says of themselves: "I'm here". */
export function isOwn(label: string, words: Phrases): boolean {
  return formsOf(words).own.test(label);
}

/** A way through the chat, as something to do. */
function wayIn(label: string, words: Phrases): string | undefined {
  const way = formsOf(words).ways.find(([pattern]) => pattern.test(label.trim()));
  return way && ofTheirs(label.trim().replace(way[0], way[1]), words);
}

/** A label without the comma behind its yes, which is not heard: "Yes, book it". */
export function withoutComma(label: string, words: Phrases): string {
  return label.replace(formsOf(words).polar, '$1 ');
}

const formsOf = perWords(({ understood, script }) => {
  const { replies, actions, yours, polar, ways, bare, own, lowered } = understood.labels;
  return {
    polar: wordPattern(polar, 'iu', script),
    bare: wordPattern(bare, 'iu', script),
    own: wordPattern(own, 'u', script),
    lowered: wordPattern(lowered, 'u', script),
    ways: ways.map(([pattern = '', said = '']) => [wordPattern(pattern, 'iu', script), said] as const),
    replies: replies.map((pattern) => wordPattern(pattern, 'iu', script)),
    actions: actions.map((pattern) => wordPattern(pattern, 'iu', script)),
    yours: yours.map(([pattern = '', said = '']) => [wordPattern(pattern, 'giu', script), said] as const),
  };
});

/** What a label is: something to do, the user's own words, or the name of a thing. */
function formOf(label: string, words: Phrases): 'reply' | 'action' | undefined {
  const { replies, actions } = formsOf(words);
  if (replies.some((pattern) => pattern.test(label))) return 'reply';
  return actions.some((pattern) => pattern.test(label)) ? 'action' : undefined;
}

/** A label as part of a question of ours: "my order" is the user's, and what is to be done begins with a small letter. */
function inSentence(label: string, words: Phrases): string {
  const isAction = formOf(label, words) === 'action';
  const begun =
    isAction || formsOf(words).lowered.test(label)
      ? label.replace(/^\p{Lu}(?=\p{Ll}| )/u, (letter) => letter.toLocaleLowerCase(words.language))
      : label;
  return ofTheirs(begun, words);
}

function ofTheirs(label: string, words: Phrases): string {
  return formsOf(words).yours.reduce((text, [pattern, said]) => text.replace(pattern, said), label);
}
