import { inFull } from '../../../../lambda/conversation/answers/abbreviations';
import { createCompoundFinder } from '../../../../lambda/conversation/answers/compound-words';
import { hear } from '../../../../lambda/conversation/answers/heard';
import type { Label } from '../../../../lambda/conversation/answers/label';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { asNumber } from '../../../../lambda/conversation/answers/said-number';
import { written } from '../corpus';
import { english } from '../english';
import { lexiconOf } from '../lexicon-of';

/** What options are said, and what comes of it. */
type Rows = readonly (readonly [labels: string, said: string, decision: string])[];

function decided(rows: Rows): Rows {
  return rows.map(([offer, said]) => {
    const labels = offer.split('|');
    const offered = { labels, from: 0, to: labels.length };
    return [offer, said, written(english.decide(offered, said), offered)];
  });
}

describe('short names of days and months', () => {
  const full = (language: string, labels: string) => {
    const lexicon = lexiconOf(language);
    const texts = labels.split('|').map((label) => lexicon.tokenize(label).texts);
    return inFull(texts, lexicon)
      .map((words) => words.join(' '))
      .join('|');
  };

  test.each([
    ['among short days', 'Sat|Sun', 'saturday|sunday'],
    ['at the end of all', 'this Sat|on the next Sun', 'this saturday|on the next sunday'],
    ['not at the end of some', 'this Sat|next week', 'this sat|next week'],
    ['not the same everywhere', 'Sun|Sun', 'sun|sun'],
    ['not one beside other things', 'Sun|Moon', 'sun|moon'],
    ['not some among other things', 'Sun|Mon|Moon', 'sun|mon|moon'],
    ['in front of parts of a day', 'Mon morning|Tue evening', 'monday morning|tuesday evening'],
    ['in front of ordinals', 'Mon first|Tue second', 'monday first|tuesday second'],
    ['not in front of anything', 'Sun cream|Sat nav', 'sun cream|sat nav'],
    ['not where one tells more', 'Mon morning cream|Tue morning', 'mon morning cream|tue morning'],
    ['not in front of some', 'Mon morning|Early evening', 'mon morning|early evening'],
    ['in front of numbers and parts of a day', 'Mon 5|Tue morning', 'monday 5|tuesday morning'],
    ['in front of others and parts of a day', 'Mon Tue|Wed morning', 'monday tuesday|wednesday morning'],
    ['in front of the same name', 'Mon morning|Mon evening', 'mon morning|mon evening'],
    ['beside a number', 'Sun 5|Sun cream', 'sunday 5|sun cream'],
    ['behind a number', '12 Mar|The Mar', '12 march|the mar'],
    ['beside an ordinal', 'the fifth of Mar|Mar tea', 'the fifth of march|mar tea'],
    ['beside another', 'Sat Sun|Sat nav', 'saturday sunday|sat nav'],
    ['with a number between them', 'Fri 4 Dec|Sat 5 Dec', 'friday 4 december|saturday 5 december'],
    ['none of them', 'constructor 5|toString 6', 'constructor 5|tostring 6'],
    ['a word for months', '3 mo|6 mo', '3 month|6 month'],
  ])('%s: %s', (_, labels, said) => {
    expect(full('en', labels)).toBe(said);
  });

  test.each([
    ['a sign counts days behind a number', '12月30日|1月2日', 'じゅうにがつ 30 日|いちがつ 2 日'],
    ['and is one in brackets', '12/3(土)|12/4(日)', '12 3 土曜|12 4 日曜'],
    ['and by itself', '土|日', '土曜|日曜'],
    ['or before a number', '日 30|土 29', '日曜 30|土曜 29'],
    ['a sign that counts nothing', '3土|4日', '3 土曜|4 日'],
  ])('%s: %s', (_, labels, said) => {
    expect(full('ja', labels)).toBe(said);
  });
});

test('a year of a month is told by its last digits', () => {
  const months = 'October 2026|October 2027|November 2026';
  const rows: Rows = [
    [months, 'october twenty six', 'October 2026'],
    [months, 'october twenty seven', 'October 2027'],
    [months, 'november twenty six please', 'November 2026'],
    [months, 'twenty seven', 'October 2027'],
    [months, 'october twenty', 'words'],
    ['May 1999|May 2006', 'ninety nine', 'May 1999'],
    ['May 1999|May 2006', 'may six', 'May 2006'],
    ['May 1899|May 1901', 'ninety nine', 'words'],
    ['May 12099|May 20991', 'ninety nine', 'words'],
    ['Model 2026|Model 2027', 'twenty six', 'words'],
  ];
  expect(decided(rows)).toEqual(rows);
});

