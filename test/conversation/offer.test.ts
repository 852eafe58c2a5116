import {
  choicesOf,
  countsOn,
  firstOptions,
  inputOf,
  inputOfSeveral,
  isChoice,
  isLastBatch,
  leavingChoice,
  menuOffer,
  namedOffer,
  nextOptions,
  type Offered,
  openOffer,
  readOptions,
  spokenOffer,
  withHeard,
} from '../../lambda/conversation/choices';
import type { Offer } from '../../lambda/conversation/conversation';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage } from '../support/talk';

const voice = voiceFor('en-US');
const of = (...labels: readonly string[]): Offered[] => labels.map((label) => ({ choice: { label } }));
const onCard = (card: string, ...labels: readonly string[]): Offered[] =>
  labels.map((label) => ({ choice: { label }, card }));
const opened = (...offered: readonly Offered[]) =>
  openOffer(offered, voice) ?? menuOffer([{ label: 'none', reply: '0' }]);
const offerOf = (...labels: readonly string[]): Offer => ({
  choices: labels.map((label) => ({ label })),
  labels,
  from: 0,
  to: labels.length,
});
const named = (length: number) => 'a'.repeat(length);

describe('of what is offered', () => {
  test.each<[string, readonly string[], number]>([
    ['four short ones are read at once', ['One', 'Two', 'Red', 'Blue'], 4],
    ['four of thirty letters are', ['One', 'Two', 'Red', named(30)], 4],
    ['three are read where one is longer', ['One', 'Two', 'Red', named(31)], 3],
    ['three of five are', ['One', 'Two', 'Red', 'Blue', 'Green'], 3],
    ['a scale of five is', ['★', '★★', '★★★', '★★★★', '★★★★★'], 5],
    ['of a scale of six signs three are', ['☀', '☁', '☂', '☃', '★', '☆'], 3],
    ['of long signs three are', [1, 2, 3, 4, 5].map((stars) => '★'.repeat(10 + stars)), 3],
    ['numbers that count are all read', ['1', '2', '3', '4', '5', '6', '7', '8'], 8],
    ['numbers that leap are not', ['1', '2', '3', '4', '5', '6', '8'], 3],
    ['two are two', ['One', 'Two'], 2],
  ])('%s', (_what, labels, to) => {
    expect(opened(...of(...labels))).toMatchObject({ from: 0, to });
  });

  test('nothing is no offer', () => {
    expect(openOffer([], voice)).toBeUndefined();
  });

  test('each is called as it is said, and knows its synonyms', () => {
    const offer = opened({ choice: { label: 'Tea', synonyms: ['chai'] } }, ...of('Cake'));
    expect(offer).toEqual({
      choices: [{ label: 'Tea', synonyms: ['chai'] }, { label: 'Cake' }],
      labels: ['Tea', 'Cake'],
      synonyms: [['chai'], []],
      from: 0,
      to: 2,
    });
    expect(Object.keys(opened(...of('Tea', 'Cake')) ?? {})).toEqual(['choices', 'labels', 'from', 'to']);
  });

  test('a yes and a no are nothing but that', () => {
    expect(opened(...of('Yes', 'No'))).toMatchObject({ isYesNo: true });
    expect(opened(...of('No', 'Yes'))).toMatchObject({ isYesNo: true });
    for (const labels of [['Yes', 'Sure'], ['Yes', 'Cake'], ['Cake', 'No'], ['Yes', 'No', 'Cake'], ['Yes']]) {
      expect(opened(...of(...labels))).not.toHaveProperty('isYesNo');
    }
  });
});

