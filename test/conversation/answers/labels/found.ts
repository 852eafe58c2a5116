import { type Evidence, findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { type Heard, hear } from '../../../../lambda/conversation/answers/heard';
import { lexiconOf } from '../lexicon-of';
import { preparedOf } from './table';

/**
 * What of the labels of an offer was said, label by label: "Log In: log (in) = log in" are the words that say something of it,
 * those that only are among its words, and which of its words they are.
 */
export type Found = Readonly<Record<string, readonly (readonly [said: string, found: string])[]>>;

/** The same table, with what is found. */
export function found(table: Found, language = 'en'): Found {
  const lexicon = lexiconOf(language);
  return Object.fromEntries(
    Object.entries(table).map(([offer, rows]) => {
      const prepared = preparedOf(offer, language);
      return [
        offer,
        rows.map(([said]) => {
          const heard = hear(said, lexicon);
          return [said, written(heard, findEvidence(heard, prepared, lexicon), offer)];
        }),
      ];
    }),
  );
}

/** In words. */
export function written({ texts }: Heard, evidence: Evidence, offer: string): string {
  const labels = offer.replace(/^.*?[?？] /, '').split(' | ');
  const wordsOf = (tokens: ReadonlySet<number>, words: readonly string[]) =>
    [...tokens]
      .sort((one, other) => one - other)
      .map((token) => words[token])
      .join(' ');
  return [...evidence.values()]
    .map(({ label, content, light, items }) => {
      const besides = light.size > 0 ? ` (${wordsOf(light, texts)})` : '';
      const own = label.items.map(({ text }) => text);
      return `${labels[label.index]}: ${wordsOf(content, texts)}${besides} = ${wordsOf(items, own)}`;
    })
    .join(' | ');
}
