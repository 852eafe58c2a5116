import { isAttribute } from '../../../../lambda/conversation/answers/attribute';
import { isCircumstance } from '../../../../lambda/conversation/answers/circumstance';
import type { Rule } from '../../../../lambda/conversation/answers/decision';
import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { isState } from '../../../../lambda/conversation/answers/state';
import { isEndOfStory } from '../../../../lambda/conversation/answers/story';
import { lexiconOf } from '../lexicon-of';
import { labelOf, marked, offeringOf } from './marked';

const LEXICON = lexiconOf('en');

test('an option may only describe what is spoken of, or tell when something else is', () => {
  const described = [
    'the [green] you sold me has run',
    'the [green] we had last year was cold',
    'the [green] you sold me ran',
    'after his [bath] he was sick',
    'after his [bath] he has a treat',
    'um after his [bath] he was sick',
    "this [afternoon] I'm at work",
    "this [afternoon] I'm working",
    "in the [afternoon] I'm at work",
    'on [thursday] we are home',
    'on [thursday] we are just home',
    'the [green] you um sold me has run',
    'this [evening] we are really quite busy',
  ];
  const left = [
    'the [green] you sold me',
    'the [green] you sold me and it was fine',
    'the [green] you sold me I liked',
    'the [green] you have is nice',
    'the [green] you are has run',
    'the [green] it sold has run',
    'the [green] sold me has run',
    '[green] you sold me has run',
    'the [dentist] I saw first',
    'after his [bath] he wants a treat',
    'after the [bath] he is great',
    'so after his [bath] he was sick',
    'with his [bath] he was sick',
    "this [afternoon] I'm free",
    "this [afternoon] I'm really free",
    "this [afternoon] um I'm at work",
    'this [afternoon] I work',
    'this [afternoon] is at work',
    "the [afternoon] I've got the kids",
    "[afternoon] I'm at work",
    'on [thursday] we are just great',
    'on [thursday] that is great',
    "on [friday] I'm free",
    "on [friday night] I'm out",
    "on [night friday] I'm out",
    "not in the [morning] I'm asleep",
    "for [my child] she's three",
    "to [my child] she's three",
    "the [date] I'm travelling",
    "in the [ford] I'm at work",
    "this [evening] it's okay",
    'this [evening] there is fine',
    "this [evening] it's really okay",
    'this [evening] we are okay',
    'the [green] that sold out is back',
  ];
  const isDescribed = (said: string) => isAttribute(marked(said).heard, marked(said), LEXICON.language);
  expect([...described, ...left].filter(isDescribed)).toEqual(described);
});

test('what is so already, or is there already, picks nothing', () => {
  const already = [
    'already have [plus]',
    'I already speak [french]',
    "we've got a two [seater] at home",
    "I've two [booster] seats at home",
    "there's a [cot] at home",
    "I've taken the [cot] at home",
    'it was leaking [oil] already',
    "[flu]'s already done",
    'I pay for [plus]',
    'my own [plus]',
    'have [plus] already please',
    '[french] already',
  ];
  const left = [
    "I've already decided on [german]",
    'I already decided on [german]',
    'I want the [booster] seat at home',
    'I have no [power] at home',
    'the [booster] seat at home',
    '[tetanus] I already have flu I need',
    '[tetanus] they already did flu',
    '[tetanus] my wife had flu already',
    '[tetanus] my wife already had flu',
    "it's been two [hours] already",
    "it's leaking [oil] already",
    "I've already done spanish let's do [italian]",
    "I've already done spanish make it [italian]",
    "I've already done spanish and [italian]",
    "I've already done spanish but [italian]",
    "I've already done spanish so [italian]",
    "I've already done spanish I want [italian]",
    '[plus]',
    'I speak [french]',
    'we chose [plus] already',
    'I have to get a [cot] at home',
    "I've already done spanish give us [italian]",
  ];
  const isAlready = (said: string) => isState(marked(said).heard, marked(said), LEXICON.language.pastEndings);
  expect([...already, ...left].filter(isAlready)).toEqual(already);
});

type Told = string | readonly [said: string, other: string];

