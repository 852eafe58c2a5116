import { isSpokenOf } from '../../../../lambda/conversation/answers/statement';
import { english } from '../english';
import { lexiconOf } from '../lexicon-of';
import { labelOf, marked, offeringOf } from './marked';

type Row = string | readonly [said: string, labels: readonly string[], question?: string];

/** Those in which the option that is marked is only spoken of; what is left picks it, or is for other rules to tell. */
function told(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => {
    const [said, labels = [labelOf(said), 'Something else'], question] = typeof row === 'string' ? [row] : row;
    const found = marked(said);
    const { prepared, kinds, around } = offeringOf(found, labels, question);
    const [label] = prepared.labels;
    return label && isSpokenOf(found.heard, found, around, kinds, label, prepared, lexiconOf('en').language);
  });
}

test('what an option did, or what it goes with did, is only told', () => {
  const TOLD = [
    'the [delivery] never came',
    'the [delivery] yesterday came late',
    '[delivery] never came',
    'the [delivery] man shouted',
    'the [delivery] man left',
    'the [delivery] lady rang',
    'the [pizza] lad never turned up',
    'the [garden] waste recycling lorry came',
    'the [screen] protector came off',
    '[screen] protector came off',
    'my [boiler] exploded',
    'the [gold] card came',
    'the [gold] card came in handy',
    'the [gold] card was lovely',
    'the [mild] beer today was lovely',
    'the [gold] card sounds rubbish',
    'the [lunch] menu is gone',
    'the [lunch] menu says chips',
    'the [lunch] bag has holes',
    'the [lunch] one has holes',
    'the [lunch] one is missing',
    'the [lunch] number rang',
    '[the] lion roared',
  ] as const;
  const LEFT = [
    'the [delivery] man please',
    'the [gold] card works',
    'the [gold] card is fine',
    'the [green] paint is perfect',
    'the [gold] card sounds lovely',
    'the [gold] card sounds really nice',
    'the [gold] card would be lovely',
    'the [lunch] menu is great',
    'the [lunch] one is great',
    'the [lunch] one is that gone',
    '[tea] though coffee is nice',
    "there's a payment on my [card] I never made",
    'the [morning] tour can I book it',
    'a [small] one will fit in our drive',
    ['the [dentist] I saw first', ['First free dentist', 'Dentist Abbot']],
    'good [news] I passed',
  ] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

test('what an option does is told with an article, or of somebody', () => {
  const TOLD = ['the [pool] closes at nine', 'the [gym] opens early', '[rap] sends me to sleep'] as const;
  const LEFT = [
    '[gym] opens early',
    '[rap] sends everyone to sleep',
    '[coffee] cups please',
    'the [coffee] cups please',
    'the [coffee] cups and saucers',
    'my [brake] pads',
  ] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

test('a phrase may stand between an option and its verb', () => {
  const TOLD = ['the [price] on the website is wrong', 'the [price] on the big new website is wrong'] as const;
  const LEFT = [
    'the [price] on the website is fine',
    'the [price] on the website was lovely',
    'the [price] of the website it is wrong',
    'the [price] for my daughter please is wrong',
    '[price] on the website is wrong',
    'the [rose] for the terrace',
    'the [suite] or is that extra',
    'a [box] for four',
  ] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

test('what was is no wish, unless the question asked for it', () => {
  const TOLD = [
    'it was [mild] yesterday',
    'it was [damaged] in the post',
    "she's been [coughing] all night",
    'I just bought [pro] last week',
  ] as const;
  const LEFT = [
    'it {was} [damaged] in the post',
    "it's been [leaking] for days",
    "I've got a [pain] in my knee",
    'what was the [price] last year',
  ] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

test('a wish that something stands against is given up', () => {
  const TOLD = [
    "I wanted a [seven] but my mother won't let me",
    "I'm a [seven] but these come up small",
    "I'm a [seven] really but these come up small",
  ] as const;
  const LEFT = [
    'a [seven] but the shop is shut I phoned',
    "he loves [latin] but it's biology he's failing",
    "I want the [roast] but the gravy's for her",
  ] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

test('what is said to be there, and of what kind, is nothing that is wanted', () => {
  const TOLD = [
    "I'll be [home] late",
    "I've got a [manicure] set at home",
    ["he's [under] five", ['Under 5', '5 to 12', 'Over 12']],
    'is the [bar] open',
    'is the [milk] oat',
    'do [roses] last long',
    'would a [large] one be too big for our street',
    "he's [gold] already",
  ] as const;
  const LEFT = [
    "it's [red]",
    'is the [curry] hot',
    ['is the [thin] crust gluten free', ['Thin', 'Deep dish'], 'What kind of pizza crust?'],
  ] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

test('a verb among the words of an option tells of them', () => {
  const TOLD = [
    'my [back] hurts from the last [massage]',
    'my [back] ached after the [massage]',
    'my [back] kills me from the [massage]',
  ] as const;
  const LEFT = [
    'my [back] keeps aching from the [massage]',
    'the [sea] facing [room]',
    '[back pain] ached',
    'flowers [white]',
    "[I'm new]",
  ] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

test('a limit is not what it limits, unless the option is one', () => {
  const TOLD = ['not before [Wednesday]', 'before the [noon]', 'too [large]'] as const;
  const LEFT = [['before [noon]', ['Before noon', 'After noon']], 'at least [two]', 'over [two]'] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

test('a state of the option is told of it', () => {
  const TOLD = [
    "[yoga]'s full",
    "[yoga]'s full is it",
    '[yoga] is just full',
    '[spin] is it full',
    "[spin] isn't full",
    "my [email]'s full",
    'my [email] is just full',
    'the [lift] is down',
  ] as const;
  const LEFT = [
    ["[screen]'s broken", ['Screen', 'Battery'], "What's wrong with your phone?"],
    '[spin] is it',
    "[yoga]'s lovely is it",
    "[yoga]'s full of stars",
    "[yoga]'s full is fine",
    '[cancel] my order',
    'the [compact] is mine',
    'the [compact] is quicker',
  ] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

test('nothing with something is not the option that is nothing', () => {
  const TOLD = ['[nothing] with nuts', ['[nothing] with nuts', ['Nothing for me', 'Cake']]] as const;
  const LEFT = [
    ['[nothing] with nuts', ['Nothing special', 'Nuts']],
    '[nothing] please',
    'oh [nothing]',
    '[nothing] I just wanted a chat',
  ] as const;
  expect(told([...TOLD, ...LEFT])).toEqual(TOLD);
});

type Decided = readonly [labels: readonly string[], question: string, said: string, meant: string];

test('what is told of an option decides whether it is picked', () => {
  const rows: readonly Decided[] = [
    [['Light blue', 'Dark blue', 'Green'], 'Which colour?', 'the green paint is perfect', 'Green'],
    [['Light blue', 'Dark blue', 'Green'], 'Which colour?', 'the green paint was rubbish', 'words'],
    [['Monday', 'Friday'], 'Which day suits you?', "friday's full", 'words'],
    [['Monday', 'Friday'], 'Which day suits you?', "friday's full so monday", 'Monday'],
    [['Monday', 'Friday'], 'Which day suits you?', "friday's fine", 'Friday'],
    [['Monday', 'Friday'], 'Which day suits you?', "on friday I'm really free", 'Friday'],
    [['Monday', 'Friday'], 'Which day suits you?', "on friday I'm really busy", 'words'],
    [['Screen', 'Battery'], "What's wrong with your phone?", 'my screen is really broken', 'Screen'],
    [['Screen', 'Battery'], 'Which part would you like?', 'my screen is really broken', 'words'],
  ];
  const decided = ([labels, question, said]: Decided): Decided => {
    const decision = english.decide({ labels, question, from: 0, to: labels.length }, said);
    return [labels, question, said, decision.kind === 'choose' ? (labels[decision.index] ?? '') : decision.kind];
  };
  expect(rows.map(decided)).toEqual(rows);
});