describe('what can be done with each of several cards', () => {
  const bikes = [...onCard('Red bike', 'Buy', 'Rent'), ...onCard('Blue bike', 'Buy', 'Rent')];

  test('is said once, and beside it what is offered beside them', () => {
    const offer = opened(...bikes, ...of('Talk to us'));
    expect(offer).toMatchObject({ actions: ['Buy', 'Rent'], beside: ['Talk to us'], from: 0, to: 5 });
    expect(offer && spokenOffer(offer)).toEqual({
      labels: ['Buy', 'Rent'],
      more: false,
      from: 0,
      isOfEach: true,
      beside: ['Talk to us'],
    });
    const alone = opened(...bikes);
    expect(alone).not.toHaveProperty('beside');
    expect(alone && spokenOffer(alone)).toEqual({ labels: ['Buy', 'Rent'], more: false, from: 0, isOfEach: true });
  });

  test('is told apart by the card', () => {
    expect(opened(...bikes)?.labels).toEqual(
      ['Red bike', 'Blue bike'].flatMap((card) => ['Buy', 'Rent'].map((label) => voice.label({ label }, 0, card))),
    );
    expect(opened(...of('Buy', 'buy!', 'Rent'))?.labels).toHaveLength(3);
  });

  test.each<[string, readonly Offered[]]>([
    ['differs', [...onCard('Red bike', 'Buy'), ...onCard('Blue bike', 'Rent')]],
    ['is that of one card', onCard('Red bike', 'Buy', 'Rent')],
    ['is too much', [...onCard('Red bike', 'A', 'B', 'C', 'D'), ...onCard('Blue bike', 'A', 'B', 'C', 'D')]],
    ['stands beside too much else', [...bikes, ...of('A', 'B', 'C', 'D', 'E')]],
    ['is offered beside them, too', [...bikes, ...of('Buy')]],
  ])('is read out by itself where it %s', (_what, offered) => {
    expect(opened(...offered)).not.toHaveProperty('actions');
  });
});

describe('choices that the text has listed', () => {
  const offer = offerOf('Tea', 'Cake');

  test('were heard: each by its name', () => {
    expect(withHeard(offer, [], ['Hello', 'cake!', 'TEA'])).toEqual({ ...offer, from: 0, to: 2, isHeard: true });
    expect(withHeard(offer, [], ['Tea'])).toBe(offer);
    const [one, actions] = [offerOf('Tea'), { ...offer, actions: ['Buy'] }];
    expect(withHeard(one, [], ['Tea'])).toBe(one);
    expect(withHeard(actions, [], ['Tea', 'Cake'])).toBe(actions);
  });

  test.each([[['1', '2']], [['Green tea', 'Cheese cake']], [['1 Green tea', '2. Cheese cake']]])(
    'as a menu are called what the menu calls them: %j',
    (labels) => {
      const menu = [
        { label: 'Green tea', reply: '1' },
        { label: 'Cheese cake', reply: '2' },
      ];
      const heard = withHeard({ ...offerOf(...labels), synonyms: [['chai'], []] }, menu, []);
      expect(heard).toMatchObject({ labels: ['Green tea', 'Cheese cake'], isHeard: true, from: 0, to: 2 });
      expect(heard.synonyms).toEqual([[...new Set(['1', labels[0], 'chai'])], [...new Set(['2', labels[1]])]]);
      expect(withHeard(offerOf(...labels), menu, []).synonyms?.[0]).toEqual([...new Set(['1', labels[0]])]);
    },
  );

  test('in another menu were not heard', () => {
    expect(
      withHeard(
        offer,
        [
          { label: 'Tea', reply: '1' },
          { label: 'Pie', reply: '2' },
        ],
        [],
      ),
    ).toBe(offer);
    expect(withHeard(offer, [{ label: 'Tea', reply: '1' }], [])).toBe(offer);
  });
});

test('a menu is an offer of what is told the bot, and words that are named are none by themselves', () => {
  const menu = menuOffer([
    { label: 'Tea', reply: '1' },
    { label: 'Cake', reply: '2' },
  ]);
  expect(menu).toEqual({
    choices: [{ label: 'Tea' }, { label: 'Cake' }],
    labels: ['Tea', 'Cake'],
    replies: ['1', '2'],
    synonyms: [['1'], ['2']],
    from: 0,
    to: 2,
  });
  expect(menuOffer([])).toBeUndefined();
  expect(namedOffer([])).toBeUndefined();
  const words = namedOffer([
    { label: 'confirm', reply: 'CONFIRM', synonym: 'go on' },
    { label: 'stop', reply: 'STOP' },
  ]);
  expect(words).toMatchObject({ synonyms: [['CONFIRM', 'go on'], ['STOP']], isNamed: true });
  expect([menu, words, undefined].map(isChoice)).toEqual([true, false, false]);
  expect(menu && spokenOffer(menu)).toBeUndefined();
  expect(menu && readOptions(menu)).toEqual({ labels: ['Tea', 'Cake'], more: false, from: 0 });
  expect(menu && inputOf(menu, 1)).toEqual({ kind: 'text', text: '2' });
  expect(inputOf(offerOf('Tea'), 0)).toEqual({ kind: 'choice', choice: { label: 'Tea' } });
  expect(inputOf(offerOf('Tea'), 1)).toBeUndefined();
});

