import type { InputRequest } from '../../../lambda/conversation/message';
import type { Resource } from '../../../lambda/languages/resource';
import { toldOnceWhere, whereShown } from '../../../lambda/speech/in-app';
import { formFields, spokenInputRequest } from '../../../lambda/speech/input-request';
import { createListing } from '../../../lambda/speech/list-marking';
import { listing } from '../../../lambda/speech/listing';
import { LISTED, UNLISTED, withoutListing } from '../../../lambda/speech/listing-marks';
import { phrases } from '../../../lambda/speech/phrases';
import { message } from '../messages';

const en = phrases('en-US');

describe('an input request', () => {
  test('says what it asks for and how to answer it', () => {
    const rows: readonly (readonly [InputRequest['kind'], string | undefined])[] = [
      ['date', 'Just tell me the day and the time.'],
      ['email', 'Tell me your email address.'],
      ['phone', 'Tell me your phone number.'],
      ['file', "It asks for a file, which I can't send by voice. Just go on in your own words."],
      ['location', 'It asks where you are. Just tell me the place.'],
      ['number', 'Tell me a number.'],
      ['form', 'This is a form. Tell me in your own words what it asks for.'],
      ['script', undefined],
    ];
    expect(rows.map(([kind]) => [kind, spokenInputRequest({ kind }, en)])).toEqual(rows);
  });

  test('names the bounds of a number', () => {
    const rows: readonly (readonly [min: number | undefined, max: number | undefined, heard: string])[] = [
      [1, 6, 'Tell me a number from 1 to 6.'],
      [-5, 5, 'Tell me a number from -5 to 5.'],
      [0, 2500, 'Tell me a number from 0 to 2500.'],
      [1.5, 9.75, 'Tell me a number from 1.5 to 9.75.'],
      [18, undefined, 'Tell me a number, 18 or more.'],
      [0, undefined, 'Tell me a number, 0 or more.'],
      [undefined, 8, 'Tell me a number, 8 or less.'],
      [undefined, 0, 'Tell me a number, 0 or less.'],
      // Bounds that bound nothing.
      [6, 6, 'Tell me a number.'],
      [6, 1, 'Tell me a number.'],
      [1, 1e9, 'Tell me a number from 1 to 1000000000.'],
      [1, 1e9 + 1, 'Tell me a number.'],
      [1, Number.POSITIVE_INFINITY, 'Tell me a number.'],
      [-1e9, 0, 'Tell me a number from -1000000000 to 0.'],
      [-2147483648, 8, 'Tell me a number.'],
      [-2147483648, 2147483647, 'Tell me a number.'],
      [Number.NaN, undefined, 'Tell me a number.'],
    ];
    const bounds = (min?: number, max?: number) => ({
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    });
    const said = rows.map(([min, max]) => [min, max, spokenInputRequest({ kind: 'number', ...bounds(min, max) }, en)]);
    expect(said).toEqual(rows);
  });

  test('names the first fields of a form', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, at) => `Guest ${at + 1}`);
    const rows: readonly (readonly [fields: readonly string[], heard: string])[] = [
      [['Name'], 'This is a form. It asks for Name. Tell me in your own words.'],
      [['**Name:**', ' ', '🙂', 'Email'], 'This is a form. It asks for Name and Email. Tell me in your own words.'],
      [[' '], 'This is a form. Tell me in your own words what it asks for.'],
      [
        fields(6),
        'This is a form. It asks for Guest 1, Guest 2, Guest 3, Guest 4, Guest 5 and Guest 6. Tell me in your own words.',
      ],
      [
        fields(7),
        'This is a form. It asks for Guest 1, Guest 2, Guest 3, Guest 4, Guest 5, Guest 6 and more. Tell me in your own words.',
      ],
      [
        ['Name of the person who travels with you to the island this Friday'],
        'This is a form. It asks for Name of the person who travels with you to the island this. Tell me in your own words.',
      ],
    ];
    expect(rows.map(([all]) => [all, spokenInputRequest({ kind: 'form', fields: all }, en)])).toEqual(rows);
    expect(formFields({ kind: 'form' }, en)).toEqual([]);
    expect(formFields({ kind: 'form', fields: fields(60) }, en)).toEqual(fields(50));
  });
});

