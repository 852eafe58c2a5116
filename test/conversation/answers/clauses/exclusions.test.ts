import {
  byExclusion,
  excludedOptions,
  findExclusions,
  isOfSpeaker,
  othersThan,
  withoutExcluded,
} from '../../../../lambda/conversation/answers/exclusion';
import { lexiconOf } from '../lexicon-of';
import { lexicon, placeOf, ready } from './ready';

const ROOMS = ['Single', 'Double', 'Suite'];
const PLACES = ['Kitchen', 'Hall', 'Bath'];
const WAYS = ['Phone', 'Post', 'Email'];
const APPS = ['Mobile app', 'Branch', 'Post'];
const CHANGES = ['Change time', 'Cancel', 'Add guests'];
const CUSTOMERS = ['New customer', 'Existing customer'];
const PAINTS = ['Light blue', 'Dark blue', 'Light green', 'Red'];
const ONIONS = ['No onions', 'Onions', 'Cheese'];
const BOARDS = ['Bed and breakfast', 'Full board', 'Half board'];
const CARS = ['Ranger', 'Fiesta', 'Corsa'];
const CRISPS = ['Salt & vinegar', 'Salt only', 'Vinegar only'];
const FLOWERS = ['Roses', 'Tulips', 'Lilies', 'Daisies', 'Irises'];
const ORDERS = ['Delivery', 'Collection'];
const TERMS = ['I accept', 'I do not accept', 'Ask me later'];
const ZIMMER = ['Einzelzimmer', 'Doppelzimmer', 'Suite'];
const TAGE = ['Montag', 'Dienstag', 'Mittwoch'];
const HEIZUNG = ['Heizung', 'Keine Heizung', 'Klimaanlage'];

function exclusionOf(said: string, labels: readonly string[], own = lexicon) {
  const all = ready(said, labels, undefined, own);
  return { ...all, exclusion: findExclusions(all.heard, all.evidence, 0, own.language.polarity.objects) };
}

/** What was said, and the words of it that exclude. */
type Excluded = readonly [labels: readonly string[], said: string, ...excluded: string[]];

function excluded(rows: readonly Excluded[], own = lexicon): Excluded[] {
  return rows.map(([labels, said]) => {
    const { heard, exclusion } = exclusionOf(said, labels, own);
    return [labels, said, ...exclusion.spans.map(({ from, to }) => heard.texts.slice(from, to).join(' '))];
  });
}

test('what denies excludes the option that follows, as far as its name goes', () => {
  const rows: readonly Excluded[] = [
    [ROOMS, 'the suite'],
    [ROOMS, 'not the suite', 'not the suite'],
    [ROOMS, 'the double not the suite', 'not the suite'],
    [ROOMS, 'anything but the suite', 'anything but the suite'],
    [ROOMS, 'hate the suite', 'hate the suite'],
    [ROOMS, 'not no suite', 'not no suite'],
    [ROOMS, 'never made a double', 'never made a double'],
    [ROOMS, 'not double suite', 'not double'],
    [ROOMS, 'i do not want to have the suite', 'not want to have the suite'],
    [PAINTS, 'not the light blue', 'not the light blue'],
    [PAINTS, 'not the light one', 'not the light'],
    [BOARDS, 'not bed and breakfast', 'not bed and breakfast'],
    [['Return to depot', 'Leave at door'], 'not return to depot', 'not return to depot'],
    [CARS, "not the wife's ranger", "not the wife 's ranger"],
    [WAYS, 'not for the um phone', 'not for the um phone'],
    // Too far, or another thought.
    [ROOMS, 'i do not want to have to pay the suite'],
    [ROOMS, 'it is not that big so the suite'],
    [ROOMS, 'she never booked the suite'],
    [CARS, 'not the wife ranger'],
    [CARS, "not my wife's old ranger"],
    [WAYS, 'not for it um phone'],
    [WAYS, 'not about that sorry phone'],
    [WAYS, 'not with that please phone'],
    [WAYS, 'email i am no good with that just phone'],
    [WAYS, 'not for it phone', 'not for it phone'],
    [WAYS, 'not it um phone', 'not it um phone'],
  ];
  expect(excluded(rows)).toEqual(rows);
});