test('a part of the day names the times that are in it', () => {
  const rows: Rows = [
    ['9 am|2 pm|7 pm', 'the morning one', '9 am'],
    ['9 am|2 pm|7 pm', 'in the afternoon', '2 pm'],
    ['9 am|2 pm|7 pm', 'the evening one', '7 pm'],
    ['9 am|2 pm|7 pm', 'tonight', '7 pm'],
    ['9:00|14:00|19:00', 'the morning one', '9:00'],
    ['9:00|14:00|19:00', 'in the afternoon', '14:00'],
    ['9:00|14:00|19:00', 'the evening one', '19:00'],
    ['9:00|2 pm|20:00', 'the morning one', '9:00'],
    ['9:00|2 pm|20:00', 'the evening one', '20:00'],
    // Nothing tells that they are no times of an evening.
    ['9:00|10:00', 'the morning one', 'words'],
    ['9:00|2 pm', 'the morning one', 'words'],
    ['9:00|14:00', 'the am one', '9:00'],
    // Noon is told by its name.
    ['Noon|9:00|19:00', 'the afternoon one', 'words'],
    ['Noon|9:00|19:00', 'the evening one', '19:00'],
    ['Any time|9:00|19:00', 'the evening one', '19:00'],
    ['12 pm|5 pm|6 pm|9 pm', 'the afternoon one', 'which 12 pm | 5 pm | 6 pm'],
    ['11 am|3 pm|4 pm', 'the evening one', '4 pm'],
    ['11 am|6 pm|7 pm', 'the afternoon one', '6 pm'],
    ['11:59 am|12 pm', 'the morning one', '11:59 am'],
    ['4 pm|5 pm', 'tonight', '5 pm'],
    ['Room 5 at 14:00|Room 6 at 9:00', 'the afternoon one', 'Room 5 at 14:00'],
    ['Morning tea|Evening tea at 5 pm', 'morning', 'Morning tea'],
  ];
  expect(decided(rows)).toEqual(rows);
});

test('a part of today is told with it', () => {
  const rows: Rows = [
    ['Today 4 PM|Tomorrow 4 PM|Today 9 AM', 'this afternoon', 'Today 4 PM'],
    ['Today 4 PM|Tomorrow 4 PM|Today 9 AM', 'this morning', 'Today 9 AM'],
    ['Today 4 PM|Tomorrow 4 PM|Today 9 AM', 'tonight', 'words'],
    ['Today 16:00|Tomorrow 4 PM', 'this afternoon', 'Today 16:00'],
    ['Today 4 PM|Today 8 PM|Tomorrow', 'this afternoon', 'Today 4 PM'],
    ['Today 4 PM|Today 8 PM|Tomorrow', 'tonight', 'Today 8 PM'],
    ['Today 4 PM|Today 8 PM|Tomorrow', 'this evening', 'which Today 4 PM | Today 8 PM'],
    ['Today 5:59 PM|Today 6 PM|Tomorrow', 'this afternoon', 'Today 5:59 PM'],
    ['Soup of today|Tomorrow', 'this afternoon', 'words'],
    ['4 PM today|5 PM tomorrow', 'this evening', '4 PM today'],
    ['Today 4|Tomorrow 4', 'this afternoon', 'words'],
  ];
  expect(decided(rows)).toEqual(rows);
});

test('parts of the day stand for what of a label tells the time', () => {
  const lexicon = lexiconOf('en');
  const named = (labels: string, words: string) => {
    const { stems, joined } = prepareOffer({ labels: labels.split('|'), from: 0, to: 1 }, lexicon);
    const found = [...(stems.get(lexicon.stem(words)) ?? []), ...(joined.get(words.replace(' ', '')) ?? [])];
    const texts = found.map(({ label, items }) => items.map((item) => label.items[item]?.text ?? 'nothing').join(' '));
    return [...new Set(texts)];
  };
  const rows: readonly (readonly [labels: string, words: string, named: readonly string[]])[] = [
    ['Today 4 PM|Tomorrow 5 PM', 'this afternoon', ['today pm']],
    ['4 PM today|Tomorrow 5 PM', 'this afternoon', ['today pm']],
    ['Today 16:00|Tomorrow 5 PM', 'this afternoon', ['today']],
    ['Today 4 PM|Tomorrow 5 PM', 'evening', ['pm']],
    ['16:00 tour|17:00|9:00|Noon|Other', 'evening', ['1600', '1700']],
    ['4 evening|17:00|9:00 AM|Noon|Other', 'evening', ['evening', '1700']],
    ['4 evening|17:00|9:00 AM|Noon|Other', 'morning', ['am']],
    ['Noon|16:00|Any day', 'afternoon', ['1600']],
  ];
  expect(rows.map(([labels, words]) => [labels, words, named(labels, words)])).toEqual(rows);
});

test('a day in figures is told by its day and its month', () => {
  const days = '01/05/2026|02/05/2026|23/06/2026';
  const rows: Rows = [
    [days, 'the second', '02/05/2026'],
    [days, 'the twenty third', '23/06/2026'],
    [days, 'in june', '23/06/2026'],
    [days, 'in may', 'which 01/05/2026 | 02/05/2026'],
    [days, 'the second of may', '02/05/2026'],
    [days, 'in july', 'words'],
    ['11/05/2026|12/05/2026|23/06/2026', 'twelve people', 'words'],
  ];
  expect(decided(rows)).toEqual(rows);
});

