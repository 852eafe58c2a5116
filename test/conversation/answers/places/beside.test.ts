import { createPlaceTails, isRefused, withoutTail } from '../../../../lambda/conversation/answers/place-tail';
import { english } from '../english';
import { inLanguage } from '../in-language';
import { heardAs, lexicon } from '../made-ready';
import { type Row, toldTo } from '../outcomes';
import { offer } from './offered';

const TAILS = createPlaceTails(lexicon);

/** What was said, with its places between slashes: "um / the third one / works for me". The first of them is looked at. */
function looked(marked: string) {
  const heard = heardAs(marked.replaceAll('/', ' '));
  let to = 0;
  const parts = marked.split('/').map((part) => {
    const from = to;
    to += heardAs(part).texts.length;
    const number = heard.numerals.find((one) => one.from >= from && one.to <= to);
    return { from, to, ...(number && { value: number.value }) };
  });
  const places = parts.filter((_, at) => at % 2 === 1);
  return { heard, places, place: places[0] ?? { from: 0, to: 0 } };
}

/** What is left of it; "all" where its tail tells more. */
function leftOf(marked: string): string {
  const { heard, places, place } = looked(marked);
  const left = withoutTail(heard, place, places, TAILS, lexicon);
  expect(left.wordOf).toHaveLength(left.texts.length);
  return left === heard ? 'all' : left.texts.join(' ');
}

const cut = (rows: readonly Row[]) => rows.map(([marked]) => [marked, leftOf(marked)]);

test('what follows a place is left out where it only approves of it, or says that it is meant', () => {
  const rows: readonly Row[] = [
    ['/the third one/works for me', 'the third one'],
    ['/the latter/works for me', 'the latter'],
    ['um/the third one/works for me', 'um the third one'],
    ['/the third one/sounds fascinating', 'the third one'],
    ['/the third one/was it', 'the third one'],
    ['/the third one/no doubt', 'the third one'],
    ['/the third one/works for me thanks', 'the third one'],
    ['/the third one/um works for me', 'the third one'],
    ['/the third one/thanks', 'the third one'],
    ['/the third one/works for me what does it cost', 'all'],
    ['/the third one/works for me my wife hates it', 'all'],
    ['/the third one/tomorrow', 'all'],
    ['/the third one/', 'all'],
  ];
  expect(cut(rows)).toEqual(rows);
});

test('and where the place is said once more, but not where another is', () => {
  const rows: readonly Row[] = [
    ['/the third one/yes/the third one/', 'the third one'],
    ['/the third one/yes/number three/thanks', 'the third one'],
    ['/the third one/yes/the second one/', 'all'],
    ['/the third one/yes/the second one/no/the third one/', 'all'],
    ['/the top/yes/the bottom/', 'all'],
  ];
  expect(cut(rows)).toEqual(rows);
});

test('what is said against a place refuses it', () => {
  const rows: readonly (readonly [marked: string, isAgainst: boolean, left: string])[] = [
    ['/the third one/is too expensive', true, 'all'],
    ['/the third one/looks a bit odd', true, 'all'],
    ['/the third one/is not for me', true, 'all'],
    ['/the third one/um is too far', false, 'all'],
    ['/the third one/was it', false, 'the third one'],
    ['/the third one/', false, 'all'],
  ];
  const judged = rows.map(([marked]) => {
    const { heard, place } = looked(marked);
    return [marked, isRefused(heard, place, TAILS, lexicon), leftOf(marked)];
  });
  expect(judged).toEqual(rows);
});

test('a reason counts behind "one" or a number, and opens a story behind a bare place', () => {
  const rows: readonly Row[] = [
    ["/the third one/i'm in a hurry", 'the third one'],
    ["/number three/i'm in a hurry", 'number three'],
    ["/the third/i'm in a hurry", 'all'],
    ["/third/i'm in a hurry", 'all'],
    ["/the latter/i'm in a hurry", 'all'],
    ["my number is/the third/i'm in a hurry", 'all'],
    ["one thing/third/i'm in a hurry", 'all'],
    ["/class/i'm in a hurry", 'all'],
    ['/the first one/i have to call my wife', 'the first one'],
    ['/first/i have to call my wife', 'all'],
    ['/the first one/as i have a dog', 'the first one'],
    ['/the first one/because i have a dog', 'the first one'],
    ['/the first one/so i have a dog', 'the first one'],
    ["/the first one/it's closer to me", 'the first one'],
    ['/the first one/my hands are full', 'the first one'],
    ['/the first one/as works for me', 'all'],
    ['/the first one/as i saw a dog', 'all'],
    ['/the first one/today i have a dog', 'all'],
  ];
  expect(cut(rows)).toEqual(rows);
});

