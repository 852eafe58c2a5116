import { createPlaceTails, isRefused, withoutTail } from '../../../../lambda/conversation/answers/place-tail';
import { heardAs, lexicon } from '../made-ready';
import { offer, type Row, toldTo } from './told';

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
