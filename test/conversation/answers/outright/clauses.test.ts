import { clauseBegin } from '../../../../lambda/conversation/answers/clause-bounds';
import {
  isDeniedBefore,
  isFactOf,
  isMentionOnly,
  isToldOf,
} from '../../../../lambda/conversation/answers/outright-clause';
import { isPartOfOther } from '../../../../lambda/conversation/answers/outright-other';
import { lexicon, marked, offerOf } from './marked';

/** In brackets stands the option that is named; the offer is that and another, unless it is told. */
const offerWith = (said: string, labels?: string) => offerOf(labels ?? `${said.split(/[[\]]/)[1]}|skip`);

const isOnlySpokenOf = (said: string, labels?: string) => {
  const { heard, span } = marked(said);
  return isMentionOnly(heard, span, offerWith(said, labels), lexicon);
};

test('an option is meant, whatever else is said in its clause', () => {
  const meant = [
    'hiya petal what a day the [halibut]',
    'the [guitar]',
    'leave it with the [neighbour]',
    // what is said before "no" or "well" is no denial
    'no the [trout]',
    'thanks but no thanks the [trout]',
    // it is picked
    'give me my [piano]',
    "i'd like my [piano]",
    "i'll have [trout]",
    'mum wanted the [trout]',
    "i'll take the [large] we had",
    "i'd like the [large] i saw",
    'we play [badminton]',
    'we play a bit of [badminton]',
    'something for a [stroller]',
    // it is what was asked about
    "it's the [trout]",
    "it's the lovely [trout]",
    "well it's just the [trout]",
    "i'd like it in size [large]",
    'it [overheats]',
    'well it [overheats]',
    'now it [overheats]',
    // what somebody is or has is over
    "my back's in bits [deep tissue]",
    "my back's in bits [deep tissue] please",
    "my back's in bits and [deep tissue]",
    "my back's in bits um [deep tissue]",
    "my back's in bits oh just the [deep tissue]",
    "i'm six foot four [aisle]",
    "he's a proud londoner [swedish]",
    'my wife is allergic to [trout]',
    // nothing is told of it
    '[trout] please',
    '[trout] one',
    'the [trout] one',
    '[trout] sounds good',
    '[trout] is fine',
    '[trout] would be lovely',
    '[trout] is the best',
    'the [trout] one is fine',
    "the [trout] isn't it",
    'the [trout] oh is that the time',
    'the [banana] actually',
    'the [terrier] though',
    'on [thursday]',
    'on [thursday] would you',
    '[thursday] we are in',
    // a name goes on with words of the question, or of all labels
    'this lovely [trout]',
    'the lovely fresh [trout] please',
    'fresh river [trout] please',
  ];
  expect(meant.filter((said) => isOnlySpokenOf(said))).toEqual([]);
  expect(isOnlySpokenOf('the [trout] farm', 'trout|salmon farm|shop farm')).toBe(false);
});

test('an option is only spoken of where its clause denies it, tells what is so, or makes another thing of it', () => {
  const spokenOf = [
    "don't leave it with the [neighbour]",
    "not the [neighbour] she's away",
    'i never have the [trout]',
    // what is the matter, and set phrases
    'i cook [trout] already',
    'the [trout] yesterday',
    'usually [trout]',
    'my name is [bill]',
    'we play [badminton] on mondays',
    // it is taken back
    'the [banana] actually i mean a shake',
    'the [banana] actually i mean',
    "the [terrier] but my landlord won't have it",
    // it is named for something else
    'the [large] we had',
    "on [thursday] i'm out",
    'my [large] you took',
    'the one below the [large]',
    'one up from the [large]',
    'one to the left of the [large]',
    'the one after the [large]',
    'the [compost] i got off you was full of glass',
    // what somebody has, is or does
    'i cook [trout]',
    'she cooked [trout]',
    'i have [trout]',
    'we had [trout]',
    'my mum had the [trout]',
    'my mum would be the [trout]',
    'my neighbour reported a [burglary]',
    'if we have [trout]',
    'if i have the [trout]',
    'if the [trout]',
    'he is half [swedish]',
    'my back is [deep tissue]',
    "my back's in bits the [deep tissue]",
    "my back's in bits really [deep tissue]",
    "my back's in bits running [deep tissue]",
    "my back's in bits [deep tissue] massage",
    'my back was in bits [deep tissue]',
    // what was, and what only sounds like what was asked about
    'it was the [trout]',
    'is it the [trout]',
    'it really overheats [trout]',
    'it goes with [trout]',
    'the boiler it [overheats]',
    'it never [overheats]',
    // it is the subject of a sentence
    'the [trout] went off',
    'the [trout] one went off',
    '[trout] gives me a rash',
    '[trout] sounds heavy',
    '[trout] one sounds heavy',
    '[trout] is dear',
    'the [family] before us jumped the queue',
    'with [trout] cooked',
    // it is a part of another thing
    'an electric [guitar]',
    'the electric [guitar]',
    'space for a [stroller]',
    'my old [piano]',
    'my [piano]',
    'the [trout] farm',
    '[trout] fishing please',
  ];
  expect(spokenOf.filter((said) => !isOnlySpokenOf(said))).toEqual([]);
});

