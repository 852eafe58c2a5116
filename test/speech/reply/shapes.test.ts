import { areShort, namedCards, shortCards } from '../../../lambda/speech/carousel';
import { areClear, behindName, withNamedColumns } from '../../../lambda/speech/columns';
import { headingsIn } from '../../../lambda/speech/headings';
import { phrases } from '../../../lambda/speech/phrases';
import { shapeOf } from '../../../lambda/speech/shape';
import { message } from '../messages';

const words = phrases('en-US');

describe('each value of a table stands behind the name of its column', () => {
  test.each<[what: string, lines: string, said: string]>([
    [
      'between other lines',
      `Our prices:
| Parcel | Time | Price |
|---|---|---|
| Express | 1 day | £9 |
|  Standard|3 days |£5|
All with tracking.`,
      `Our prices:
Express|Time: 1 day|Price: £9
Standard|Time: 3 days|Price: £5
All with tracking.`,
    ],
    [
      'and so in the next one',
      'Starters:\n| Dish | Price | With |\n|---|---|---|\n| Soup | £5 | bread |\nMains:\n| Dish | Cost | For |\n|---|---|---|\n| Pie | £9 | two |\nEnjoy!',
      'Starters:\nSoup|Price: £5|With: bread\nMains:\nPie|Cost: £9|For: two\nEnjoy!',
    ],
    [
      'to the end',
      'Name | Age | City\n--- | :---: | ---\nJane | 30 | Rome\nJoe | 41 | Paris',
      'Jane|Age: 30|City: Rome\nJoe|Age: 41|City: Paris',
    ],
    ['with a rule of plusses', 'Name | Age | City\n----+-----|-----\nJane | 30 | Rome', 'Jane|Age: 30|City: Rome'],
    ['of two columns it is clear', '| Plan | Price |\n|---|---|\n| Basic | £9 |\n| Plus | £5 |', ''],
    [
      'of two columns it is not, where the first tells nothing',
      '| Size | Price |\n|---|---|\n| S | £9 |\n| M | £5 |',
      'Size: S|Price: £9\nSize: M|Price: £5',
    ],
    [
      'one of them tells nothing',
      '| Size | Price |\n|---|---|\n| Small | £9 |\n| M | £5 |',
      'Size: Small|Price: £9\nSize: M|Price: £5',
    ],
    [
      'with numbered rows',
      '| No. | Dish | Price |\n|---|---|---|\n| 1 | Soup | £9 |\n| 2 | Salad | £5 |',
      'No.: 1|Dish: Soup|Price: £9\nNo.: 2|Dish: Salad|Price: £5',
    ],
    ['of one column', '| Size |\n|---|\n| S |\n| M |', ''],
    ['without names', '|---|---|---|\n| Jane | 30 | Rome |', ''],
    ['without rows', '| Plan | Price | Users |\n|---|---|---|', ''],
    ['without rows, but with a line', '| Plan | Price | Users |\n|---|---|---|\nNone yet.', ''],
    ['without a rule', '| Plan | Price | Users |\n| Basic | £9 | 5 |\n| Plus | £19 | 9 |', ''],
    ['with a rule in its midst that has words', '| Plan | Price | Users |\n|---|new|---|\n| Basic | £9 | 5 |', ''],
    ['with a rule that has none', '| Plan | Price | Users |\n| : | : | : |\n| Basic | £9 | 5 |', ''],
    ['with a line that is no rule of a table', 'Plan, price, users\n---\nBasic, £9, 5', ''],
    ['with more values than names', '| Plan | Price | Users |\n|---|---|---|\n| Basic | £9 | 5 | monthly |', ''],
    ['with fewer values than names', '| Plan | Price | Users |\n|---|---|---|\n| Basic | £9 |', 'Basic|Price: £9'],
    [
      'without what is not there',
      '| Name | Mon | Tue | Wed |\n|---|---|---|---|\n| Rosa | | – | 9:30 - 10 |\n| Joe | - | -- | — |',
      'Rosa|||Wed: 9:30 - 10\nJoe|||',
    ],
    [
      'with columns that have no name, or more than one',
      `| | Mon | ${'a'.repeat(41)} | ${'b'.repeat(40)} |\n|---|---|---|---|\n| Rosa | 9:00 | 10:00 | 11:00 |`,
      `Rosa|Mon: 9:00|10:00|${'b'.repeat(40)}: 11:00`,
    ],
    [
      'in a row that goes on with the one above',
      '| Name | Mon | Tue |\n|---|---|---|\n| Rosa | 9:00 | 10:00 |\n| | 14:00 | 15:00 |\n| – | 17:00 | 18:00 |',
      'Rosa|Mon: 9:00|Tue: 10:00\n|Mon: 14:00|Tue: 15:00\n|Mon: 17:00|Tue: 18:00',
    ],
    [
      'within a frame',
      ' |---|---|---|\n | Name | Mon | Tue |\n |---|---|---|\n | Rosa | 9:00 | 10:00 |\n |---|---|---|\n | All | 9:00 | 18:00 |\n |---|---|---|',
      ' |---|---|---|\nRosa|Mon: 9:00|Tue: 10:00\nAll|Mon: 9:00|Tue: 18:00',
    ],
    [
      'with more values than names in one row',
      '| Plan | Price | Users |\n|---|---|---|\n| Plus | £5 | 3 |\n| Basic | £9 | 5 | monthly |',
      '',
    ],
    [
      'where a day is not said in one word',
      '| Day | Opens | Closes | For |\n|---|---|---|---|\n| Monday | 9:00 | 17:00 | 8 |\n| Sunday | closed | closed | staff |',
      'Monday|Opens: 9:00|Closes: 17:00|For: 8\nSunday|Opens: closed|Closes: closed|For: staff',
    ],
    [
      'where not all other rows have times',
      '| Day | Opens | Closes |\n|---|---|---|\n| Monday | 9:00 | 17:00 |\n| Friday | 9:00 | late |\n| Sunday | closed | closed |',
      'Monday|Opens: 9:00|Closes: 17:00\nFriday|Opens: 9:00|Closes: late\nSunday|Opens: closed|Closes: closed',
    ],
    [
      'in Japanese',
      '| 店 | 開店 | 閉店 |\n|---|---|---|\n| 銀座 | 9時 | 17時 |\n| 渋谷 | 10時 | 20時 |',
      '銀座|開店: 9時|閉店: 17時\n渋谷|開店: 10時|閉店: 20時',
    ],
    [
      'and it is known behind a year',
      `| Month | Rain | Snow |\n|---|---|---|\n${'| January | 9 | 4 |\n'.repeat(14).trim()}`,
      `${'January|Rain: 9|Snow: 4\n'.repeat(12)}January|9|4\nJanuary|9|4`,
    ],
  ])('%s', (_what, lines, said) => {
    expect(withNamedColumns(lines.split('\n')).join('\n')).toBe(said === '' ? lines : said);
  });

  test('in twenty of one paragraph', () => {
    const table = 'Dishes:\n| Dish | Price | With |\n|---|---|---|\n| Soup | £5 | bread |\n'.repeat(22);
    const said = withNamedColumns(table.trim().split('\n')).join('\n');
    expect(said.match(/^Soup\|Price: £5\|With: bread$/gm)).toHaveLength(20);
    expect(said.match(/^\| Soup \| £5 \| bread \|$/gm)).toHaveLength(2);
  });

  const hours = (rows: string) => withNamedColumns(`| Day | Opens | Closes |\n|---|---|---|\n${rows}`.split('\n'));

  test.each<[rows: string, said: string]>([
    ['| Monday | 9:00 | 17:00 |\n| Sunday | closed | closed |', 'Monday|Opens: 9:00|Closes: 17:00\nSunday|closed'],
    ['| Monday | 9 | 17 |\n| Sunday | closed | |', 'Monday|Opens: 9|Closes: 17\nSunday|closed'],
    ['| Monday | 9.30am | 5 P.M. |\n| Sunday | closed | - |', 'Monday|Opens: 9.30am|Closes: 5 P.M.\nSunday|closed'],
    ['| Monday | 10 a.m | 12 pm |\n| Sunday | closed | – |', 'Monday|Opens: 10 a.m|Closes: 12 pm\nSunday|closed'],
    // Not all of the day.
    [
      '| Monday | 9:00 | 17:00 |\n| Sunday | closed | 17:00 |',
      'Monday|Opens: 9:00|Closes: 17:00\nSunday|Opens: closed|Closes: 17:00',
    ],
    [
      '| Monday | 9:00 | 17:00 |\n| Sunday | closed | later |',
      'Monday|Opens: 9:00|Closes: 17:00\nSunday|Opens: closed|Closes: later',
    ],
    [
      '| Monday | 9:00 | 17:00 |\n| Sunday | 9:00 | 9:00 |',
      'Monday|Opens: 9:00|Closes: 17:00\nSunday|Opens: 9:00|Closes: 9:00',
    ],
    ['| Monday | 9:00 | 17:00 |\n| Sunday | closed |', 'Monday|Opens: 9:00|Closes: 17:00\nSunday|Opens: closed'],
    // The others have no times.
    [
      '| Monday | 9:00 | late |\n| Sunday | closed | closed |',
      'Monday|Opens: 9:00|Closes: late\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Monday | 9:000 | 17:00 |\n| Sunday | closed | closed |',
      'Monday|Opens: 9:000|Closes: 17:00\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Monday | at 9 | 17:00 |\n| Sunday | closed | closed |',
      'Monday|Opens: at 9|Closes: 17:00\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Monday | 9:00 | 17:00 or later |\n| Sunday | closed | closed |',
      'Monday|Opens: 9:00|Closes: 17:00 or later\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Monday | 900 | 1700 |\n| Sunday | closed | closed |',
      'Monday|Opens: 900|Closes: 1700\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Saturday | closed | closed |\n| Sunday | closed | closed |',
      'Saturday|Opens: closed|Closes: closed\nSunday|Opens: closed|Closes: closed',
    ],
    // It has to be told what "closed" is of.
    [
      '| 1 | 9:00 | 17:00 |\n| 2 | closed | closed |',
      'Day: 1|Opens: 9:00|Closes: 17:00\nDay: 2|Opens: closed|Closes: closed',
    ],
  ])('a word amid times is of all columns: %j', (rows, said) => {
    expect(hours(rows).join('\n')).toBe(said);
  });

  test('as its own reader says it', () => {
    expect(
      ['Express', 'Go!', 'S', '12', 'XL 2', 'Zoë', '東', '東京', 'あさ', 'カメ', ''].filter((name) =>
        areClear([[name]]),
      ),
    ).toEqual(['Express', 'Zoë', '東京', 'あさ', 'カメ', '']);
    expect([behindName('£9', 'Price'), behindName('£9', ''), behindName('£9')]).toEqual(['Price: £9', '£9', '£9']);
  });
});