test('several are picked at once only where each of them may be', () => {
  const choices = ['Ham', 'Onions', 'None'].map((label, index) => ({
    label,
    option: index,
    ...(index < 2 && { several: true as const }),
  }));
  const offer = { ...offerOf('Ham', 'Onions', 'None'), choices };
  expect(inputOfSeveral(offer, [1, 0])).toEqual({ kind: 'choice', choice: { label: 'Onions, Ham', option: [1, 0] } });
  expect(inputOfSeveral(offer, [0, 2])).toBeUndefined();
  expect(inputOfSeveral(offer, [])).toBeUndefined();
  expect(inputOfSeveral(offer, [9])).toBeUndefined();
});

test('choices are read on, and from the first again behind the last', () => {
  const labels = ['One', 'Two', 'Three', 'Four', 'Five', named(40), 'Seven', 'Eight'];
  const offer: Offer = { ...offerOf(...labels), to: 3, isTie: true, isHeard: true, beside: ['x'] };
  const next = nextOptions(offer);
  expect(next).toEqual({ choices: offer.choices, labels, from: 3, to: 6 });
  expect([isLastBatch(offer), isLastBatch(next)]).toEqual([false, false]);
  const last = nextOptions(next);
  expect([last.from, last.to, isLastBatch(last)]).toEqual([6, 8, true]);
  expect(nextOptions(last)).toMatchObject({ from: 0, to: 3 });
  expect(firstOptions(last)).toEqual({ choices: offer.choices, labels, from: 0, to: 3 });
  expect(spokenOffer(next)).toEqual({ labels: labels.slice(3, 6), more: true, from: 3 });
  expect(spokenOffer(offer)).toEqual({ labels: labels.slice(0, 3), more: true, from: 0, isHeard: true });
  expect(readOptions({ ...offerOf('Yes', 'No'), isYesNo: true })).toEqual({
    labels: ['Yes', 'No'],
    more: false,
    from: 0,
    isYesNo: true,
  });
});

test.each<[readonly string[], boolean]>([
  [['1', '2', '3'], true],
  [['7', '8'], true],
  [['998', '999'], true],
  [['999', '1000'], false],
  [['1'], false],
  [[], false],
  [['1', '3'], false],
  [['2', '1'], false],
  [['one', 'two'], false],
  [['1', '2 stars'], false],
])('%j counts on: %j', (labels, isSo) => {
  expect(countsOn(labels)).toBe(isSo);
});

test('a message offers its quick replies, and the buttons of its cards', () => {
  const cards = [{ title: 'Red bike', choices: [{ label: 'Buy' }] }, { choices: [{ label: 'Rent' }] }];
  expect(choicesOf({ ...botMessage('Look.', ['Tea']), cards })).toEqual([
    { choice: { label: 'Tea', option: { payload: 'TEA' } } },
    { choice: { label: 'Buy' }, card: 'Red bike' },
    { choice: { label: 'Rent' }, card: undefined },
  ]);
});

test('what only leaves is known by its label, or by what the text says of its word', () => {
  expect(leavingChoice(offerOf('Tea', 'Cancel'), 'Which one?', voice)).toBe(1);
  expect(leavingChoice(offerOf('Never mind', 'Tea'), 'Which one?', voice)).toBe(0);
  expect(leavingChoice(offerOf('Tea', 'Cake'), 'Which one?', voice)).toBeUndefined();
  const said = 'Type CANCEL to end this chat.';
  const words = namedOffer([{ label: 'cancel', reply: 'CANCEL', synonym: 'end this chat' }]);
  expect(words && leavingChoice(words, said, voice)).toBe(0);
  const order = namedOffer([{ label: 'cancel', reply: 'CANCEL', synonym: 'cancel your order' }]);
  expect(order && leavingChoice(order, 'Type CANCEL to cancel your order.', voice)).toBeUndefined();
});
