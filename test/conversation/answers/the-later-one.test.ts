import { engineOf } from './engine-of';

/** Of two times the one that is later, and what puts all of it off. */
const ROWS: readonly (readonly [language: string, chosen: readonly string[], putOff: readonly string[]])[] = [
  [
    'en',
    ['the later one please', 'the later', 'later one', 'the later slot'],
    ['later', 'maybe later', 'later please'],
  ],
  ['de', ['das spätere bitte', 'den späteren'], []],
  ['fr', ['le plus tard', 'celui de plus tard'], ['plus tard']],
  ['es', ['el de más tarde', 'la de más tarde por favor'], []],
  ['it', ['quello più tardi', 'il più tardi'], ['più tardi']],
  ['nl', ['de latere', 'de latere graag'], []],
  ['pt', ['o mais tarde', 'o de mais tarde'], ['mais tarde']],
];

test.each(ROWS)('in %s, the later of two is no refusal', (language, chosen, putOff) => {
  const engine = engineOf(language);
  for (const kind of ['anything-else', 'confirmation'] as const) {
    const meant = (said: string) => engine.yesNo(said, kind);
    expect(chosen.filter((said) => meant(said) !== undefined)).toEqual([]);
    expect(putOff.filter((said) => meant(said) !== 'no')).toEqual([]);
  }
});
