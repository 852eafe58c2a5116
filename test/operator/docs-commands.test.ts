import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../operator/commands';
import { read } from '../../operator/main';
import { projectRoot } from '../../simulator/root';
import { screenOfTest } from '../support/screen';

const ROOT = projectRoot();
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'examples/rivescript/README.md',
  'examples/direct-line/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const NAMES = new Set(COMMANDS.map(({ name }) => name));

/** The commands that a page shows: in a line of a block, or between backticks. */
function commandsOn(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const found = text.matchAll(/(?:^\s*(?:\$ )?|`|&& )((?:npx aloud|npm run) [^`\n]+)/gm);
  return [...found].map(([, line = '']) => line.split(/ (?:&&|#|\|)|\s{2,}/)[0]?.trim() ?? '');
}

const SHOWN = PAGES.flatMap((page) => commandsOn(page).map((line) => [page, line] as const));

test('the pages show some', () => {
  expect(SHOWN.length).toBeGreaterThan(40);
});

test.each(SHOWN.filter(([, line]) => line.startsWith('npx aloud ')))('%s: %s is understood', (_page, line) => {
  expectUnderstood(wordsOf(line).slice(2));
});

test.each(SHOWN.filter(([, line]) => line.startsWith('npm run ')))('%s: %s is there', (_page, line) => {
  const [, , script = '', dashes, ...rest] = wordsOf(line);
  expect(scripts).toHaveProperty([script]);
  // What a script of a command of `aloud` is given, it is given.
  if (NAMES.has(script) && dashes === '--' && !rest.includes('…')) expectUnderstood([script, ...rest]);
});

function expectUnderstood(words: readonly string[]): void {
  const { screen, err } = screenOfTest();
  const typed = read(words, screen);
  expect(err()).toBe('');
  expect('name' in typed || typed.exit === 0).toBe(true);
}

/** As a shell takes them apart; what stands in angle brackets is one word. */
function wordsOf(line: string): string[] {
  return (line.match(/"[^"]*"|'[^']*'|<[^>]*>|\S+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, ''));
}
