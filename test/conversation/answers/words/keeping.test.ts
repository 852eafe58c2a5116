import { isShort, isWord, kept, keptAlike, ofText, ownText } from '../../../../lambda/conversation/answers/kept';
import { once } from '../../../../lambda/conversation/answers/once';
import {
  CLASSES,
  FIRST_SIGN,
  KIND_SLOTS,
  KINDS,
  MARKS,
  nameOf,
  OWN,
  OWN_SIGNS,
  PLACES,
  SIGNS,
  SLOTS,
  signOf,
} from '../../../../lambda/conversation/answers/sign-names';

/** What a function that keeps is called with, one after the other, and which of it is made anew. */
function madeOf<Input>(keep: (make: (input: Input) => Input) => (input: Input) => Input, inputs: readonly Input[]) {
  const made: Input[] = [];
  const known = keep((input) => {
    made.push(input);
    return input;
  });
  for (const input of inputs) expect(known(input)).toEqual(input);
  return made;
}

describe('what is made of texts that come again and again', () => {
  const inThree = (make: (text: string) => string) => kept(make, 3, (text) => text !== 'story');

  test.each<[title: string, texts: string[], made: string[]]>([
    ['is made once', ['tea', 'milk', 'tea', 'milk'], ['tea', 'milk']],
    ['is made again where it is not worth keeping', ['story', 'tea', 'story'], ['story', 'tea', 'story']],
    ['is kept for so many', ['a', 'b', 'c', 'a', 'b', 'c'], ['a', 'b', 'c']],
    ['is forgotten with one more', ['a', 'b', 'c', 'd', 'a', 'd'], ['a', 'b', 'c', 'd', 'a']],
  ])('%s', (_, texts, made) => {
    expect(madeOf(inThree, texts)).toEqual(made);
  });

  test('is made once even where it is nothing', () => {
    let times = 0;
    const known = kept(() => void times++, 3, isWord);
    for (const text of ['tea', 'tea']) expect(known(text)).toBeUndefined();
    expect(times).toBe(1);
  });

  test.each([
    [300, 1],
    [301, 2],
  ])('a text of %i characters is asked for %i times of two', (length, times) => {
    const text = 'a'.repeat(length);
    expect(madeOf<string>(ofText, [text, text])).toHaveLength(times);
    expect(isShort(text)).toBe(times === 1);
  });

  test('a hundred texts are kept', () => {
    const texts = Array.from({ length: 100 }, (_, at) => `text ${at}`);
    expect(madeOf<string>(ofText, [...texts, ...texts])).toEqual(texts);
    expect(madeOf<string>(ofText, [...texts, 'one more', 'text 0'])).toEqual([...texts, 'one more', 'text 0']);
  });

  test.each([
    [40, true],
    [41, false],
  ])('%i characters may be a word: %s', (length, may) => {
    expect(isWord('a'.repeat(length))).toBe(may);
  });

  test.each(['', 'a', ' tea ', '日本'])('a text by itself is the same: %j', (text) => {
    expect(ownText(text)).toBe(text);
  });
});

describe('what is made of large inputs', () => {
  interface Offer {
    readonly name: string;
    readonly labels: readonly string[];
  }
  const keep = (make: (offer: Offer) => Offer) =>
    keptAlike<Offer, Offer>(
      make,
      6,
      ({ name }) => name,
      (one, other) => one.labels.join() === other.labels.join(),
      ({ labels }) => labels.length,
      ({ name, labels }) => ({ name, labels: [...labels] }),
    );
  const offer = (name: string, ...labels: string[]): Offer => ({ name, labels });

  test.each<[title: string, offers: Offer[], made: number[]]>([
    ['is made once', [offer('Drinks?', 'tea'), offer('Drinks?', 'tea')], [0]],
    [
      'is told apart by more than its name',
      [offer('Drinks?', 'tea'), offer('Drinks?', 'milk'), offer('Drinks?', 'tea'), offer('Drinks?', 'milk')],
      [0, 1],
    ],
    ['is told apart by its name', [offer('Drinks?', 'tea'), offer('Hot?', 'tea'), offer('Hot?', 'tea')], [0, 1]],
    [
      'is kept up to a size',
      [offer('a', '1', '2', '3'), offer('b', '1', '2', '3'), offer('a', '1', '2', '3'), offer('b', '1', '2', '3')],
      [0, 1],
    ],
    [
      'is forgotten beyond it, but for the last',
      [
        offer('a', '1', '2', '3'),
        offer('b', '1', '2', '3', '4'),
        offer('b', '1', '2', '3', '4'),
        offer('a', '1', '2', '3'),
        offer('c', '1', '2', '3'),
        offer('a', '1', '2', '3'),
      ],
      [0, 1, 3, 4],
    ],
  ])('%s', (_, offers, made) => {
    expect(madeOf(keep, offers)).toEqual(made.map((at) => offers[at]));
  });
});

test('a value is made when it is first asked for, and once', () => {
  const made: string[] = [];
  const tea = once(() => made.push('tea'));
  const nothing = once(() => void made.push('nothing'));
  expect(made).toEqual([]);
  expect([tea(), tea(), nothing(), nothing()]).toEqual([1, 1, undefined, undefined]);
  expect(made).toEqual(['tea', 'nothing']);
});

describe('signs around an option', () => {
  test.each<[place: string, name: string, sign: number]>([
    ['itself', 'whole', 0],
    ['itself', 'tie', 1],
    ['first', 'light', SLOTS],
    ['first', 'carriers', SLOTS + 1],
    ['first', 'objects*', SLOTS + CLASSES.length],
    ['second', 'generic', 2 * SLOTS + CLASSES.length + MARKS.length],
    ['behind', 'option', SIGNS - 1],
  ])('%s, %s is number %i', (place, name, sign) => {
    expect(signOf(place, name)).toBe(sign);
    expect(nameOf(sign)).toEqual([place, name]);
  });

  test.each([
    ['first', 'whole'],
    ['itself', 'light'],
    ['first', 'objects'],
    ['nowhere', 'light'],
    ['behind', ''],
  ])('%s, %s is none', (place, name) => {
    expect(signOf(place, name)).toBe(-1);
  });

  test('every name has a number of its own', () => {
    const names = [...CLASSES, ...MARKS.map((mark) => `${mark}*`), ...KINDS];
    const all = PLACES.flatMap((place) =>
      (place === 'itself' ? [...OWN] : names).map((name) => [place, name] as const),
    );
    expect(all.map(([place, name]) => nameOf(signOf(place, name)))).toEqual(all);
    expect(new Set(all.map(([place, name]) => signOf(place, name))).size).toBe(all.length);
  });

  test('numbers without a name have none', () => {
    expect(nameOf(OWN.length)).toEqual(['itself', '']);
    expect(nameOf(SIGNS)).toEqual(['itself', 'whole']);
  });

  test('a place begins at its first sign, and kinds follow classes and marks', () => {
    expect(PLACES.map((place) => FIRST_SIGN[place])).toEqual(PLACES.map((_, at) => at * SLOTS));
    expect(KINDS.map((kind) => FIRST_SIGN.last + KIND_SLOTS[kind])).toEqual(KINDS.map((kind) => signOf('last', kind)));
    expect(OWN.map((own) => OWN_SIGNS[own])).toEqual(OWN.map((own) => signOf('itself', own)));
    expect(OWN.length).toBeLessThanOrEqual(SLOTS);
  });
});