describe('what a long text is, and what that stands before', () => {
  const days = ['Monday', 'Tuesday', 'Friday', '**Sunday**'];
  const rows = (first: readonly string[], more = '| 9 | 17 |') => first.map((cell) => `| ${cell} ${more}`).join('\n');
  const table = (rows: number, more = '') => `A table of ${rows} rows${more}. All of it is in your Alexa app.`;
  const list = (items: number) => `A list of ${items} items. All of it is in your Alexa app.`;

  test.each<[text: string, said: string | undefined, before?: string]>([
    [
      `Hours:\n| Day | Opens | Closes |\n|:--|---|--:|\n${rows(days)}`,
      table(4, ': Monday to Sunday, with Opens and Closes'),
      'Monday',
    ],
    [
      `| Size | Width | Price |\n+---+---+---+\n|---|---|---|\n${rows(['S', 'M', 'L', 'XL'])}`,
      table(4, ': S to XL, with Width and Price'),
      'Size: S',
    ],
    [`| Day | Opens | Closes |\n|---|---|---|\n${rows(['', ...days])}`, table(5), ''],
    [`| Day | Opens | Closes |\n|---|---|---|\n${rows([...days, ''])}`, table(5), 'Monday'],
    [`| Day | Opens | Closes |\n|---|---|---|\n${rows(['S', ...days, ''])}`, table(6), 'Day: S'],
    [`| Day | Opens |\n|---|---|\n${rows(days, '| 9 |')}`, table(4, ': Monday to Sunday, with Opens'), 'Day'],
    [`Day | Opens\n---|---\n${'Monday | 9\n'.repeat(4)}`, table(4, ': Monday to Monday, with Opens'), 'Day'],
    [`| Day |\n|---|\n${rows(days, '|')}`, table(4), 'Day'],
    [`| Day | | **Closes** |\n|---|---|---|\n${rows(days)}`, table(4, ': Monday to Sunday, with Closes'), 'Monday'],
    [
      `| Day | 8 | 9 | 10 | 11 | noon | 13 |\n|---|---|---|---|---|---|---|\n${rows(days, '| a | b | c | d | e | f |')}`,
      table(4, ': Monday to Sunday, with 8, 9, 10, 11 and noon'),
      'Monday',
    ],
    // Without names of its columns.
    [rows(days), table(4), 'Monday'],
    [`|===|===|\n${rows(days, '| 9 |')}\n|===|===|`, table(4), 'Monday'],
    [`- a rule -\n---\n${rows(days)}`, table(4), 'Monday'],
    [`| Day | Opens | Closes |\n|---|---|---|\n${rows(days.slice(1))}`, undefined],
    [rows(days.slice(1)), undefined],
    // A cell as far as it is heard.
    [
      `| Room | Beds | Price |\n|---|---|---|\n${rows(['Garden room with a view of the old harbour', 'Loft', 'Cellar', 'Attic'])}`,
      table(4, ': Garden room with a view of the old to Attic, with Beds and Price'),
      'Garden room with a view of the old',
    ],
    [`We have:\n${'- Soup\n'.repeat(6)}`, list(6), 'Soup'],
    [`We have:\n${'  * Soup of the **day**\n'.repeat(6)}`, list(6), 'Soup of the day'],
    ['+ Soup\n'.repeat(6), list(6), 'Soup'],
    ['• Soup\n'.repeat(6), list(6), 'Soup'],
    ['1. Soup\n'.repeat(6), list(6), '1. Soup'],
    ['112)  Soup\n'.repeat(6), list(6), '112. Soup'],
    ['- Soup\n'.repeat(5), undefined],
    ['-Soup\n'.repeat(6), undefined],
    ['- \n'.repeat(6), undefined],
    ['2024. The year of soup\n'.repeat(6), undefined],
    ['Soup - 1. Salad\n'.repeat(6), undefined],
    ['1: Soup\n'.repeat(6), undefined],
    [`<ul>${'<li>Soup</li>'.repeat(6)}</ul>`, list(6)],
    [`<UL>${'<LI class="dish">Soup</LI>'.repeat(6)}</UL>`, list(6)],
    [`<ul>${'<li>Soup</li>'.repeat(5)}</ul>`, undefined],
    [`${'<link rel="a">'.repeat(6)}We are open.`, undefined],
    [`<table>${'<tr><td>Monday</td><td>9</td></tr>'.repeat(4)}</table>`, table(4)],
    [`<table>${'<TR class="day"><TD>Monday</TD></TR>'.repeat(4)}</table>`, table(4)],
    [`<table><tr><th>Day</th></tr>${'<tr><td>Monday</td></tr>'.repeat(4)}</table>`, table(4)],
    [`<table><tr><th>Day</th></tr>${'<tr><td>Monday</td></tr>'.repeat(3)}</table>`, undefined],
    [`<table>${'<tr><th>Monday</th><td class="open">9</td></tr>'.repeat(4)}</table>`, table(4)],
    [`<table><tr><th class="day">Day</th></tr>${'<tr><td>Monday</td></tr>'.repeat(5)}</table>`, table(5)],
    [`<table>${'<tr><td>Monday</td></tr>'.repeat(3)}</table>`, undefined],
    [`<p>${'<track src="a">'.repeat(4)}We are open.</p>`, undefined],
    ['We are open.', undefined],
    ['', undefined],
  ])('%j', (text, ...[said, before]) => {
    expect(shapeOf(text, words)).toEqual(said && (before === undefined ? { said } : { said, before }));
  });
});