test('a question or a further sentence within the reason is for the bot', () => {
  const rows: readonly Row[] = [
    ['/the first one/i have to run', 'the first one'],
    ['/the first one/i have a dog can you help', 'all'],
    ['/the first one/i have a dog what does it cost', 'all'],
    ['/the first one/i have a dog he is big', 'all'],
    ['/the first one/i have a dog is it far', 'all'],
    ['/the first one/i have to know what it costs', 'all'],
  ];
  expect(cut(rows)).toEqual(rows);
});

test('"it is" a place of which is told what is done with it', () => {
  const rows: readonly Row[] = [
    ["it's/the second one/i want", "it 's the second one"],
    ["it's/the second/that i want", "it 's the second"],
    ["it's/the latter/i lost", "it 's the latter"],
    ['that was/the second one/i want', 'that was the second one'],
    ["um hello it's/the second one/i want", "um hello it 's the second one"],
    ["it's/the first/i've heard of it", 'all'],
    ["it's/the first/there is", 'all'],
    ["it's/the second/that there is", 'all'],
    ["it's/the latter/there is", "it 's the latter"],
    ["it's/the second one/i", 'all'],
    ["it's/the second one/i want to know what it costs", 'all'],
    ["it's/the second one/i want is it far", 'all'],
    ["it's/the second one/i want he is ill", 'all'],
    ["it's/the second one/for lost cats", 'all'],
    ["he's/the second one/i want", 'all'],
    ['it was not/the second one/i want', 'all'],
    ['well was/the second one/i want', 'all'],
    ['it likes/the second one/i want', 'all'],
    ['is it/the second one/i want', 'all'],
  ];
  expect(cut(rows)).toEqual(rows);
});

test('a place is picked or left with what follows it', () => {
  const rows: readonly Row[] = [
    ['the third one works for me', 'Pilates'],
    ['the third one yes the third one', 'Pilates'],
    ['the third one yes the second one', 'words'],
    ['the third one is too expensive', 'words'],
    ['the first one as i have a dog', 'Yoga'],
    ["it's the second one i want", 'Boxing'],
    ["it's the second one i want is it far", 'words'],
  ];
  expect(toldTo(offer('Yoga | Boxing | Pilates | Spinning | Swimming'), rows)).toEqual(rows);
});

const STOPS = offer('Harbour | Castle | Museum | Market');

test('the option beside another is meant, and never the one that is only named for it', () => {
  const rows: readonly Row[] = [
    ['the one after the harbour', 'Castle'],
    ['the one right after the harbour', 'Castle'],
    ['the option after the castle', 'Museum'],
    ['the next one after the castle', 'Museum'],
    ['the one before the castle', 'Harbour'],
    ['the previous one to the castle', 'Harbour'],
    ['the one after the museum', 'Market'],
    ['the one after the first', 'Castle'],
    ['the one before the last one', 'Museum'],
    ['hello the one after the harbour', 'Castle'],
    ["i'd like the one after the harbour", 'Castle'],
    ['actually the one after the harbour', 'Castle'],
    ['i want the one after the harbour please with a guide', 'Castle + with a guide'],
    ['the one before the harbour', 'words'],
    ['the one after the market', 'words'],
    ['no the one after the harbour', 'Castle'],
    ['not the one after the harbour', 'words'],
    ['the one next to the castle', 'words'],
    ['just before the museum', 'words'],
    ['the one above the harbour', 'words'],
    ['my friend took the one after the harbour', 'words'],
    ['my friend took the one after the middle one', 'words'],
    ['is the one after the harbour far', 'words'],
    ['what is the one after the harbour', 'words'],
    ['the one after lunch', 'words'],
    ['previous one', 'words'],
    ['next one', 'more'],
  ];
  expect(toldTo(STOPS, rows)).toEqual(rows);
});

test('an option that several names fit is not asked about where it is only named for its neighbour', () => {
  const harbours = offer('North harbour | South harbour | Castle');
  const rows: readonly Row[] = [
    ['we need parking so the one after the harbour', 'words'],
    ['not the harbour the one after that', 'Castle'],
  ];
  expect(toldTo(harbours, rows)).toEqual(rows);
});