test('a clause tells what somebody has or does, unless something is picked by it, or it tells what was asked about', () => {
  const isTold = (said: string) => {
    const { heard, span } = marked(said);
    return isToldOf(heard, span, lexicon);
  };
  const told = [
    'i cook [trout]',
    'she cooked [trout]',
    'my wife is allergic to [trout]',
    'the till swallowed my [debit card]',
    'the dog ate my [trout]',
    'i have [trout]',
    'we had the [trout]',
    'my mum had the [trout]',
    'my neighbour reported a [burglary]',
    'if we have [trout]',
    'if you want [trout]',
    "i'm [single]",
    'the boiler we rented is [leaking]',
    "i'd order it and the menu is [trout]",
  ];
  const left = [
    '[trout]',
    'we play [badminton]',
    "i'll have [trout]",
    'mum wanted the [trout]',
    'my mum is wanting [trout]',
    'the best must be the [trout]',
    'it was a [burglary]',
    'it flooded the [kitchen]',
    "it's the [trout]",
    'twenty hundred [trout]',
    'the one hundred [trout]',
    'we picked [trout]',
    'give him the [trout]',
    'my mum would like the [trout]',
    'my mum can manage the [trout]',
    'my mum makes do with the [trout]',
    'the lady who said [trout]',
  ];
  expect(told.filter((said) => !isTold(said))).toEqual([]);
  expect(left.filter(isTold)).toEqual([]);
});

test('an option is denied by what stands before it in its clause', () => {
  const isDenied = (said: string) => {
    const { heard, span } = marked(said);
    return isDeniedBefore(heard, span);
  };
  expect(
    ["don't leave it with the [neighbour]", 'not [trout]', 'i would never eat the [trout]'].filter(
      (said) => !isDenied(said),
    ),
  ).toEqual([]);
  expect(
    ['no the [trout]', 'no thanks the [trout]', 'not today but the [trout]', 'the [trout] not', '[trout]'].filter(
      isDenied,
    ),
  ).toEqual([]);
});

test('what follows an option tells what it does or did, unless it is picked', () => {
  const isFact = (said: string) => {
    const { heard, span } = marked(said);
    return isFactOf(heard, span, lexicon);
  };
  const facts = [
    'my [rosemary] never flowers',
    '[rosemary] never flowers',
    'the [trout] yesterday',
    'the [trout] went off',
    'the [family] before us jumped the queue',
    'my [trout] tasted bad',
    'the [compost] i got off you was full of glass',
    'the [compost] we opened at home is full of glass',
  ];
  const none = [
    'my [rosemary] flowers',
    'the [trout] is off',
    '[trout] went off',
    'fresh [trout] went off',
    'the [large] we had',
    'the [compost] i got off you',
    'the [compost] they got off you was full of glass',
    'the [compost] i need is full of glass',
    'the [compost] i was after',
    'the [compost] of yours i got is fine',
    'i want the [trout] that went off',
    'i want the [compost] i got off you was full of glass',
    'the [trout] and it went off',
  ];
  expect(facts.filter((said) => !isFact(said))).toEqual([]);
  expect(none.filter(isFact)).toEqual([]);
});

test('words right around an option make another thing of it', () => {
  const isOther = (said: string, labels?: string) => {
    const { heard, span } = marked(said);
    return isPartOfOther(heard, clauseBegin(heard, span.from), span, offerWith(said, labels));
  };
  const others = [
    'the [trout] farm',
    'the [trout] one farm',
    '[trout] fishing',
    '[trout] fishing please',
    '[trout] twenty',
    'an electric [guitar]',
    'the electric really nice [guitar]',
    'electric [guitar]',
    'electric [guitar] for mum',
    'electric [guitar] please for mum',
    'the fresh river [trout] please',
    'the river [trout] please',
    'space for a [stroller]',
    'space for [strollers]',
    'my old [piano]',
    'my [piano]',
    'my great [piano]',
    'twenty [trout]',
  ];
  const same = [
    '[trout]',
    'the [trout]',
    'the [trout] one',
    '[trout] please',
    'lovely [trout]',
    'the lovely really nice [trout]',
    'fresh [trout] please',
    'fresh river [trout] please',
    'give me my [piano]',
    'the [piano]',
    'take space for a [stroller]',
    'something for a [stroller]',
    'for a [stroller]',
    'i hurt my um [piano]',
    'electric but the [guitar]',
    "the [guitar] isn't it",
    "lovely [guitar] isn't it",
  ];
  expect(others.filter((said) => !isOther(said))).toEqual([]);
  expect(same.filter((said) => isOther(said))).toEqual([]);
  expect(isOther('the [trout] farm', 'trout|salmon farm|shop farm')).toBe(false);
  expect(isOther('the [trout] farm shop', 'trout|salmon farm|lake farm')).toBe(true);
  expect(isOther('farm [trout]', 'trout|salmon farm|lake farm')).toBe(false);
});
