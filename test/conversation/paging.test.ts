import fc from 'fast-check';
import { cutPage, lengthInPages, pagesOf } from '../../lambda/conversation/paging';
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

/** A voice that says ten characters a second, and twenty seconds at once: a page has 200 characters. */
const tiny = { ...voice, pageSeconds: 20, seconds: (text: string) => text.length / 10, cost: () => 0 };
const filled = (length: number) => `A${'a'.repeat(length - 2)}.`;

describe('a page', () => {
  test('and a quarter of one more are read at once, and no more', () => {
    const fitting = [filled(200), filled(50)];
    expect(cutPage(fitting, tiny)).toEqual({ now: fitting, rest: [] });
    expect(cutPage([filled(200), filled(51)], tiny)).toEqual({ now: [filled(200)], rest: [filled(51)] });
    expect(cutPage([], tiny)).toEqual({ now: [], rest: [] });
  });

  test('holds whole paragraphs, and goes on with the sentences of the next that fit', () => {
    const next = [filled(60), filled(60), filled(60)].join(' ');
    const { now, rest } = cutPage([filled(100), next, filled(90)], tiny);
    expect(now).toEqual([filled(100), filled(60)]);
    expect(rest).toEqual([`${filled(60)} ${filled(60)}`, filled(90)]);
  });

  test('that is half full is not filled with a part of a sentence; an emptier one is', () => {
    const words = 'word '.repeat(80).trim();
    expect(cutPage([filled(100), words], tiny)).toEqual({ now: [filled(100)], rest: [words] });
    const { now, rest } = cutPage([filled(89), words], tiny);
    expect(now).toEqual([filled(89), 'word '.repeat(22).trim()]);
    expect(rest).toEqual(['word '.repeat(58).trim()]);
  });

  test('ends with no question: it goes with what answers it', () => {
    const question = 'Is there parking?';
    const answer = filled(240);
    expect(cutPage([filled(150), question, answer], tiny)).toEqual({ now: [filled(150)], rest: [question, answer] });
    const together = cutPage([`${filled(150)} ${question}`, answer], tiny);
    expect(together).toEqual({ now: [filled(150)], rest: [question, answer] });
    const within = cutPage([`${filled(150)} ${question} ${answer}`, 'The end.'], tiny);
    expect(within).toEqual({ now: [filled(150)], rest: [`${question} ${answer}`, 'The end.'] });
  });

  test('that is a question alone is said', () => {
    const question = `${'Is there any parking behind the house '.repeat(4)}for us?`;
    expect(cutPage([question, filled(240)], tiny)).toEqual({ now: [question], rest: [filled(240)] });
  });

  test('has room for so many characters of a reply, however fast they are said', () => {
    const fast = { ...voice, seconds: () => 0.001, cost: (text: string) => text.length };
    const { now, rest } = cutPage([filled(6000), filled(3000)], fast);
    expect([now, rest]).toEqual([[filled(6000)], [filled(3000)]]);
    expect(cutPage([filled(6000), filled(1500)], fast).rest).toEqual([]);
  });
});

test('a text is as long as it takes to say, or as the room that it takes, and one far too long as its characters', () => {
  expect(pagesOf(filled(50), tiny)).toBe(0.25);
  expect(pagesOf(filled(50), { ...tiny, cost: () => 3000 })).toBe(0.5);
  expect(pagesOf('x'.repeat(12_000), tiny)).toBe(60);
  expect(pagesOf('x'.repeat(12_001), tiny)).toBe(12_001 / 6000);
  expect(lengthInPages([filled(50), filled(50)], tiny)).toBe(0.5);
  expect(lengthInPages([], tiny)).toBe(0);
  expect(lengthInPages([filled(800), filled(200), filled(200)], tiny)).toBe(4);
  expect(lengthInPages([filled(600), filled(200), filled(200)], tiny)).toBe(4);
});
