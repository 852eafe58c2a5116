import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DRAWN, LARGEST, MEASURED, PICTURES } from '../../scripts/pictures/list';
import { screenOf } from '../../scripts/pictures/screen';
import { svgOf } from '../../scripts/pictures/svg';
import { PAGES, ROOT } from './pages';

const FOLDER = join(ROOT, 'docs/images');
const NAMES = Object.keys(PICTURES);
const ESC = '\u001b';

/** What is shown after all that was written, without its looks. */
const shown = (written: string, cols = 40) =>
  screenOf(written, cols).map((spans) => spans.map(({ text }) => text).join(''));

test('the pictures are those that the script makes and the benchmarks draw, and one drawn by hand', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...NAMES, ...MEASURED, ...DRAWN].sort());
});

test.each([...NAMES, ...MEASURED])('%s is small, and shown on a page with what it shows in words', (name) => {
  expect(statSync(join(FOLDER, name)).size).toBeLessThan(LARGEST);
  const showing = PAGES.filter((page) => readFileSync(join(ROOT, page), 'utf8').includes(`images/${name})`));
  expect(showing.length).toBeGreaterThan(0);
  for (const page of showing) {
    expect(readFileSync(join(ROOT, page), 'utf8')).toMatch(new RegExp(`!\\[[^\\]]{20,}\\]\\([^)]*images/${name}\\)`));
  }
});

test('a terminal wraps, moves and erases', () => {
  expect(shown('one\r\ntwo')).toEqual(['one', 'two']);
  expect(shown('abcdef', 4)).toEqual(['abcd', 'ef']);
  expect(shown(`a question?${ESC}[?25l\r\n> yes${ESC}[1A\r${ESC}[Jasked`)).toEqual(['asked']);
  expect(shown(`left${ESC}[4Dr${ESC}[K`)).toEqual(['r']);
  expect(shown(`${ESC}]0;a title\u0007words${ESC}[3G${ESC}[1Bbelow`)).toEqual(['words', '  below']);
});

test('a picture keeps colours, columns and what is markup elsewhere', () => {
  const lines = screenOf(`${ESC}[31mbad${ESC}[39m  <it> & ${ESC}[1mbold${ESC}[0m plain`, 40);
  const svg = svgOf(lines, 40, 'A line');
  expect(svg).toContain('<title>A line</title>');
  expect(svg).toMatch(/fill="#\w{6}">bad</);
  expect(svg).toContain('>&lt;it&gt;\u00a0&amp;<');
  expect(svg).toContain(' font-weight="bold">bold<');
  expect(svg.match(/textLength/g)).toHaveLength(4);
});