test('a word that another option writes together names that, too', () => {
  const rows: Rows = [
    ['Chicken burger|Cheeseburger|Salad', 'a burger please', 'which Chicken burger | Cheeseburger'],
    ['Chicken burger|Cheeseburger|Salad', 'chicken', 'Chicken burger'],
    ['Chicken burger|Cheeseburger|Salad', 'cheese', 'words'],
    ['Blueberry tart|Cheesecake|Carrot cake', 'cake', 'which Cheesecake | Carrot cake'],
    ['Sea port|Airport|Railway', 'port', 'which Sea port | Airport'],
    // Too little stands before it, and too little is left.
    ['Green Land Tour|Island Tour|Boat Trip', 'land', 'Green Land Tour'],
    ['Hot pie|Magpie|Fish', 'pie', 'Hot pie'],
    ['Sea ports|Airport bus|Railway', 'port', 'Sea ports'],
  ];
  expect(decided(rows)).toEqual(rows);
});

describe('a part of a compound', () => {
  const label = (index: number, texts: readonly string[], isSynonym = false): Label => ({
    index,
    items: texts.map((text) => ({ key: text, text, content: text !== 'die', shared: false })),
    compact: texts.join(''),
    core: texts.join(''),
    negative: false,
    lacks: false,
    isSynonym,
  });
  const labels = [
    label(0, ['die', 'zahnreinigung']),
    label(1, ['neuer', 'termin']),
    label(2, ['kaufen']),
    label(3, ['terminplan'], true),
  ];

  test.each<[text: string, least: number, named: string[]]>([
    ['reinigung', 4, ['zahnreinigung']],
    ['zahn', 4, ['zahnreinigung']],
    ['zahn', 5, []],
    ['nrein', 4, []],
    ['zahnreinigung', 4, []],
    ['ahnreinigung', 4, []],
    ['zahnreinigun', 4, []],
    ['zahnreinig', 4, ['zahnreinigung']],
    ['zahnreinigu', 4, []],
    ['zahnreinigu', 2, ['zahnreinigung']],
    ['terminvereinbarung', 4, ['termin']],
    ['zahnarzttermin', 4, ['termin']],
    ['termine', 4, []],
    ['verkaufen', 4, []],
    ['dauerkaufen', 4, ['kaufen']],
    ['kaufenlassen', 4, ['kaufen']],
    ['diebstahl', 3, []],
  ])('%s names, by %i letters', (text, least, named) => {
    const found = createCompoundFinder(labels, least, ['ver'])(text);
    expect(found.map(({ label: { items }, items: [at = 0] }) => items[at]?.text)).toEqual(named);
    expect(found.every(({ isPart }) => isPart)).toBe(true);
  });

  test('any beginning makes one where the language names none that do not', () => {
    expect(createCompoundFinder(labels, 4)('verkaufen')).toMatchObject([{ label: { index: 2 }, items: [0] }]);
  });
});

const heardAs = (said: string, labels: string) =>
  asNumber(
    hear(said, lexiconOf('en')),
    prepareOffer({ labels: labels.split('|'), from: 0, to: 1 }, lexiconOf('en')),
    lexiconOf('en'),
  );

test('a number in other words, where nothing else was said', () => {
  const rows: Rows = [
    ['1|2|3', 'just me', '1'],
    ['1|2|3', 'um a couple thanks', '2'],
    ['1|2|3', 'me and one other please', '2'],
    ['1|2|6', 'half a dozen', '6'],
    ['1|2|6', 'a half dozen', '6'],
    ['1-2|3-4|5-6', 'me and my wife', '1-2'],
    ['1-2|3-4|5-6', 'a half dozen', '5-6'],
    ['1|2|3', 'a couple of tickets', 'words'],
    ['1|2|3', 'the one', 'words'],
    ['1|2|3', 'constructor', 'words'],
    ['Solo|A couple|Family', 'a couple', 'A couple'],
    ['A couple 3|Four 4|Two 2', 'a couple', 'A couple 3'],
    ['Tea|Coffee', 'a couple', 'words'],
  ];
  expect(decided(rows)).toEqual(rows);
  const { words, texts, wordOf } = heardAs('well please a couple', '1|2|3') ?? hear('', lexiconOf('en'));
  expect([words, texts, wordOf]).toEqual([['well', 'please', 'a', 'couple'], ['two'], [2]]);
  expect(heardAs('a couple', 'Tea|Coffee')).toBeUndefined();
  expect(heardAs('me and my wife', 'My wife 1|Two 2')).toBeUndefined();
});

test('a number that is only a part of what was said picks nothing', () => {
  const rows: Rows = [
    ['2|4|6', 'six thirty', 'words'],
    ['2|4|6', 'four or five', 'words'],
    ['2|4|6', 'four five of us', 'words'],
    ['2|4|6', 'four four of us', '4'],
    ['2|4|6', 'four with milk', '4 + with milk'],
    ['2|4|6', 'four and a cake', '4 + a cake'],
    ['2|4|6', 'four or four', '4'],
  ];
  expect(decided(rows)).toEqual(rows);
});
