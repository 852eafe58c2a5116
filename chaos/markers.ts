/**
 * Words that stand in nothing but one utterance or message, so that whoever comes across one knows which. They are said
 * and written alike: no rendering has a reason to change them.
 */
export type MarkerKind = 'utterance' | 'reply' | 'agent';

const PREFIXES: Readonly<Record<MarkerKind, string>> = { utterance: 'za', reply: 've', agent: 'vi' };
const CONSONANTS = 'bdfgklmnprst';
const VOWELS = 'aeiou';
const SYLLABLES = CONSONANTS.length * VOWELS.length;
const LENGTH = 4;
const MARKERS = new RegExp(
  `\\b(?:${Object.values(PREFIXES).join('|')})(?:[${CONSONANTS}][${VOWELS}]){${LENGTH}}\\b`,
  'g',
);

/** The marker of a number, the same each time. Neighbours do not sound alike. */
export function markerOf(kind: MarkerKind, number: number): string {
  const all = SYLLABLES ** LENGTH;
  // Coprime to the number of all.
  let rest = (number * 7_654_321 + 1_234_567) % all;
  let word = PREFIXES[kind];
  for (let count = 0; count < LENGTH; count++) {
    const syllable = rest % SYLLABLES;
    rest = Math.floor(rest / SYLLABLES);
    word += `${CONSONANTS[syllable % CONSONANTS.length]}${VOWELS[Math.floor(syllable / CONSONANTS.length)]}`;
  }
  return word;
}

/** The markers in a text, in order. */
export function markersIn(text: string): string[] {
  return text.toLowerCase().match(MARKERS) ?? [];
}

export function isOfKind(kind: MarkerKind, marker: string): boolean {
  return marker.startsWith(PREFIXES[kind]);
}