test.each<[text: string, headings: string[]]>([
  ['# Delivery\nWe send it.\n###### **Returns**\nSend it back.', ['Delivery', 'Returns']],
  ['##  Delivery #\n## C#\n', ['Delivery', 'C#']],
  ['#delivery\n####### Delivery\n#\nOrder # 12', []],
  ['**Delivery**\nWe send it.\n  __Returns__:\n**Prices** :', ['Delivery', 'Returns', 'Prices']],
  ['**Note:** we are closed.\nWe are **closed**\n**Open** or **closed**', []],
  [`**${'Delivery '.repeat(8)}of it**`, [`${'Delivery '.repeat(6)}`.trim()]],
  [`**${'Delivery '.repeat(9)}**`, []],
  ['<h2>Delivery</h2><p>We send it.</p><H3 class="x">Returns</H3>', ['Delivery', 'Returns']],
  ['<h2>Delivery</h2>\n<h7>Returns</h7>\n<hr>\n<h1><b>Prices</b></h1>\n<h3></h3>', ['Delivery']],
  ['Delivery\nWe send it.', []],
  ['## 🚚\n## Returns', ['Returns']],
  ['# Delivery\n'.repeat(60), Array.from({ length: 50 }, () => 'Delivery')],
])('headings in %j', (text, headings) => {
  expect(headingsIn(text, words)).toEqual(headings);
});