test('a list of them is excluded, behind "or" and "nor" alone', () => {
  const rows: readonly Excluded[] = [
    [PLACES, 'not the kitchen or the hall', 'not the kitchen', 'or the hall'],
    [PLACES, 'not the kitchen or not the hall', 'not the kitchen', 'or not the hall'],
    [PLACES, 'not the kitchen nor um the hall', 'not the kitchen', 'nor um the hall'],
    [PLACES, 'not the kitchen one or the hall', 'not the kitchen', 'one or the hall'],
    [PLACES, 'not the kitchen um or the hall', 'not the kitchen', 'um or the hall'],
    [PLACES, 'not the kitchen or hall or bath', 'not the kitchen', 'or hall', 'or bath'],
    [PAINTS, 'not the light blue or the red', 'not the light blue', 'or the red'],
    [PLACES, 'not the kitchen and the hall', 'not the kitchen'],
    [PLACES, 'not the kitchen or today', 'not the kitchen'],
    [PLACES, 'not the kitchen the hall', 'not the kitchen'],
  ];
  expect(excluded(rows)).toEqual(rows);
});

test('a no excludes only what stands right behind it, and may be a change of mind', () => {
  const rows: readonly Excluded[] = [
    [ROOMS, 'no suite', 'no suite'],
    [ROOMS, 'no the suite'],
    [ROOMS, 'no no suite'],
    [ROOMS, 'no um suite'],
    [ROOMS, 'oops no suite'],
    [ROOMS, 'no single it is too thin', 'no single'],
    [CHANGES, 'no change time', 'no change time'],
    [CHANGES, 'no cancel', 'no cancel'],
    [CHANGES, 'do not cancel it', 'not cancel'],
    [CHANGES, 'no cancel it'],
    [['Keep it', 'Change it'], 'no change it'],
    [CUSTOMERS, 'i am not new no existing', 'not new'],
    [CUSTOMERS, 'not new no not existing', 'not new', 'not existing'],
    [CUSTOMERS, 'no new no existing', 'no new', 'no existing'],
    // A label that denies says so itself.
    [ONIONS, 'no onions'],
    [ONIONS, 'not the onions', 'not the onions'],
    [ONIONS, 'no onions no cheese', 'no cheese'],
    [TERMS, 'i do not accept'],
    [TERMS, 'do not ask me later', 'not ask me later'],
  ];
  expect(excluded(rows)).toEqual(rows);
});

test('what somebody is no good at is excluded, and no change of mind', () => {
  const rows: readonly Excluded[] = [
    [APPS, 'post please i am no good with apps', 'am no good with apps'],
    [APPS, 'i am no good with apps', 'am no good with apps'],
    [APPS, 'post please my mum is no good with apps', 'is no good with apps'],
    [APPS, 'post please they are no good with apps', 'are no good with apps'],
    [APPS, 'post i am no good on apps', 'no good on apps'],
    [APPS, 'post it is no good on apps'],
    [ROOMS, 'the single it is no good the double'],
  ];
  expect(excluded(rows)).toEqual(rows);
  const speaks: readonly (readonly [said: string, negator: string, isSpeaker: boolean])[] = [
    ['i am no good on apps', 'no', true],
    ['we are no good on apps', 'good', true],
    ['i am not there', 'not', true],
    ['i am no there', 'there', false],
    ['i said no apps', 'no', false],
    ['i am not no apps', 'no', false],
    ['she is not there', 'not', false],
    ['i am there', 'there', false],
    ['i would not', 'not', false],
    ['we are hang on no apps', 'no', false],
    ['i am sorry no good on apps', 'no', false],
  ];
  const found = speaks.map(([said, negator]) => {
    const { heard } = ready(said, APPS);
    return [said, negator, isOfSpeaker(heard, placeOf(heard, negator)[0])];
  });
  expect(found).toEqual(speaks);
});

