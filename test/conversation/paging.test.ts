import fc from 'fast-check';
import { cutPage } from '../../lambda/conversation/paging';
import { voiceFor, voicesOf } from '../../lambda/speech/voice';

const voice = voiceFor('en-US');
const seconds = (paragraphs: readonly string[]) => paragraphs.reduce((sum, text) => sum + voice.seconds(text), 0);

/** All pages, until nothing is left. */
function pages(paragraphs: readonly string[]): (readonly string[])[] {
  const all: (readonly string[])[] = [];
  let rest = paragraphs;
  do {
    const page = cutPage(rest, voice);
    all.push(page.now);
    expect(page.now.length > 0 || rest.length === 0).toBe(true);
    rest = page.rest;
  } while (rest.length > 0);
  return all;
}

test('a text that a listener takes in at once is one page', () => {
  const text = ['Good morning.', 'We open at nine. '.repeat(25).trim()];
  expect(pages(text)).toEqual([text]);
});

test('a longer text is cut after a sentence', () => {
  const text = Array.from({ length: 120 }, (_, index) => `Sentence ${index} has a few words.`).join(' ');
  const all = pages([text]);
  expect(all.length).toBeGreaterThan(1);
  for (const page of all) expect(page.join(' ')).toMatch(/\.$/);
});

test('a sentence that fills several pages is cut between words', () => {
  const words = Array.from({ length: 1000 }, (_, index) => `word${index}`);
  const all = pages([words.join(' ')]);
  expect(all.flat().join(' ').split(' ')).toEqual(words);
});

test('a word that fills several pages is cut between characters, none of them broken', () => {
  const word = '\u{20BB7}&'.repeat(3000);
  const all = pages([word]);
  expect(all.flat().join('')).toBe(word);
  expect(all.flat().every((piece) => piece.isWellFormed())).toBe(true);
});

test('for any text: every character is on a page, in order, and no page is long', () => {
  const word = fc.stringMatching(/^[\p{L}\p{N}&<'.,!?]{1,30}$/u);
  const paragraph = fc.array(word, { minLength: 1, maxLength: 300 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 20 }), (paragraphs) => {
      const all = pages(paragraphs);
      // A sentence may end within what stands between two spaces: "yes!no".
      const signs = (texts: readonly string[]) => texts.join('').replace(/ /g, '');
      expect(signs(all.flat())).toBe(signs(paragraphs));
      for (const page of all) expect(seconds(page)).toBeLessThanOrEqual(50);
    }),
    { numRuns: 60 },
  );
});

test('a page is as long as a person listens', () => {
  const text = Array.from({ length: 120 }, (_, index) => `Sentence ${index} has a few words.`).join(' ');
  const [first = []] = pages([text]);
  expect(seconds(first)).toBeGreaterThan(35);
  expect(seconds(first)).toBeLessThanOrEqual(40);
  const slow = voicesOf({ pageSeconds: 80 })('en-US');
  expect(cutPage([text], slow).now.join(' ').length).toBeGreaterThan(1.8 * first.join(' ').length);
});

test('digits take longer than letters', () => {
  expect(voice.seconds('4711 4711 4711')).toBeGreaterThan(2 * voice.seconds('four four four'));
});

test('a page fits into a reply, however fast it is said', () => {
  const fast = voicesOf({ pageSeconds: 600 })('en-US');
  const text = ['It\'s <b> & "so"! '.repeat(4000)];
  const { now } = cutPage(text, fast);
  expect(now.reduce((sum, paragraph) => sum + voice.cost(paragraph), 0)).toBeLessThanOrEqual(6000);
});

test('a text is cut in the same places whether or not more follows', () => {
  const text = Array.from({ length: 400 }, (_, index) => `Dr. No says ${index} words, e.g. "Mr. Bond!" and more.`);
  const [first] = pages([text.slice(0, 60).join(' ')]);
  expect(pages([text.join(' ')])[0]).toEqual(first);
});
