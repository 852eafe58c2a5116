import { isCondition, isMore, kindsOf } from '../../../../lambda/conversation/answers/context';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { lexiconOf } from '../lexicon-of';
import { labelOf, marked, offeringOf } from './marked';

type Row = readonly [said: string, around: string, labels?: readonly string[], question?: string];

/** What of `Surroundings` there is around the option that is marked. */
function around(rows: readonly Row[]): readonly Row[] {
  return rows.map(([said, _, ...offered]) => {
    const [labels = [labelOf(said), 'Something else'], question] = offered;
    const found = Object.entries(offeringOf(marked(said), labels, question).around);
    return [said, found.flatMap(([name, is]) => (is ? [name] : [])).join(' '), ...offered];
  });
}

test('words before an option count, unless they lead to it, were only begun, or describe it', () => {
  const rows: Row[] = [
    ["just um one [one sofa] if there's any", ''],
    ['get rid of the [newsletter]', '', ['Newsletter', 'Magazine'], 'Which would you like to cancel?'],
    ['get me the [newsletter]', ''],
    ['f [french]', 'before', ['French', 'Spanish']],
    ['fr [french]', 'before', ['French', 'Spanish']],
    ['fre [french]', '', ['French', 'Spanish']],
    ['satur [saturday]', ''],
    ['t [five]', '', ['Terminal 2', 'Terminal 5']],
    ['t the [five]', 'before', ['Terminal 2', 'Terminal 5']],
    ['x [five]', 'before', ['Terminal 2', 'Terminal 5']],
    ["i don't have a [kayak] i want to buy one", 'before'],
    ['cheese [cake]', 'before', ['Cheesecake', 'Carrot cake']],
    ['buy a [house]', 'before', ['I want to rent a flat', 'I want to buy a house'], 'What describes you best?'],
    ['violin oops wrong kid [piano] for this one', 'before', ['Violin', 'Piano']],
    ['a massive [leak]', ''],
    ['a massive old [leak]', 'before'],
    ['twelve [noon]', 'before'],
    ['mark me as [beginner]', ''],
    ['squeeze me in for [yoga]', ''],
    ['squeeze the [yoga]', 'before'],
    ['two [nights] me and the missus', 'before', ['1 night', '2 nights']],
    ['do i need a new box for [ultra]', 'before'],
    ['i wanna learn to cook so the [cookery]', 'before'],
    ['what [tea]', ''],
    ['where is the [tea]', ''],
    ['hello where is the [tea]', ''],
    ['so where is the [tea]', 'before'],
    ['after school [tea]', ''],
    ['the best [tea]', ''],
    ['never [tea]', ''],
    ['some big [tea]', 'before'],
  ];
  expect(around(rows)).toEqual(rows);
});

test('a place may be told twice, and what is wanted of an option before it', () => {
  const rows: Row[] = [
    ['outside in the [garden]', ''],
    ['outside the [garden]', 'before'],
    ['early in the [garden]', 'before'],
    ['i want the balance of my [savings]', ''],
    ['i want two for my [savings]', 'before'],
    ['i want two boxes of the [savings]', 'before'],
    ['i want the balance of the big [savings]', 'before'],
    ['the balance of my [savings]', 'before'],
    ['i want balance [savings]', 'before'],
    ['i want the balance of my [savings] and a card', 'before behind apart'],
    [
      'my address for the [billing] has to be updated',
      'before behind apart',
      ['Update billing address', 'Close my account'],
    ],
  ];
  expect(around(rows)).toEqual(rows);
});

test('words behind an option count, unless they are wrapping or its own', () => {
  const rows: Row[] = [
    ['[latte] excuse me mocha', 'behind apart hasNoun'],
    ['[tea] but no sugar', 'behind apart'],
    ['[milk] {no sugar}', ''],
    ['not [hull] if you can avoid it dover', 'behind'],
    ['a [trim] and a colour', 'behind apart', ['Trim', 'Colour', 'Trim and colour']],
    ['a [trim and] a colour', '', ['Trim', 'Colour', 'Trim and colour']],
    ['[tea] and', 'apart'],
    ['[tea] and please', 'apart'],
    ['[tea] and cake', 'behind apart'],
    ['[tea] only', 'apart'],
    ['[tea] is', ''],
    ['[tea] cup of the day', 'behind'],
    ['[tea] today', ''],
    ['[tea] the milk one', 'behind'],
    ['[tea] our room', 'behind'],
    ['[tea] what time', 'behind apart'],
    ['[please] do', '', ['Yes, please', 'No, thanks']],
    ['[yes] next week', 'behind'],
    ['[yoga] for my mum', 'behind'],
    ['[yoga] with a mate', 'behind'],
    ['[yoga] for this actually', ''],
    ["[monday] i can't", 'behind'],
    ['[may] if i may', 'apart'],
    ['[home] please {renewal cover}', 'apart'],
    ['[home] please renewal cover', 'behind apart'],
    ['oh did i say [grey] i meant blue', 'behind'],
    ['po [poached] is it yes poached', 'before behind'],
    ['platform [two] excuse me i mean platform five', 'behind apart', ['Platform 2', 'Platform 5']],
    ["it's [for] three days", 'behind'],
  ];
  expect(around(rows)).toEqual(rows);
});