test('in German, a denial behind an option excludes it with what stands between', () => {
  const rows: readonly Excluded[] = [
    [ZIMMER, 'die suite'],
    [ZIMMER, 'die suite nicht', 'suite nicht'],
    [ZIMMER, 'die suite nicht das einzelzimmer', 'suite nicht'],
    [ZIMMER, 'die suite will ich bitte nicht', 'suite will ich bitte nicht'],
    [ZIMMER, 'doppelzimmer suite nicht', 'doppelzimmer suite nicht'],
    [ZIMMER, 'das einzelzimmer oder die suite nicht', 'suite nicht'],
    [ZIMMER, 'nicht die suite', 'nicht die suite'],
    [ZIMMER, 'keine suite', 'keine suite'],
    [TAGE, 'montag leider nicht', 'montag leider nicht'],
    [HEIZUNG, 'heizung nicht', 'heizung nicht'],
    [HEIZUNG, 'keine heizung'],
    [['Geht nicht an', 'Geht nicht aus'], 'geht nicht an'],
    // Too far, something else between, or no option at all.
    [ZIMMER, 'die suite will ich aber bitte nicht'],
    [ZIMMER, 'die suite auto nicht'],
    [ZIMMER, 'bitte nicht'],
    [ZIMMER, 'nicht'],
  ];
  expect(excluded(rows, lexiconOf('de'))).toEqual(rows);
});

/** What was said, the options that are left where nothing else was, or none where it is told to the bot. */
type Left = readonly [labels: readonly string[], said: string, ...left: string[]];

function left(rows: readonly Left[], own = lexicon): Left[] {
  return rows.map(([labels, said]) => {
    const { heard, prepared, evidence, exclusion } = exclusionOf(said, labels, own);
    const decision = byExclusion(heard, prepared, evidence, exclusion);
    if (decision.kind !== 'choose' && decision.kind !== 'which') {
      expect(decision).toEqual({ kind: 'words' });
      return [labels, said];
    }
    expect(decision.rule).toBe('negation');
    const indexes = decision.kind === 'which' ? decision.indexes : [decision.index];
    return [labels, said, ...indexes.map((index) => labels[index] ?? '')];
  });
}

test('the others are meant, or asked about where they are few', () => {
  const rows: readonly Left[] = [
    [ROOMS, 'not the suite', 'Single', 'Double'],
    [ROOMS, 'not the single or the double', 'Suite'],
    [ROOMS, 'not the single or the double or the suite'],
    [PAINTS, 'not the red', 'Light blue', 'Dark blue', 'Light green'],
    [PAINTS, 'not the blue', 'Light green', 'Red'],
    [FLOWERS, 'any but the roses'],
    [FLOWERS, 'any but the roses or tulips', 'Lilies', 'Daisies', 'Irises'],
    [CRISPS, 'not the vinegar', 'Salt only'],
    [CRISPS, 'not salt and vinegar', 'Salt only', 'Vinegar only'],
    [ONIONS, 'not the onions', 'No onions', 'Cheese'],
    [ROOMS, 'not the single great', 'Double', 'Suite'],
    [ROOMS, 'not the single i do not mind', 'Double', 'Suite'],
    [ROOMS, 'not the single mango'],
    [ORDERS, 'not delivery today', 'Collection'],
    [ORDERS, 'no delivery today'],
  ];
  expect(left(rows)).toEqual(rows);
});

test('a reason behind it says nothing against them, a past or a wish does', () => {
  const rows: readonly Left[] = [
    [ROOMS, 'not the single i am not made of money', 'Double', 'Suite'],
    [ROOMS, 'not the single um it is too thin', 'Double', 'Suite'],
    [ROOMS, 'not the single please it is too thin', 'Double', 'Suite'],
    [ROOMS, 'not the single it looks thin', 'Double', 'Suite'],
    [ROOMS, 'not the single it was too thin'],
    [ROOMS, 'not the single i want a bed'],
    [ROOMS, 'not the single she is tall and wants a bed', 'Double', 'Suite'],
    [ROOMS, 'not the single i am tall and want a bed'],
    [ROOMS, 'not the single is it thin'],
    [ROOMS, 'not the single it is thin how about a bed'],
    [ROOMS, 'not the single too thin'],
    [ROOMS, 'no single it is too thin'],
    [ROOMS, 'not want the single it is too thin'],
    [ROOMS, 'not the single or the one i like it is too thin'],
  ];
  expect(left(rows)).toEqual(rows);
});