describe('cards to pick from', () => {
  const choices = [{ label: 'Book' }];
  const cards = (about: string, titles: (string | undefined)[] = ['Loft', 'Hall', 'Attic']) =>
    titles.map((title) => ({ ...(title !== undefined && { title }), text: about, choices }));

  test.each<[what: string, cards: Parameters<typeof areShort>[0], isShort: boolean]>([
    ['more than a quarter of a minute', cards('With a desk '.repeat(7)), true],
    ['a little less', cards('With a desk '.repeat(6)), false],
    ['two of them', cards('With a desk '.repeat(20), ['Loft', 'Hall']), false],
    ['one without a title', cards('With a desk '.repeat(20), ['Loft', 'Hall', undefined]), false],
    ['one without choices', [...cards('With a desk '.repeat(20)), { title: 'Hall', choices: [] }], false],
    ['no more than titles', ['Loft', 'Hall', 'Attic'].map((title) => ({ title, choices })), false],
    [
      'long titles',
      cards(
        '',
        ['Loft', 'Hall', 'Attic'].map((title) => `${title} with a desk`.repeat(8)),
      ),
      true,
    ],
  ])('are told of in short: %s', (_what, of, isShort) => {
    expect(areShort(of, words)).toBe(isShort);
  });

  const first = (card: string[], locale = 'en-US') => shortCards([card, ['Loft.'], ['Hall.']], phrases(locale))[0];

  test.each<[card: string[], said: string]>([
    [['Garden room.', 'It is quiet, and dry.'], 'Garden room. It is quiet, and dry.'],
    [
      ['Garden room.', 'Quiet, above the garden, with a desk, a king size bed, free parking and breakfast.'],
      'Garden room. Quiet, above the garden.',
    ],
    [
      ['Garden room.', 'Quiet: above the old garden; with a desk and a king size bed.'],
      'Garden room. Quiet: above the old garden.',
    ],
    [['Garden room.', 'Above the old garden – with a desk and a king size bed.'], 'Garden room. Above the old garden.'],
    [['Garden room.', 'Above the old garden — with a desk and a king size bed.'], 'Garden room. Above the old garden.'],
    [['Garden room.', 'Above the old garden - with a desk and a king size bed.'], 'Garden room. Above the old garden.'],
    [['Garden room.', 'Is it not quiet? It has a desk and a king size bed in it.'], 'Garden room. Is it not quiet?'],
    [['Garden room.', 'Half-open at 7.30 and with an over-long description of it all.'], 'Garden room.'],
    [['Room 1.', 'A, b, c, d, e, f, g.'], 'Room 1. A, b, c, d.'],
    [['Room 1.', 'New, wide, dry, calm, warm, bright, clean, high.'], 'Room 1. New, wide, dry, calm.'],
    [['Garden room with a view of the old harbour, a desk and a bed.'], 'Garden room with a view of the old harbour.'],
    [
      ['Garden room with a view of the old harbour and a king size bed in it', 'Quiet.'],
      'Garden room with a view of the old harbour and a king size bed in it.',
    ],
    [[], ''],
  ])('of %j is heard %j', (card, said) => {
    expect(first(card)).toBe(said);
  });

  test.each([
    ['ja-JP', ['庭の部屋。', '静かで、机と大きなベッドがあり、朝食も付いています。'], '庭の部屋。 静かで。'],
    ['ja-JP', ['庭の部屋：静かなお部屋で机と大きなベッドがあり朝食も付いています。'], '庭の部屋。'],
    ['ja-JP', ['庭の部屋；静かなお部屋で机と大きなベッドがあり朝食も付いています。'], '庭の部屋。'],
    ['ja-JP', ['庭の部屋，静かなお部屋で机と大きなベッドがあり朝食も付いています。'], '庭の部屋。'],
    ['ar-SA', ['غرفة الحديقة، هادئة وفيها مكتب وسرير كبير جدا وموقف سيارات مجاني.'], 'غرفة الحديقة.'],
    ['ar-SA', ['غرفة الحديقة؛ هادئة وفيها مكتب وسرير كبير جدا وموقف سيارات مجاني.'], 'غرفة الحديقة.'],
  ])('in %s', (locale, card, said) => {
    expect(first(card, locale)).toBe(said);
  });

  test('each has its share of the time', () => {
    const numbers = ['12345678', '123456789', '1', '2', '3'].map((number) => [number]);
    expect(shortCards(numbers, words)).toEqual(['12345678', '123456789.', '1', '2', '3']);
  });

  const names = (...titles: (string | undefined)[]) => namedCards([message({ cards: cards('', titles) })], words);

  test.each<[titles: (string | undefined)[], said: string[]]>([
    [['Soup', 'Salad'], ['The choices are Soup and Salad.']],
    [['**Soup** 🍲', 'Salad!', '', undefined, '…'], ['The choices are Soup and Salad.']],
    [['A 1', 'A 2', 'A 3', 'A 4', 'A 5'], ['The choices are A 1, A 2, A 3, A 4 and A 5.']],
    [['A 1', 'A 2', 'A 3', 'A 4', 'A 5', 'A 6'], []],
    [['Soup'], []],
    [['Soup', ''], []],
    [['Garden room '.repeat(12), 'Loft'], [`The choices are ${'Garden room '.repeat(10).trim()} and Loft.`]],
  ])('are named again: %j', (titles, said) => {
    expect(names(...titles)).toEqual(said);
  });

  test('of all messages, those that can be picked', () => {
    const messages = [
      { title: 'Soup', choices },
      { title: 'Our menu', choices: [] },
      { title: 'Salad', choices },
    ].map((card) => message({ cards: [card] }));
    expect(namedCards(messages, words)).toEqual(['The choices are Soup and Salad.']);
  });
});
