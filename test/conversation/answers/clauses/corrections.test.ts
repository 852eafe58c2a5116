import { kindsOf } from '../../../../lambda/conversation/answers/context';
import { corrected } from '../../../../lambda/conversation/answers/corrected';
import { endingOf } from '../../../../lambda/conversation/answers/ending';
import { plain } from '../../../../lambda/conversation/answers/named';
import { isTakenBack } from '../../../../lambda/conversation/answers/taken-back';
import { inLanguage } from '../in-language';
import { lexicon, ready } from './ready';

const ROOMS = ['Single', 'Double', 'Twin', 'Suite'];
const BILLS = ['Water', 'Trash', 'Power'];
const PLACES = ['Office', 'Home', 'Depot'];
const MEALS = ['Burger', 'Chips', 'Mayo', 'Salad'];
const NAMES = ['Niamh', 'Conor', 'Aoife'];
const PAINTS = ['Light blue', 'Dark blue', 'Light green', 'Red'];
const DANCES = ['Tap', 'Jazz', 'Beginner', 'Improver'];
const DAYS = ['Friday', 'Saturday', 'Sunday'];
const ONIONS = ['No onions', 'Extra onions', 'Cheese'];

/** What somebody said, and the options that come of a change of mind, with what more is told; none where other rules decide. */
type Row = readonly [labels: readonly string[], said: string, ...options: string[]];

function found(rows: readonly Row[]): Row[] {
  return rows.map(([labels, said]) => {
    const { heard, prepared, evidence } = ready(said, labels);
    const ending = () => endingOf(heard, evidence, (only) => plain(only, prepared, lexicon), lexicon);
    const decision = corrected(heard, prepared, lexicon, evidence, ending);
    if (decision?.kind !== 'choose' && decision?.kind !== 'which') return [labels, said];
    expect(decision.rule).toBe('correction');
    const indexes = decision.kind === 'which' ? decision.indexes : [decision.index];
    const rest = decision.kind === 'choose' && decision.rest !== undefined ? [`+ ${decision.rest}`] : [];
    return [labels, said, ...indexes.map((index) => labels[index] ?? ''), ...rest];
  });
}