test('how often it is paid belongs to a number', () => {
  const rows: Row[] = [
    ['[fifteen] a month', ''],
    ['[fifteen] every week', ''],
    ['[fifteen] a month for ever', 'behind'],
    ['[fifteen] pounds a month', 'behind'],
    ['[gold] a month', 'behind'],
    ['forty [miles] an hour', 'before behind', ['Under 8,000 miles', 'Over 8,000 miles']],
  ];
  expect(around(rows)).toEqual(rows);
});

test('a condition is a courtesy unless it goes on', () => {
  const rows: Row[] = [
    ['[dover] if you can', 'apart'],
    ['[dover] if you can please', 'apart'],
    ['[dover] if you can i need it', 'apart'],
    ['[dover] if you can sail in the morning', 'behind'],
  ];
  expect(around(rows)).toEqual(rows);
});

test('a single word behind an option is its noun', () => {
  const rows: Row[] = [
    ['an [aisle] seat', ''],
    ['[luxury] ride please', 'apart hasNoun'],
    ['[luxury] ride would be fine', 'hasNoun'],
    ['[luxury] ride to town', 'behind'],
    ['[luxury] one ride', 'hasNoun'],
    ['[luxury] two', 'behind'],
    ['i need two [bike] racks', 'before hasNoun', ['Bike rack', 'Trailer']],
  ];
  expect(around(rows)).toEqual(rows);
});

test('an option may be part of a sentence', () => {
  const rows: Row[] = [
    ['does [rosie] still do the thursday group', 'behind inSentence'],
    ['i did [spanish] at school', 'before behind inSentence'],
    ['is it [worth] the money', 'behind inSentence'],
    ["i'd [only] be swimming", 'behind inSentence'],
    ['i am [gold] already', 'inSentence hasNoun'],
    ['it [works] already', 'inSentence hasNoun'],
    ["[black] doesn't suit me", 'behind apart inSentence'],
    ['[black] does suit my wife', 'behind apart'],
    ['[black] does it suit me', 'behind apart'],
    ['[black] is the best choice please', 'behind'],
    ['[black] is a bit too dark', 'behind inSentence'],
    ['[black] and is it nice', 'behind apart'],
    ['[black] um is nice', ''],
    ['[tea] is what time', 'behind inSentence'],
  ];
  expect(around(rows)).toEqual(rows);
});

test('what is no good is denied', () => {
  const rows: Row[] = [
    ['[today] is no good', 'denied'],
    ['[today] is good', ''],
    ['[today] is not good for me', 'denied'],
    ['[tea] but never', 'apart denied'],
  ];
  expect(around(rows)).toEqual(rows);
});

test('each word is of the option, wrapping, of several labels or of the question, or unknown', () => {
  const rows: Row[] = [
    ['a massive [leak]', 'filler unknown own'],
    ['fre [french]', 'filler own'],
    ['fr [french]', 'unknown own'],
    ['t [five]', 'generic own', ['Terminal 2', 'Terminal 5']],
    ['ter [five]', 'unknown own', ['Terminal 2', 'Terminal 5']],
    ['terminal [five]', 'generic own', ['Terminal 2', 'Terminal 5']],
    ['two [teas]', 'unknown own', ['Tea', 'Coffee'], 'Which two drinks?'],
    ['two drinks [teas]', 'unknown generic own', ['Tea', 'Coffee'], 'Which two drinks?'],
    ['squeeze me in [yoga]', 'filler filler filler own'],
    ['squeeze [yoga]', 'unknown own'],
    ['[fifteen] every week', 'own filler filler'],
    ['[fifteen] tulips', 'own unknown'],
    ['[gold] every week', 'own unknown unknown'],
  ];
  const kinds = ([said, _, ...offered]: Row): Row => {
    const [labels = [labelOf(said), 'Something else'], question] = offered;
    const { heard, own } = marked(said);
    const offer = { labels, from: 0, to: labels.length, ...(question !== undefined && { question }) };
    const kindOf = kindsOf(heard, prepareOffer(offer, lexiconOf('en')), own);
    return [said, heard.texts.map((_text, at) => kindOf(at)).join(' '), ...offered];
  };
  expect(rows.map(kinds)).toEqual(rows);
});

test('a word of the option adds nothing to it', () => {
  const { heard, to } = marked('[window] today the seat');
  expect(isMore(heard, 3, to, () => 'filler')).toBe(true);
  expect(isMore(heard, 3, to, () => 'own')).toBe(false);
});

test('a condition begins where its phrase does', () => {
  const heard = hear('if you would be so kind as to call', lexiconOf('en'));
  expect([0, 1, 2].map((at) => isCondition(heard, at))).toEqual([true, false, false]);
});

test('a word behind an option is no noun of it where the verb comes last', () => {
  const labels = ['चाय', 'कॉफ़ी'];
  expect(offeringOf(marked('[चाय] अदरक', 'hi'), labels, undefined, 'hi').around).toMatchObject({ hasNoun: false });
  expect(offeringOf(marked('[tea] ginger'), ['Tea', 'Coffee']).around).toMatchObject({ hasNoun: true });
});
