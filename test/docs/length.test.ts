import { PAGES, textOf } from './pages';

/** Nobody reads further in one go. */
const MOST_LINES = 200;

/** Why a page may be longer. */
const REASONS: Readonly<Record<string, string>> = {
  'CHANGELOG.md': 'a list that grows with each release, read from the top',
  'docs/architecture.md':
    'the one page that has the words, the rooms and the contracts: whoever builds looks up all of them in it',
  'docs/certify.md': 'generated: one row for each rule, looked up by its id',
  'docs/commands.md': 'generated: each command and option, as --help says it',
  'docs/deploy-self-hosted.md':
    'the road from an empty server to a skill that is kept running, walked once from its top to its end',
  'docs/reliability.md': 'the lists of what is broken on purpose, looked up by name',
};

const LONG = PAGES.filter((page) => textOf(page).trimEnd().split('\n').length > MOST_LINES);

test('a page of more than 200 lines has a reason', () => {
  expect(LONG.filter((page) => !(page in REASONS))).toEqual([]);
});

test('no reason is left of a page that is short by now', () => {
  expect(Object.keys(REASONS).filter((page) => !LONG.includes(page) && page !== 'CHANGELOG.md')).toEqual([]);
});
