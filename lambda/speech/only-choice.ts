import { memoize } from './memoize';
import type { Phrases } from './phrases';

/** The question whether the only choice is wanted, as one would ask a person: "Would you like to talk to an agent?" */
export function onlyChoice(label: string, words: Phrases): string {
  const form = formOf(label, words);
  const said = form === 'reply' ? label : inSentence(label, words);
  return words.say('offer.only', { context: form, values: { label: said } });
}

/** A label without the comma behind its yes, which is not heard: "Yes, book it". */
export function withoutComma(label: string, words: Phrases): string {
  return label.replace(formsOf(words).polar, '$1 ');
}

const formsOf = memoize(({ understood }: Phrases) => {
  const { replies, actions, yours, polar } = understood.labels;
  return {
    polar: new RegExp(polar, 'iu'),
    replies: replies.map((pattern) => new RegExp(pattern, 'iu')),
    actions: actions.map((pattern) => new RegExp(pattern, 'iu')),
    yours: yours.map(([pattern = '', said = '']) => [new RegExp(pattern, 'giu'), said] as const),
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
  const begun = isAction
    ? label.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase(words.language))
    : label;
  return formsOf(words).yours.reduce((text, [pattern, said]) => text.replace(pattern, said), begun);
}