describe('a list', () => {
  /** Lines with whether they are entries, and the entry behind a line that is none. */
  type Line = readonly [heard: string, isEntry: boolean, entry?: string];

  function marked(lines: readonly Line[]): readonly Line[] {
    const listed = createListing(en);
    return lines.map(([heard, isEntry, entry]) => {
      const line = heard.replace(/^\[\w\] /, '');
      const said = listed(line, entry === undefined ? { isEntry } : { isEntry, entry });
      const shown = said.replace(LISTED, '[L] ').replace(UNLISTED, '[U] ');
      return entry === undefined ? [shown, isEntry] : [shown, isEntry, entry];
    });
  }

  test.each<readonly Line[]>([
    [
      ['Bring:', false, 'Your name'],
      ['[L] Your name', true],
      ['[L] Tea', true],
      ['[U] We open at nine.', false],
      ['Bye', false],
    ],
    [
      ['Tea', true],
      ['[L] Your name', true],
      ['[L] Coffee', true],
      ['[U] Your name', false],
    ],
    // The name of a list, which would be taken for what is asked only with a full stop.
    [
      ['[L] Your phone number.', false, 'Mint tea'],
      ['[L] Mint tea', true],
      ['[U] Bye', false],
    ],
    [
      ['Your phone number:', false, '20 GB'],
      ['20 GB', true],
      ['Bye', false],
    ],
    [
      ['Please tell us', false, 'Your name'],
      ['[L] Your name', true],
    ],
    [
      ['Your phone number.', false],
      ['Bye', false],
    ],
    [
      ['Opening hours', false, 'Monday'],
      ['Monday', true],
      ['Bye', false],
    ],
  ])('marks its entries only where one would err without it: %j …', (...lines) => {
    expect(marked(lines)).toEqual(lines);
  });

  test('is said without its marks', () => {
    expect(withoutListing(`Bring: ${LISTED}Your ID ${LISTED}Tea ${UNLISTED}Bye ${UNLISTED}`)).toBe(
      'Bring: Your ID Tea Bye ',
    );
    expect([LISTED, UNLISTED].map((mark) => mark.length)).toEqual([12, 18]);
  });

  test('joins its names as a language says, else as Unicode has it', () => {
    const list = {
      'as-in': 'en-GB',
      joins: { 'en-GB': { and: [' and ', ', ', ', as well as '] } },
    } as unknown as Resource['list'];
    const menu = ['soup', 'salad', 'bread', 'tea'];
    const both = (count: number) => (['and', 'or'] as const).map((join) => listing(list, join)(menu.slice(0, count)));
    expect(both(2)).toEqual(['soup and salad', 'soup or salad']);
    expect(both(3)).toEqual(['soup, salad, as well as bread', 'soup, salad or bread']);
    expect(both(4)).toEqual(['soup, salad, bread, as well as tea', 'soup, salad, bread or tea']);
    const german = { ...list, 'as-in': 'de-DE' };
    const [first, last] = (['and', 'or'] as const).map((join) => listing(german, join)(['Suppe', 'Salat', 'Brot']));
    expect([first, last]).toEqual(['Suppe, Salat und Brot', 'Suppe, Salat oder Brot']);
  });
});

describe('what is in the app', () => {
  const of = (text: string) => message({ text });
  const MENU = '[our menu](https://shop.example/menu)';

  test('is said behind all else, where no words say so', () => {
    const rows: readonly (readonly [texts: readonly string[], said: readonly string[], heard: readonly string[]])[] = [
      [[`See ${MENU}.`], ['See our menu.'], ['The link is in your Alexa app.']],
      [[`See ${MENU}.`, 'Or [prices](https://shop.example/prices).'], [], ['The links are in your Alexa app.']],
      [['Call [us](tel:+49301234).'], [], ['The number is in your Alexa app.']],
      [[`See ${MENU} or [call us](tel:+49301234).`], [], ["You'll find all of it in your Alexa app."]],
      [['We are closed.'], ['We are closed.'], []],
      [[], [], []],
      [[`See ${MENU}.`], ['Welcome.', 'See the link in your Alexa app.', 'Bye.'], []],
      [[`See ${MENU}.`], ['The link is in your Alexa app.'], []],
    ];
    expect(rows.map(([texts, said]) => [texts, said, whereShown(texts.map(of), said, en)])).toEqual(rows);
  });

  const LINK = 'the link in your Alexa app';
  const LONE = 'The link is in your Alexa app';
  const PICTURE = 'There is a picture in your Alexa app.';

  test.each<[said: readonly string[], heard: readonly string[], asking?: string]>([
    [[`See ${LINK}.`], [`See ${LINK}.`]],
    [[`See ${LINK}.`, `Or see ${LINK}.`], [`See ${LINK}.`, 'Or see another link there.'], 'Which one?'],
    [[`See ${LINK} or ${LINK}.`], [`See ${LINK} or another link there.`]],
    [
      [PICTURE, PICTURE],
      [PICTURE, 'There is a picture there.'],
    ],
    [
      [PICTURE, `See ${LINK}.`],
      [PICTURE, 'See the link there.'],
    ],
    [
      [PICTURE, `See ${LINK}.`, `${LONE}.`],
      [PICTURE, 'See the link there.', 'There is another link.'],
    ],
    [
      [`See ${LINK}.`, PICTURE],
      [`See ${LINK}.`, 'There is a picture there.'],
    ],
    [
      [`${LONE}.`, `${LONE}.`],
      [`${LONE}.`, 'There is another link.'],
    ],
    [
      [`Menu: ${LINK}.`, `Prices: ${LONE}.`],
      [`Menu: ${LINK}.`, 'Prices: another link there.'],
    ],
    [
      [`Menu: ${LINK}.`, `Note: see it. ${LONE}.`],
      [`Menu: ${LINK}.`, 'Note: see it. There is another link.'],
    ],
    [
      [`${LONE}.`, `Menu：${LONE}.`],
      [`${LONE}.`, 'Menu：another link there.'],
    ],
    [
      [`${LONE}.`, `Picture: ${PICTURE}`],
      [`${LONE}.`, 'Picture: There is a picture there.'],
    ],
    [
      ['Open your Alexa app.', PICTURE],
      ['Open your Alexa app.', PICTURE],
    ],
    [
      ['Hello', 'Bye'],
      ['Hello', 'Bye'],
    ],
    [[], []],
    // What the bot asks is repeated by itself.
    [[`See ${LINK}.`, `Shall I open ${LINK}?`], [`See ${LINK}.`, `Shall I open ${LINK}?`], `Shall I open ${LINK}?`],
  ])('%j says once where it is', (...[said, heard, asking]) => {
    expect(toldOnceWhere(said, asking, en)).toEqual(heard);
  });
});
