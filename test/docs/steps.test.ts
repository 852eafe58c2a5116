import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, ROOT, textOf } from './pages';

/** The pages that lead through something, step by step. */
const GUIDES = [
  'README.md',
  'docs/getting-started.md',
  'docs/docker.md',
  'docs/publishing.md',
  ...PAGES.filter((page) => /^docs\/(deploy-[\w-]+|platforms\/\w+)\.md$|^examples\//.test(page)),
];
/** What stands behind a step: who has done it. A reader does not see it. */
const MARK = /<!-- (run by|by hand|not done): ([^>]+?) -->/g;
/** What nobody had who wrote these pages. */
const WANTING = [
  'needs an Amazon account',
  "needs an account of the vendor's",
  'needs an AWS account',
  'needs a server on the internet',
  'needs a machine with Docker',
  'needs an Echo',
];

interface Step {
  readonly page: string;
  readonly number: number;
  readonly text: string;
}

/** The numbered steps of a page, each with all that is indented below it. */
function stepsOf(page: string): readonly (readonly Step[])[] {
  const lists: Step[][] = [];
  let list: Step[] | undefined;
  for (const line of textOf(page).split('\n')) {
    const [, number] = /^(\d+)\. /.exec(line) ?? [];
    const last = list?.at(-1);
    if (number !== undefined) {
      if (!list) {
        list = [];
        lists.push(list);
      }
      list.push({ page, number: Number(number), text: line });
    } else if (list && last && (line === '' || line.startsWith('  '))) {
      list[list.length - 1] = { ...last, text: `${last.text}\n${line}` };
    } else list = undefined;
  }
  return lists;
}

const README = textOf('README.md');
const LISTS = GUIDES.flatMap(stepsOf);
const STEPS = LISTS.flat();

test('the guides have steps', () => {
  expect(new Set(STEPS.map(({ page }) => page)).size).toBeGreaterThan(7);
  expect(STEPS.length).toBeGreaterThan(60);
});

test('every list of steps counts from one', () => {
  const wrong = LISTS.filter((list) => list.some(({ number }, at) => number !== at + 1));
  expect(wrong.map(([first]) => first)).toEqual([]);
});

test('every step says who has done it', () => {
  expect(STEPS.flatMap((step) => faultsOf(step).map((fault) => `${step.page}, ${step.number}: ${fault}`))).toEqual([]);
});

test('a command that a step shows is one of the test that is said to run it', () => {
  const strange = STEPS.flatMap(({ page, number, text }) => {
    const files = [...text.matchAll(/<!-- run by: ([^>]+?) -->/g)].flatMap(([, names = '']) => names.split(', '));
    const tests = files.map(textOf).join('\n');
    const shown = [...text.matchAll(/npx aloud ([a-z][a-z-]*)/g)].map(([, command = '']) => command);
    const others = files.length === 0 ? [] : shown.filter((command) => !new RegExp(`\\b${command}\\b`).test(tests));
    return others.map((command) => `${page}, ${number}: ${command}`);
  });
  expect(strange).toEqual([]);
});

test('the two commands of the README are two', () => {
  const [, block = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(README) ?? [];
  expect(block.trim().split('\n')).toEqual(['npm ci', 'npm start']);
});

test('the README opens with a sentence, the picture and the two commands, then what it costs', () => {
  const [, before = ''] = /^# Aloud\n([\s\S]*?)^npm start$/m.exec(README) ?? [];
  const prose = before
    .replace(/^\[!\[CI\].*$/m, '')
    .replace(/^!\[.*$/m, '')
    .replace(/```sh\nnpm ci\n/, '')
    .trim();
  expect(prose.match(/\.(\s|$)/g)).toHaveLength(1);
  expect(before).toContain('(docs/images/demo.png)');
  expect(README.split('\nnpm start\n```\n')[1]?.trim().split('\n\n')[0]).toContain('(docs/cost.md)');
});

function faultsOf({ text }: Step): readonly string[] {
  const marks = [...text.matchAll(MARK)];
  if (marks.length === 0) return ['nobody'];
  return marks.flatMap(([, how = '', what = '']) => faultOf(how, what) ?? []);
}

function faultOf(how: string, what: string): string | undefined {
  switch (how) {
    case 'run by': {
      const missing = what.split(', ').filter((file) => !file.endsWith('.test.ts') || !existsSync(join(ROOT, file)));
      return missing.length > 0 ? `there is no ${missing.join(', ')}` : undefined;
    }
    case 'by hand':
      return /^\d{4}-\d\d-\d\d$/.test(what) && !Number.isNaN(Date.parse(what)) ? undefined : `${what} is no date`;
    default:
      return WANTING.includes(what) ? undefined : `${what} is no reason`;
  }
}