test('what is told behind the neighbour goes with it', () => {
  const picked = { kind: 'choose', index: 1, rule: 'position', confidence: 0.8 };
  expect(english.decide(STOPS, 'the one after the harbour')).toStrictEqual(picked);
  expect(english.decide(STOPS, 'the one after the harbour please with a guide')).toStrictEqual({
    ...picked,
    rest: 'with a guide',
  });
});

test('"that" is the option which was taken back before it', () => {
  const rows: readonly Row[] = [
    ['not the first the one after that', 'Castle'],
    ['um not the first the one after', 'Castle'],
    ['not the harbour the one after that', 'Castle'],
    ['the harbour no the one after that', 'Castle'],
    ['the harbour but the one after that', 'Castle'],
    ['the castle actually the one before', 'Harbour'],
    ['not the castle actually the one before that', 'Harbour'],
    ['the first no the one after', 'Castle'],
    ['the first no the one after it please', 'Castle'],
    ['not the first the one after the castle', 'Museum'],
    ['the first no the one after it is cheaper', 'words'],
    ['the one after that', 'words'],
    ['the one below that', 'words'],
    ['the first no the one after lunch', 'words'],
    ['the first no the one after that one', 'words'],
    ['no the one after that', 'words'],
  ];
  expect(toldTo(STOPS, rows)).toEqual(rows);
  const neither = english.decide(STOPS, 'not the museum or the one after that');
  expect(neither).not.toMatchObject({ kind: 'choose' });
});

test('what options are called by stands for "the one"', () => {
  const rows: readonly Row[] = [
    ['the stop after the harbour', 'Castle'],
    ['stop before the castle', 'Harbour'],
    ['the harbour no the stop after', 'Castle'],
    ['the big stop after the harbour', 'words'],
    ['stop after', 'words'],
  ];
  expect(toldTo({ ...STOPS, question: 'Which stop would you like?' }, rows)).toEqual(rows);
});

test('a label may begin like a neighbour', () => {
  const tours = offer('After dark | Morning tour | Night tour');
  const rows: readonly Row[] = [
    ['after dark', 'After dark'],
    ['the one after dark', 'After dark'],
  ];
  expect(toldTo(tours, rows)).toEqual(rows);
});

test('of two options the other is meant where the named one is taken back for it at the end', () => {
  const rows: readonly Row[] = [
    ['the apple no the other', 'Cherry'],
    ['the apple no the other one please', 'Cherry'],
    ['the cherry actually the other', 'Apple'],
    ['apple wait the other one', 'Cherry'],
    ['the apple no um the other', 'Cherry'],
    ['the apple er no the the other one thanks', 'Cherry'],
    ['the apple no i want the other', 'Cherry'],
    ["the apple no i'll take the other", 'Cherry'],
    ['not the apple the other one', 'Cherry'],
    ['red apple no the other', 'Cherry'],
    ['the apple no my wife has the other', 'words'],
    ['the apple the other one', 'Apple + the other one'],
    ['apple no not the other', 'Apple + no not the other'],
    ['the apple no the other one is cheaper', 'Apple + no the other one is cheaper'],
    ['the apple or the cherry no the other', 'words'],
    ['the pear no the other one', 'words'],
    ['no the other', 'words'],
    ['the other one', 'words'],
  ];
  expect(toldTo(offer('Apple | Cherry'), rows)).toEqual(rows);
  const three: readonly Row[] = [['the apple no the other', 'Apple + no the other']];
  expect(toldTo(offer('Apple | Cherry | Pear'), three)).toEqual(three);
  const teas: readonly Row[] = [
    ['green tea no the other', 'Black tea'],
    ['tea no the other', 'words'],
  ];
  expect(toldTo(offer('Green tea | Black tea'), teas)).toEqual(teas);
  const lacking: readonly Row[] = [
    ['the cheese no the other one', 'No cheese'],
    ['no cheese actually the other one', 'words'],
  ];
  expect(toldTo(offer('Cheese | No cheese'), lacking)).toEqual(lacking);
  expect(english.decide(offer('Apple | Cherry'), 'the apple no the other')).toStrictEqual({
    kind: 'choose',
    index: 1,
    rule: 'negation',
    confidence: 0.8,
  });
  const german = offer('Montag | Dienstag');
  expect(inLanguage.decide('de', german, 'montag nicht den anderen')).toMatchObject({ kind: 'choose', index: 1 });
});