/** Whether the option that is marked is what a story comes to, beside another one. */
function isComingTo(row: Told, rule: Rule = 'label'): boolean {
  const [said, other = 'Something else'] = typeof row === 'string' ? [row] : row;
  const found = marked(said);
  const { prepared } = offeringOf(found, [labelOf(said), other]);
  const isAsked = found.to < found.heard.texts.length;
  const decision = { kind: 'choose', index: 0, rule, confidence: 1 } as const;
  return isEndOfStory(found.heard, findEvidence(found.heard, prepared, LEXICON), {
    decision,
    from: found.from,
    isAsked,
  });
}

test('a story comes to the option behind a condition or a statement that is over', () => {
  const told: readonly Told[] = [
    'um please if it is dry [the cot]',
    "if there's space [squash]",
    "if there's space for badminton [badminton]",
    ["if there's space [badminton court]", 'squash court'],
    ["if there's space [deluxe room]", 'deluxe suite'],
    "unless you've run out [an iced tea]",
    'if it is fine [the cot]',
    'if they were nice [the cot]',
    "it's for my nan [the roses] please",
    "it's for nan [the roses] please",
    "we've a baby with us [the cot] please",
    "there's a baby with us [the cot] please",
  ];
  const others: readonly Told[] = [
    "if it's no trouble [a late checkout]",
    ["if there's space for squash [badminton]", 'squash'],
    ['if squash is booked [badminton court]', 'squash court'],
    'if we lose [a late checkout]',
    "if you don't [the cot]",
    'if you want [the cot]',
    'if it is [the cot]',
    "if it's in [the cot]",
    "if it's dry we paint [the fence]",
    "if it's raining dad will paint [the fence]",
    "if it's raining dad is out [the fence]",
    'if the weather allows [the cot] is nice',
    'if the price drops [the cot]',
    "it's for my nan she loves [roses] please",
    "it's for my nan [the roses]",
    'is it for my nan [the roses] please',
    'can it be for my nan [the roses] please',
    "it's for my nan I want [the roses] please",
    'at our house [the cot] it is please',
    'at our house [the cot] please',
  ];
  expect([...told, ...others].filter((row) => isComingTo(row))).toEqual(told);
});

test('a story comes to no part of a label', () => {
  expect(isComingTo("if there's space [squash]", 'part')).toBe(false);
});

type Beyond = readonly [rest: string, question?: string];

test('what a choice was made for is told to no bot that does not ask what the matter is', () => {
  const circumstances: readonly Beyond[] = [
    ['my husband drives like a maniac', 'Which cover?'],
    ['it crackles', 'Which phone?'],
    ["she's one of a kind", 'Who is it for?'],
    ['the kids love it', 'Which cover?'],
    ["it hasn't got windows", 'Which shed?'],
    ['although he barks', 'Which kennel?'],
    ['although barking', 'Which kennel?'],
    ['though noisy', 'Which kennel?'],
    ['um my husband drives like a maniac', 'Which cover?'],
    ['um it crackles', 'Which phone?'],
    ['it did', 'Which phone?'],
    ['she is new', 'Which phone?'],
  ];
  const others: readonly Beyond[] = [
    ['it crackles', 'What is the problem?'],
    ['it crackles'],
    ["she's three", 'Who is it for?'],
    ["I'm sixty", 'Who is it for?'],
    ['I love it', 'Which cover?'],
    ['the kids love it today', 'Which cover?'],
    ['it rains today', 'Which cover?'],
    ["it hasn't got windows has it", 'Which shed?'],
    ['it', 'Which phone?'],
    ['oil', 'Which phone?'],
    ['with milk', 'Which phone?'],
    ['the name', 'Which phone?'],
    ['how much is it', 'Which phone?'],
    ['it is how much', 'Which phone?'],
    ['can I park', 'Which phone?'],
    ['my husband can I park', 'Which phone?'],
    ['it suits me and I know it', 'Which phone?'],
  ];
  const isTold = ([rest, question]: Beyond) => isCircumstance(hear(rest, LEXICON), question, LEXICON);
  expect([...circumstances, ...others].filter(isTold)).toEqual(circumstances);
});
