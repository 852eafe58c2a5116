import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { PAGES, proseOf, ROOT } from './pages';

/** `[words](where)`, `![words](where)` and `<a href>`; a title behind the address is left out. */
const LINK = /\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|(?:href|src)="([^"]+)"/g;
/** What GitHub shows of a repository beside its files: named from the page that the README is on. */
const OF_GITHUB = /^\.\.\/\.\.\/(?:actions\/(workflows\/[\w-]+\.yml)|issues|security|releases|discussions)\b/;

const LINKS = PAGES.flatMap((page) =>
  [...proseOf(page).matchAll(LINK)].map(([, one, other]) => ({ page, where: one ?? other ?? '' })),
);
const RELATIVE = LINKS.filter(({ where }) => !/^[a-z]+:/i.test(where));

test('the pages have links', () => {
  expect(RELATIVE.length).toBeGreaterThan(100);
});

test('every link leads to a file, and to a heading of it', () => {
  expect(RELATIVE.flatMap(({ page, where }) => faultOf(page, where))).toEqual([]);
});

test('every other link is an https address, or one of this machine while the demo runs', () => {
  const others = LINKS.filter(({ where }) => /^[a-z]+:/i.test(where)).map(({ where }) => where);
  expect(
    others.filter((where) => !URL.canParse(where) || !/^https:\/\/|^http:\/\/localhost\b|^mailto:/.test(where)),
  ).toEqual([]);
});

function faultOf(page: string, where: string): readonly string[] {
  const github = OF_GITHUB.exec(where);
  if (github) return github[1] && !existsSync(join(ROOT, '.github', github[1])) ? [`${page}: no ${github[1]}`] : [];
  const [path = '', anchor] = where.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
  const file = join(ROOT, target);
  if (target.startsWith('..') || !existsSync(file)) return [`${page}: ${where} is nowhere`];
  if (anchor === undefined || statSync(file).isDirectory() || !target.endsWith('.md')) return [];
  return anchorsOf(target).has(anchor) ? [] : [`${page}: ${where} is no heading`];
}

/** The anchors of a page, as GitHub makes them of headings: the same heading again gets a number. */
function anchorsOf(page: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const headings = proseOf(page).matchAll(/^#{1,6} +(.+?) *#*$/gm);
  return new Set(
    [...headings].map(([, heading = '']) => {
      const anchor = anchorOf(heading);
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
}

function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');
}
