import { endingOf, isAsking, isContrasted } from '../../../../lambda/conversation/answers/ending';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { plain } from '../../../../lambda/conversation/answers/named';
import { lexicon, ready } from './ready';

const FLOWERS = ['Roses', 'Tulips', 'Lilies'];
const ROOMS = ['Single', 'Double', 'Suite'];
const WAYS = ['Courier', 'Post', 'Pick up'];
const PIZZAS = ['Hawaiian', 'Pepperoni', 'Veggie'];
const CARDS = ['Block a card', 'Change my PIN', 'Order a card'];
const CLASSES = ['Beginners', 'Improvers', 'Advanced'];
const MATTERS = ['Invoice', 'Order', 'Refund'];
const PAINTS = ['Light blue', 'Dark blue', 'Red'];
const NUMBERS = ['1', '2', '4'];

function endedWith(said: string, labels: readonly string[]) {
  const { heard, prepared, evidence } = ready(said, labels);
  const ending = endingOf(heard, evidence, (only) => plain(only, prepared, lexicon), lexicon);
  return { heard, ending, isContrasted: ending !== undefined && isContrasted(heard, prepared, lexicon, ending) };
}

/** What was said, and the option that it ends with, with its words; none where it ends with none that stands by itself. */
type Row = readonly [labels: readonly string[], said: string, option?: string, words?: string];

function found(rows: readonly Row[]): Row[] {
  return rows.map(([labels, said]) => {
    const { heard, ending } = endedWith(said, labels);
    if (!ending) return [labels, said];
    return [labels, said, labels[ending.decision.index], heard.texts.slice(ending.from).join(' ')];
  });
}