test('what follows the last change of mind is meant, where an option stands on both of its sides', () => {
  const rows: readonly Row[] = [
    [ROOMS, 'the single no sorry the double', 'Double'],
    [ROOMS, 'the single sorry the double', 'Double'],
    [ROOMS, 'the single wait no the double please', 'Double'],
    [ROOMS, 'the single no the twin no the double', 'Double'],
    [ROOMS, 'single double no twin', 'Twin'],
    [ROOMS, 'the single or rather the twin', 'Twin'],
    [ROOMS, 'single no twin', 'Twin'],
    [PAINTS, 'light blue no dark', 'Dark blue'],
    [PAINTS, 'red no blue', 'Light blue', 'Dark blue'],
    [DAYS, 'friday no not friday saturday', 'Saturday'],
    [DAYS, 'friday no sunday no saturday', 'Saturday'],
    [DAYS, 'friday no saturday no', 'Friday', 'Saturday'],
    [DAYS, 'friday it is no good saturday', 'Saturday'],
    [ONIONS, 'no onions no wait cheese', 'Cheese'],
    // On one side alone, behind a word that links, or of a label that denies.
    [ROOMS, 'no the double'],
    [ROOMS, 'uh the the suite i mean'],
    [MEALS, 'pretty good salad actually'],
    [ROOMS, 'the single no'],
    [ROOMS, 'not the single no the double'],
    [ROOMS, 'the single and no the double'],
    [ROOMS, 'the single but no double'],
    [ONIONS, 'no onions'],
    [ONIONS, 'cheese no extra onions'],
    [ONIONS, 'cheese no onions'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('what is not there, what somebody is no good at and what somebody else wishes is no change of mind', () => {
  const rows: readonly Row[] = [
    [ROOMS, "with the double there's no single"],
    [ROOMS, "the twin i'm no good with the double"],
    [ROOMS, 'the twin i am no good on the double'],
    [ROOMS, 'the single my son would rather the twin'],
    [ROOMS, 'the single she would rather the twin'],
    [ROOMS, 'the single i would rather the twin', 'Twin'],
    [ROOMS, 'the single it was rather the twin', 'Twin'],
    [DAYS, 'friday would be no saturday'],
    [DAYS, 'friday i have no time saturday'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('what is told of the first option behind the second only says why', () => {
  const rows: readonly Row[] = [
    [BILLS, 'water i mean trash i already paid the water', 'Trash'],
    [BILLS, 'water i mean trash the water is paid', 'Trash'],
    [BILLS, 'water i mean the um trash the water is paid', 'Trash'],
    [BILLS, 'water i mean trash water is paid', 'Trash'],
    [BILLS, 'water i mean trash my water is off', 'Trash'],
    [NAMES, "conor sorry niamh conor's grand", 'Niamh'],
    [PAINTS, 'red no light green the red is too bright', 'Light green'],
    // Of another, of both, or a wish.
    [NAMES, 'conor sorry niamh aoife is away', 'Niamh', 'Conor'],
    [BILLS, 'water i mean trash power is paid', 'Water', 'Trash'],
    [BILLS, 'water i mean trash i paid the water and the trash', 'Water', 'Trash'],
    [BILLS, 'water i mean trash i want the water', 'Water'],
    [BILLS, 'water i mean trash no the water', 'Water'],
    [BILLS, 'water i mean trash i paid', 'Trash', '+ i paid'],
    [BILLS, 'water i mean trash water', 'Water'],
    [BILLS, 'water i mean trash and water'],
    [NAMES, 'conor sorry niamh conor', 'Niamh', 'Conor'],
    [BILLS, 'water i mean trash can i pay the water'],
    [PAINTS, 'red no blue the red is too bright'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('an option that is spoken against behind a change of mind gives way to the one that ends the utterance', () => {
  const rows: readonly Row[] = [
    [PLACES, 'the office no the office is shut home', 'Home'],
    [PLACES, 'the office no um the office was shut so home', 'Home'],
    [PLACES, 'the office actually the office is noisy home', 'Home'],
    [PLACES, 'the office no the office is shut the depot please', 'Depot'],
    [PLACES, 'the office no home is shut the depot', 'Depot'],
    [PLACES, 'the office no it is shut home', 'Home'],
    [PLACES, 'the office no the office is shut'],
    [PLACES, 'the office no the office shut home'],
    [PLACES, 'the office no the office is shut the depot or home'],
    [PLACES, 'no the office is shut home'],
    [DANCES, 'tap no hang on tap is full jazz', 'Jazz'],
    [DANCES, 'tap no tap is full jazz', 'Jazz'],
    [DANCES, 'tap no hang on the tap is full so jazz please', 'Jazz'],
    [DANCES, 'improver no improver is full beginner', 'Beginner'],
    [DANCES, 'tap no hang on tap full jazz', 'Tap', 'Jazz'],
    [DANCES, 'tap no hang on tap is full what about jazz', 'Tap', 'Jazz'],
    [DANCES, 'tap how is it no hang on tap is full jazz', 'Jazz'],
    [DANCES, 'no hang on tap is full jazz'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('the option that ends it is meant where a clause leads to it; with neither, both are asked about', () => {
  const rows: readonly Row[] = [
    [ROOMS, 'a single no hang on he snores the twin', 'Twin'],
    [MEALS, 'burger no i want chips', 'Chips'],
    [MEALS, 'burger no it is chips', 'Chips'],
    [MEALS, 'burger no hang on um chips', 'Chips'],
    [MEALS, 'burger actually we are vegan chips', 'Chips'],
    [MEALS, 'burger hang on the salad is off chips', 'Chips'],
    [MEALS, 'burger scratch that my wife wants chips', 'Chips'],
    [MEALS, 'burger no mayo chips', 'Burger', 'Chips'],
    [MEALS, 'burger no mayo for him chips', 'Burger', 'Chips'],
    [MEALS, 'burger hang on mayo for him chips', 'Chips'],
    [MEALS, 'burger nah we want chips', 'Chips'],
    [MEALS, 'burger oops no mayo chips', 'Chips'],
    [MEALS, 'burger actually the mayo for him chips', 'Chips'],
    [MEALS, 'burger no sorry we want chips', 'Chips'],
    [MEALS, 'burger we no mayo chips', 'Burger', 'Chips'],
    [MEALS, 'why the burger no we want chips', 'Chips'],
    [PAINTS, 'red wait is dark nice', 'Dark blue', 'Red'],
    [PAINTS, 'red wait is light nice'],
    [PAINTS, 'light no wait is red nice'],
    [ROOMS, 'the single wait is the single quiet'],
    [ROOMS, 'the single no is the double quiet', 'Single', 'Double'],
    [ROOMS, 'the single wait is the double quiet', 'Single', 'Double'],
    [ROOMS, 'twin actually he snores so much the double or single', 'Single', 'Twin'],
    [ROOMS, 'the single actually he snores terribly'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('an option is taken back for something that is none', () => {
  const labels = ['Vanilla', 'Pizza', '4', 'Fried'];
  const rows: readonly (readonly [said: string, taken: boolean])[] = [
    ['vanilla no wait mango', true],
    ['vanilla sorry mango', true],
    ['vanilla no no mango', true],
    ['vanilla sorry no mango', true],
    ['vanilla no um mango', true],
    ['vanilla actually um mango', true],
    ['vanilla please no wait mango', true],
    ['vanilla um no wait mango', true],
    ['vanilla no wait this mango', true],
    ['vanilla no wait nothing', true],
    ['four no mango', true],
    ['four no wait mango', true],
    // What is only left out.
    ['pizza no onions', false],
    // Nothing is changed, or for nothing.
    ['vanilla and mango', false],
    ['vanilla um mango', false],
    ['vanilla mango no wait', false],
    ['vanilla no wait', false],
    ['vanilla no wait please', false],
    ['vanilla no wait that', false],
    ['vanilla no wait to mango', false],
    ['four no', false],
    // A clause is another matter, a question of it is not.
    ['vanilla no wait i have a dog', false],
    ['vanilla no wait mango i think', true],
    ['four no it is mango', false],
    ['fried no wait are they runny', true],
    ['fried no are they runny', false],
    ['fried sorry are they runny', false],
    ['fried no wait could you call', true],
  ];
  const found = rows.map(([said]) => {
    const { heard, prepared } = ready(said, labels);
    const kinds = kindsOf(heard, prepared, new Set([0]));
    return [said, isTakenBack(heard, 1, kinds, heard.isNumber[0] === true)];
  });
  expect(found).toEqual(rows);
});

/** What somebody says in Japanese, and the options that come of it; none where the words are the bot's. */
type Japanese = readonly [said: string, ...options: string[]];

function inJapanese(labels: readonly string[], rows: readonly Japanese[], question?: string): Japanese[] {
  return rows.map(([said]) => {
    const offered = { labels, from: 0, to: labels.length, ...(question !== undefined && { question }) };
    const decision = inLanguage.decide('ja', offered, said);
    const indexes = decision.kind === 'which' ? decision.indexes : decision.kind === 'choose' ? [decision.index] : [];
    return [said, ...indexes.map((index) => labels[index] ?? '')];
  });
}

test('where the verb comes last, a change of mind at the end takes back the option before it', () => {
  const rows: readonly Japanese[] = [
    ['赤', '赤'],
    ['赤お願いします', '赤'],
    ['赤にするわ', '赤'],
    ['赤はやめます'],
    ['赤やっぱりやめます'],
    ['赤やめてね'],
    ['赤はやめてください'],
    ['赤はやめてほしいです'],
    ['赤間違えました'],
    ['赤訂正お願いします'],
    ['赤違います'],
    ['一番目はやめます'],
    ['やめます'],
    // In the middle it takes back for the next, and an apology is a courtesy.
    ['赤いや青', '青'],
    ['赤をやめて青にしてください', '青'],
    ['やめて赤', '赤'],
    ['赤すみません', '赤'],
    ['赤ごめんね', '赤'],
  ];
  expect(inJapanese(['赤', '青', '緑'], rows)).toEqual(rows);
});

test('what is to be said again stays so', () => {
  const offered = { labels: ['赤', '青', '緑', '黒', '白'], from: 0, to: 5 };
  const kinds = ['もう一度間違えました', '他のは違います', '全部やめます'].map(
    (said) => inLanguage.decide('ja', offered, said).kind,
  );
  expect(kinds).toEqual(['list', 'more', 'words']);
});

test('so it does of several that fit alike', () => {
  const rows: readonly Japanese[] = [['青', '明るい青', '暗い青'], ['青やめます'], ['青違います']];
  expect(inJapanese(['明るい青', '暗い青', '緑'], rows, '何色にしますか？')).toEqual(rows);
});

test('a no stays one, and a word that stops is what an option says', () => {
  const orders: readonly Japanese[] = [
    ['はい違います', 'いいえ'],
    ['いえ', 'いいえ'],
    ['いいえ違います', 'いいえ'],
    ['いいえやめます', 'いいえ'],
  ];
  expect(inJapanese(['はい', 'いいえ'], orders, '注文しますか？')).toEqual(orders);
  const stops: readonly Japanese[] = [
    ['やめてください', 'やめる'],
    ['続けてください', '続ける'],
  ];
  expect(inJapanese(['やめる', '続ける'], stops)).toEqual(stops);
  const reasons: readonly Japanese[] = [
    ['訂正', '訂正'],
    ['訂正お願いします', '訂正'],
  ];
  expect(inJapanese(['訂正', '注文'], reasons)).toEqual(reasons);
  const bookings: readonly Japanese[] = [['キャンセルしたいです', '予約を取り消す']];
  expect(inJapanese(['予約する', '予約を変更する', '予約を取り消す'], bookings)).toEqual(bookings);
});