test('what is not there, or was not, excludes nothing', () => {
  const rows: readonly Left[] = [
    [ROOMS, 'it is not a double'],
    [ROOMS, 'i have no double'],
    [ROOMS, 'there is no double'],
    [ROOMS, 'well it is not a double'],
    [ROOMS, 'hang on it is not a double'],
    [ROOMS, 'she never made a double'],
    [ROOMS, 'never made a double', 'Single', 'Suite'],
    [ROOMS, 'we said no suite', 'Single', 'Double'],
    [ROOMS, 'as long as it is not the suite', 'Single', 'Double'],
  ];
  expect(left(rows)).toEqual(rows);
  const german: readonly Left[] = [
    [ZIMMER, 'keine suite', 'Einzelzimmer', 'Doppelzimmer'],
    [ZIMMER, 'die suite bitte nicht', 'Einzelzimmer', 'Doppelzimmer'],
    [ZIMMER, 'die suite gefällt mir nicht', 'Einzelzimmer', 'Doppelzimmer'],
    [ZIMMER, 'ich habe keine suite'],
    [ZIMMER, 'ich habe noch keine suite'],
    [ZIMMER, 'es gibt noch keine suite'],
    [ZIMMER, 'das ist noch keine suite'],
    [ZIMMER, 'die suite kann ich nicht'],
    [ZIMMER, 'die suite ist es nicht'],
    [TAGE, 'am montag kann ich nicht'],
    [TAGE, 'mein montag ist nicht so gut'],
    [TAGE, 'montag nicht', 'Dienstag', 'Mittwoch'],
  ];
  expect(left(german, lexiconOf('de'))).toEqual(german);
});

test('of what was excluded nothing is left but what a label that denies says', () => {
  const rows: readonly (readonly [labels: readonly string[], said: string, out: string, one: string, kept: string])[] =
    [
      [ROOMS, 'the suite', '', '', 'Suite: suite'],
      [ROOMS, 'the double not the suite', 'Suite', 'Suite', 'Double: double'],
      [PAINTS, 'not the blue', 'Light blue, Dark blue', '', ''],
      [CRISPS, 'salt not the vinegar', 'Salt & vinegar, Vinegar only', '', 'Salt & vinegar: salt; Salt only: salt'],
      [ONIONS, 'not the onions', 'Onions', 'Onions', 'No onions: onions'],
      [PAINTS, 'not the red the light green', 'Red', 'Red', 'Light blue: light; Light green: light green'],
      [['No onions', 'Cheese'], 'not the onions', 'No onions', '', 'No onions: onions'],
      [BOARDS, 'half board not the full board', 'Full board', 'Full board', 'Half board: half board'],
    ];
  const found = rows.map(([labels, said]) => {
    const { heard, evidence, exclusion } = exclusionOf(said, labels);
    const names = (indexes: Iterable<number>) => [...indexes].map((index) => labels[index]).join(', ');
    const kept = [...withoutExcluded(evidence, exclusion)].map(
      ([{ index }, { content }]) => `${labels[index]}: ${[...content].map((at) => heard.texts[at]).join(' ')}`,
    );
    const out = [true, false].map((ties) => names([...excludedOptions(evidence, exclusion, ties)].sort()));
    return [labels, said, ...out, kept.sort().join('; ')];
  });
  expect(found).toEqual(rows);
});

test('of a few others one is meant, several are asked about, and many are not', () => {
  const { prepared } = ready('', FLOWERS);
  expect(othersThan(new Set([0, 1, 2, 4]), prepared)).toEqual({
    kind: 'choose',
    index: 3,
    rule: 'negation',
    confidence: 0.7,
  });
  expect(othersThan(new Set([0, 1]), prepared)).toEqual({ kind: 'which', indexes: [2, 3, 4], rule: 'negation' });
  expect([othersThan(new Set([0]), prepared), othersThan(new Set([0, 1, 2, 3, 4]), prepared)]).toEqual([
    undefined,
    undefined,
  ]);
});
