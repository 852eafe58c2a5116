import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** So many entries a list has at least: whoever adds many raises it. Fewer means that some were removed, which no list may be. */
const LEAST: readonly (readonly [list: string, entry: RegExp, least: number])[] = [
  ['answers/en', /^.+ -> .+$/gm, 7494],
  ['asking/ar.tsv', /^(?!kind\t).+$/gm, 83],
  ['asking/de.tsv', /^(?!kind\t).+$/gm, 67],
  ['asking/en.tsv', /^(?!text\t|kind\t).+$/gm, 842],
  ['asking/es.tsv', /^(?!kind\t).+$/gm, 6],
  ['asking/hi.tsv', /^(?!kind\t).+$/gm, 41],
  ['asking/it.tsv', /^(?!kind\t).+$/gm, 5],
  ['asking/ja.tsv', /^(?!kind\t).+$/gm, 70],
  ['asking/nl.tsv', /^(?!kind\t).+$/gm, 66],
  ['asking/pt.tsv', /^(?!kind\t).+$/gm, 3],
  ['bot-texts/en.tsv', /^(?!kind\t).+$/gm, 939],
  ['commands/ar.tsv', /^(?!command\t).+$/gm, 135],
  ['commands/de.tsv', /^(?!command\t).+$/gm, 157],
  ['commands/en.tsv', /^(?!command\t).+$/gm, 639],
  ['commands/es.tsv', /^(?!command\t).+$/gm, 138],
  ['commands/fr.tsv', /^(?!command\t).+$/gm, 98],
  ['commands/hi.tsv', /^(?!command\t).+$/gm, 176],
  ['commands/it.tsv', /^(?!command\t).+$/gm, 98],
  ['commands/ja.tsv', /^(?!command\t).+$/gm, 60],
  ['commands/nl.tsv', /^(?!command\t).+$/gm, 155],
  ['commands/pt.tsv', /^(?!command\t).+$/gm, 138],
  ['for-the-bot/ar.tsv', /^(?!utterance\t).+$/gm, 23],
  ['for-the-bot/de.tsv', /^(?!utterance\t).+$/gm, 28],
  ['for-the-bot/en.tsv', /^(?!utterance\t).+$/gm, 528],
  ['for-the-bot/es.tsv', /^(?!utterance\t).+$/gm, 24],
  ['for-the-bot/fr.tsv', /^(?!utterance\t).+$/gm, 26],
  ['for-the-bot/hi.tsv', /^(?!utterance\t).+$/gm, 32],
  ['for-the-bot/it.tsv', /^(?!utterance\t).+$/gm, 26],
  ['for-the-bot/ja.tsv', /^(?!utterance\t).+$/gm, 26],
  ['for-the-bot/nl.tsv', /^(?!utterance\t).+$/gm, 27],
  ['for-the-bot/pt.tsv', /^(?!utterance\t).+$/gm, 24],
  ['heard/ar', /^\{.+$/gm, 516],
  ['heard/de', /^\{.+$/gm, 426],
  ['heard/en', /^\{.+$/gm, 5963],
  ['heard/es', /^\{.+$/gm, 311],
  ['heard/fr', /^\{.+$/gm, 251],
  ['heard/hi', /^\{.+$/gm, 551],
  ['heard/it', /^\{.+$/gm, 251],
  ['heard/ja', /^\{.+$/gm, 732],
  ['heard/nl', /^\{.+$/gm, 398],
  ['heard/pt', /^\{.+$/gm, 310],
  ['messages/ar', /^\|/gm, 50],
  ['messages/de', /^\|/gm, 48],
  ['messages/en', /^\|/gm, 2274],
  ['messages/es', /^\|/gm, 48],
  ['messages/fr', /^\|/gm, 52],
  ['messages/hi', /^\|/gm, 62],
  ['messages/it', /^\|/gm, 49],
  ['messages/ja', /^\|/gm, 84],
  ['messages/nl', /^\|/gm, 58],
  ['messages/pt', /^\|/gm, 50],
  ['numbers/ar.tsv', /^(?!said\t).+$/gm, 98],
  ['numbers/de.tsv', /^(?!said\t).+$/gm, 82],
  ['numbers/en.tsv', /^(?!said\t).+$/gm, 422],
  ['numbers/es.tsv', /^(?!said\t).+$/gm, 79],
  ['numbers/fr.tsv', /^(?!said\t).+$/gm, 81],
  ['numbers/hi.tsv', /^(?!said\t).+$/gm, 84],
  ['numbers/it.tsv', /^(?!said\t).+$/gm, 78],
  ['numbers/ja.tsv', /^(?!said\t).+$/gm, 77],
  ['numbers/nl.tsv', /^(?!said\t).+$/gm, 74],
  ['numbers/pt.tsv', /^(?!said\t).+$/gm, 77],
  ['one-shots', /^(?!utterance\t|said\t).+$/gm, 2706],
  ['yes-no/en.tsv', /^(?!question-kind\t).+$/gm, 545],
  ['yes-no/hi.tsv', /^(?!question-kind\t).+$/gm, 66],
  ['yes-no/ja.tsv', /^(?!question-kind\t).+$/gm, 57],
];

test.each(LEAST)('the list %s only grows', (list, entry, least) => {
  expect(textsOf(list).join('\n').match(entry)?.length).toBeGreaterThanOrEqual(least);
});

test('every list of the corpus has a least size', () => {
  const listed = new Set(LEAST.map(([list]) => list.split('/')[0]));
  const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([]);
});

/** The texts of a file, or of all files of a folder. */
function textsOf(list: string): readonly string[] {
  const path = join(__dirname, list);
  if (/\.\w+$/.test(list)) return [readFileSync(path, 'utf8')];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
}