test('an utterance ends with the option that stands last, with its article and what is said behind it', () => {
  const rows: readonly Row[] = [
    [FLOWERS, 'it is for my nan the roses', 'Roses', 'the roses'],
    [FLOWERS, 'it is for my nan the roses please', 'Roses', 'the roses please'],
    [FLOWERS, 'please the roses', 'Roses', 'the roses'],
    [PIZZAS, 'i want the hawaiian pizza', 'Hawaiian', 'the hawaiian pizza'],
    [PIZZAS, 'i want the hawaiian pizza thanks', 'Hawaiian', 'the hawaiian pizza thanks'],
    [NUMBERS, 'i will have the two then', '2', 'the two then'],
    [CARDS, 'i forgot it change my pin', 'Change my PIN', 'change my pin'],
    [CARDS, 'it is my pin', 'Change my PIN', 'my pin'],
    [['The Last One', 'Casablanca'], 'we saw the last one', 'The Last One', 'the last one'],
    [['Yes please', 'No thanks'], 'it is for my nan so yes please', 'Yes please', 'yes please'],
    [ROOMS, 'suite er single would be best', 'Single', 'single would be best'],
    [['One night', 'Two nights'], 'just one night', 'One night', 'one night'],
    // Nothing before it, it is not the last, or several fit.
    [PAINTS, 'it is for my nan the blue'],
    [FLOWERS, 'the roses'],
    [FLOWERS, 'roses please'],
    [FLOWERS, 'the roses for my nan'],
    [FLOWERS, 'for my nan please'],
    [PIZZAS, 'pizza'],
    [PIZZAS, 'she wants the pizza'],
    [NUMBERS, 'my sister is taking one'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('an option that hangs on "and", "or" or a preposition stands not by itself', () => {
  const rows: readonly Row[] = [
    [FLOWERS, 'for my nan and the roses'],
    [FLOWERS, 'for my nan or the roses'],
    [FLOWERS, 'tulips or maybe roses'],
    [FLOWERS, 'tulips then roses'],
    [FLOWERS, 'tulips and um roses'],
    [FLOWERS, 'i ride in the roses'],
    [FLOWERS, 'tulips but roses', 'Roses', 'roses'],
    [FLOWERS, 'tulips so roses', 'Roses', 'roses'],
    [WAYS, 'my mum said by courier'],
    [WAYS, 'on the post by courier'],
    [WAYS, 'by mail not in the post by courier'],
    [WAYS, 'not by post by courier', 'Courier', 'courier'],
    [WAYS, 'it was by post so by courier', 'Courier', 'courier'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('nor does one that is denied, but behind what is denied it does', () => {
  const rows: readonly Row[] = [
    [MATTERS, 'it is not showing the invoice'],
    [ROOMS, 'i do not want the double'],
    [ROOMS, 'i do not know about the double'],
    [ROOMS, 'we never really double'],
    [ROOMS, 'not mango the double'],
    [ROOMS, 'not to me of the double'],
    [ROOMS, "not with my wife's double"],
    [CLASSES, "isn't she the improvers"],
    [CLASSES, 'she has not the improvers'],
    [CLASSES, "she's moved up hasn't she the improvers", 'Improvers', 'the improvers'],
    [ROOMS, 'she will not have it the double', 'Double', 'the double'],
    [ROOMS, 'no i said the double', 'Double', 'the double'],
    [ROOMS, 'it is not that big so the double', 'Double', 'the double'],
    [ROOMS, 'it is not a very good double', 'Double', 'double'],
    [ROOMS, 'not the single the double', 'Double', 'the double'],
    [ROOMS, 'not lovely the double', 'Double', 'the double'],
    [ROOMS, 'not sorry double', 'Double', 'double'],
    [ROOMS, 'no mango the double', 'Double', 'the double'],
    [ROOMS, 'not but double', 'Double', 'double'],
    [ROOMS, 'not today the double', 'Double', 'the double'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a courtesy behind the option asks for it', () => {
  const rows: readonly (readonly [said: string, isAsked: boolean])[] = [
    ['it is for my nan the roses please', true],
    ['it is for my nan the roses please um', false],
    ['it is for my nan the roses', false],
    ['it is for my nan the roses then', false],
  ];
  expect(rows.map(([said]) => [said, endedWith(said, FLOWERS).ending?.isAsked])).toEqual(rows);
  // A courtesy that is the option itself.
  expect(endedWith('we um yes yes please', ['Yes please', 'No thanks']).ending?.isAsked).toBe(false);
});

/** What was said, and whether what was named before is put aside for what it ends with. */
type Contrasted = readonly [labels: readonly string[], said: string, isContrasted: boolean];

test('another option is put aside by "but" or "so", by what is denied or too much, and by settling', () => {
  const rows: readonly Contrasted[] = [
    [ROOMS, 'the suite is lovely but my purse says single', true],
    [ROOMS, 'the suite is dear so single', true],
    [ROOMS, 'the suite is too dear the single', true],
    [ROOMS, 'the suite cannot be helped single', true],
    [ROOMS, 'suite hmm i do not need it single', true],
    [ROOMS, 'the suite my purse says single then', true],
    [ROOMS, 'the suite but that was the single', true],
    [ROOMS, 'the suite is lovely my purse says single', false],
    [ROOMS, 'the suite is over priced single', false],
    [ROOMS, 'the suite um my purse says single', false],
    [ROOMS, 'the suite is too dear no single', false],
    [PAINTS, 'the blue is too dear so light blue', false],
    [["Won't drain at all", "Won't spin"], "won't drain lovely won't spin", true],
    [ROOMS, 'the single is lovely but single', false],
    // A concession takes nothing back, but may begin.
    [ROOMS, 'the suite though my purse says single', false],
    [ROOMS, 'the suite is too dear though i like single', false],
    [ROOMS, 'though the suite is nice so single', true],
    // Asked, or told of what happened to it.
    [ROOMS, 'suite but is it nice single', false],
    [ROOMS, 'the suite was dear but i booked the single', false],
    [ROOMS, 'the suite is too dear she got the single', false],
    [ROOMS, 'the suite is too dear she got um the single', false],
    [ROOMS, 'suite so i lost my single', false],
    [MATTERS, 'the order is late but we had the refund', false],
    [MATTERS, 'the order is too late if it can be helped the refund', true],
    [MATTERS, 'not the order but it was been a refund', true],
    // No other is named: somebody tells of something else.
    [ROOMS, 'we never sit in but single', true],
    [ROOMS, 'never sit in but single', false],
    [ROOMS, 'we sit in but single', false],
    [ROOMS, 'we never sit in lovely single', false],
    [['Not sure', 'Sure'], 'i am not sure but sure', false],
    [["Won't drain", "Won't spin"], "won't drain lovely won't spin", false],
  ];
  const found = rows.map(([labels, said]) => [labels, said, endedWith(said, labels).isContrasted]);
  expect(found).toEqual(rows);
});

test('a question word asks, a verb only where it begins and its subject follows', () => {
  const rows: readonly (readonly [said: string, isAsking: boolean])[] = [
    ['why', true],
    ['how much', true],
    ['i wonder how', true],
    ['could you', true],
    ['what is it', true],
    ['is it nice', true],
    ['is there one', true],
    ['was he', true],
    ['so is that', true],
    ['sorry is it', true],
    ['and are the dogs in', true],
    ['are dogs', false],
    ['so are dogs', false],
    ['it is nice', false],
    ['there is one', false],
    ['the one is it nice', false],
  ];
  expect(rows.map(([said]) => [said, isAsking(hear(said, lexicon), 0, said.split(' ').length)])).toEqual(rows);
  const part = hear('the single is nice is it how', lexicon);
  expect([isAsking(part, 0, 4), isAsking(part, 4, 6), isAsking(part, 0, 6), isAsking(part, 2, 7)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
