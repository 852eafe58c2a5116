import { kindsOf } from '../../../../lambda/conversation/answers/context';
import type { Decision } from '../../../../lambda/conversation/answers/decision';
import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { asSaid, type Heard, hear, range } from '../../../../lambda/conversation/answers/heard';
import { plain } from '../../../../lambda/conversation/answers/named';
import { isRefused, openedWith } from '../../../../lambda/conversation/answers/opening';
import { restBehind } from '../../../../lambda/conversation/answers/rest';
import { lexicon, marked, offerOf } from '../outright/marked';

/** What is told to the bot behind the option in brackets. */
function restOf(said: string, labels = 'Friday|Monday'): string {
  const { heard, span } = marked(said);
  const { from, to } = restBehind(heard, span.to, kindsOf(heard, offerOf(labels), new Set(range(span.from, span.to))));
  expect(from).toBeLessThanOrEqual(to);
  return asSaid(heard, from, to);
}

type Row = readonly [said: string, rest: string];
const found = (rows: readonly Row[], labels?: string) => rows.map(([said]) => [said, restOf(said, labels)]);

test('what more is said behind an option is told without the courtesies around it', () => {
  const rows: readonly Row[] = [
    ['[friday]', ''],
    ['[friday] please', ''],
    ['[friday] then', ''],
    ['[friday] night', ''],
    ['[friday] one with a dog', 'with a dog'],
    ['[friday] with a dog', 'with a dog'],
    ['[friday] with a dog please', 'with a dog'],
    ['[friday] with a dog thanks mate', 'with a dog'],
    ['[friday] please mate with a dog', 'with a dog'],
    ['[friday] um with a dog', 'with a dog'],
    ['[friday] and a dog', 'a dog'],
    ['[friday] cheers and a dog', 'a dog'],
    ['[friday] and', ''],
    ['[friday] and please', ''],
    ['[friday] no', ''],
    ['[friday] for me no', 'for me no'],
    ['[friday] but really no', 'but really no'],
    ['[friday] so with a dog', 'so with a dog'],
    ['[friday] but with a dog', 'but with a dog'],
    ['[friday] not the morning', 'not the morning'],
    ['[friday] and not the morning', 'not the morning'],
    ["[friday]'s menu", 'menu'],
    // whom it is for is no courtesy, and neither is what it hangs on
    ['[friday] for my mum', 'for my mum'],
    ['[friday] for my mum please', 'for my mum'],
    ['[friday] with a mate', 'with a mate'],
    ['[friday] if you can squeeze my mum in', 'if you can squeeze my mum in'],
    ['[friday] if you can do it while i wait', 'if you can do it while i wait'],
    ['[friday] if you can', ''],
    // of a change of mind only what it comes to is told; "no" leaves something out
    ['[friday] no wait a dog', 'a dog'],
    ['[friday] actually with a dog', 'with a dog'],
    ['[friday] sorry mate with a dog', 'with a dog'],
    ['[friday] no dog', 'no dog'],
  ];
  expect(found(rows)).toEqual(rows);
  const twice: readonly Row[] = [
    ['[friday] friday with ham', 'with ham'],
    ['[friday] and friday with ham', 'friday with ham'],
  ];
  expect(
    twice.map(([said]) => {
      const { heard, span } = marked(said);
      const own = new Set(heard.texts.flatMap((text, at) => (text === 'friday' ? [at] : [])));
      const { from, to } = restBehind(heard, span.to, kindsOf(heard, offerOf('Friday|Monday'), own));
      return [said, asSaid(heard, from, to)];
    }),
  ).toEqual(twice);
});

test('that it suits adds nothing where more is said behind it', () => {
  const rows: readonly Row[] = [
    ['[friday] works', ''],
    ['[friday] is the best', ''],
    ['[friday] works but only in the morning', 'but only in the morning'],
    ['[friday] would be great and breakfast', 'breakfast'],
    ['[friday] is good i have the car', 'i have the car'],
    ['[friday] is fine it is the only day for me', 'it is the only day for me'],
    ['[friday] is great thanks with a dog', 'with a dog'],
    ['[friday] do it in the morning', 'do it in the morning'],
    ['[friday] works for the kids', 'works for the kids'],
    ['[friday] is good breakfast included', 'is good breakfast included'],
    ['[friday] is but only in the morning', 'is but only in the morning'],
    // but a question is told whole
    ['[friday] can i bring a dog', 'can i bring a dog'],
    ['[friday] is it busy', 'is it busy'],
    ['[friday] is it good or is monday', 'is it good or is monday'],
    ['[friday] does it rain', 'does it rain'],
    ['[friday] is good can i bring a dog', 'can i bring a dog'],
    ['[friday] works do you have parking', 'do you have parking'],
    ['[friday] sounds good what time is breakfast', 'what time is breakfast'],
    ['[friday] is good that is the one where we met', 'that is the one where we met'],
    ['[friday] is the best choice where do i pay', 'where do i pay'],
    ['[friday] is good breakfast for two is it included', 'is good breakfast for two is it included'],
    ['[friday] is good pizza and beer', 'is good pizza and beer'],
    ['[friday] is good for what i need', ''],
    ['[friday] is what we booked', 'is what we booked'],
    ['[friday] would be great is there parking', 'is there parking'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('"it" behind a verb is what the verb is about, before one it begins a sentence', () => {
  const rows: readonly Row[] = [
    ['[exchange] it', ''],
    ['[exchange] it please', ''],
    ['[exchange] it for a bigger one', 'for a bigger one'],
    ['[exchange] it with ham', 'with ham'],
    ['[exchange] it under warranty', 'under warranty'],
    ['[exchange] it and the box', 'the box'],
    ['[exchange] it please and the box', 'the box'],
    ['[exchange] them for bigger ones', 'for bigger ones'],
    ['[exchange] it quickly mate', 'it quickly'],
    ['[exchange] it has ham', 'it has ham'],
    ['[exchange] it is broken', 'it is broken'],
    ['[severe] it hurts', 'it hurts'],
    ['[severe] for it hurts', 'for it hurts'],
  ];
  expect(found(rows, 'Exchange|Refund|Severe')).toEqual(rows);
});

test('a letter may be spelled', () => {
  const rows: readonly Row[] = [
    ['[b] for bravo', ''],
    ['[b] for bravo please', ''],
    ['[b] as in bravo', ''],
    ['[b] like bravo', ''],
    ['[b] as in apple', 'as in apple'],
    ['[b] with bravo', 'with bravo'],
    ['[b] for a big bravo', 'for a big bravo'],
    ['[bee] for bravo', 'for bravo'],
    ['[gate b] for bravo', ''],
    ['[ham] for hamburg', 'for hamburg'],
  ];
  expect(found(rows, 'A|B|C|Ham')).toEqual(rows);
});

test('an option begins an utterance where a sentence of its own follows at once', () => {
  type Opened = readonly [said: string, opened: string];
  const opened = (said: string, labels: string) => {
    const heard = hear(said, lexicon);
    const prepared = offerOf(labels);
    const hits = [...findEvidence(heard, prepared, lexicon).values()];
    const named = new Set(hits.flatMap(({ content }) => [...content]));
    const kinds = kindsOf(heard, prepared, new Set(hits.flatMap(({ content, light }) => [...content, ...light])));
    const decision = openedWith(heard, named, kinds, (only) => plain(only, prepared, lexicon), lexicon);
    if (decision?.kind !== 'choose') return '';
    return `${labels.split('|')[decision.index]} ${decision.confidence.toFixed(2)} + ${decision.rest}`;
  };
  const rows: readonly Opened[] = [
    ['porto we were in paris last year', 'Porto 0.85 + we were in paris last year'],
    ['porto there was a storm there', 'Porto 0.85 + there was a storm there'],
    ["porto i've an exam then", "Porto 0.85 + i've an exam then"],
    ["porto we've got a wedding", "Porto 0.85 + we've got a wedding"],
    ['porto you have a wedding', 'Porto 0.85 + you have a wedding'],
    ['porto i want a seat by the window', 'Porto 0.85 + i want a seat by the window'],
    ['porto i need to be home', 'Porto 0.85 + i need to be home'],
    ['the porto one please we were in paris', 'Porto 0.85 + we were in paris'],
    ['um the porto one um we were in paris', 'Porto 0.85 + we were in paris'],
    ['porto it was not far', 'Porto 0.85 + it was not far'],
    // a sentence that leaves something out, or none
    ['porto', ''],
    ['porto you have promised', ''],
    ['porto i want window', ''],
    ['porto we wept', ''],
    ['porto paris we were in rome', ''],
    ['we were in paris', ''],
    ['porto paris is nice', ''],
    ['porto who will the captain be', ''],
    ['the porto we bought in rome', ''],
    // it is told of before
    ['my gran porto we were in paris', ''],
    ['is porto we were in paris', ''],
    ['not porto we were in paris', ''],
    ['had porto we were in paris', ''],
    ['over porto we were in paris', ''],
    // the sentence is about it, and turns it down
    ["porto it isn't for me", ''],
    ["porto i don't like it", ''],
    ['porto it was not good', ''],
    ['the porto we had was bad', ''],
    // nothing but one option
    ['lisbon and porto we were in paris', ''],
    ['not lisbon we were in paris', ''],
  ];
  expect(rows.map(([said]) => [said, opened(said, 'Porto|Lisbon')])).toEqual(rows);
  expect(opened("once i'm better", 'Once a week|Twice a week')).toBe('');
  expect(opened("once a week i'm better", 'Once a week|Twice a week')).toBe("Once a week 0.85 + i'm better");
  expect(opened('light we were in paris', 'Light blue|Light green')).toBe('');
});

test('it begins so if its name alone picks it, and says no more', () => {
  const heard = hear('um the porto one please we were in paris', lexicon);
  const opened = (decision: Decision | undefined, unknown = false) => {
    const byName = ({ texts, words, wordOf }: Heard) => {
      expect([texts.join(' '), wordOf.length, words.length]).toEqual(['um the porto one please', 5, 9]);
      return decision;
    };
    return openedWith(heard, new Set([2]), () => (unknown ? 'unknown' : 'filler'), byName, lexicon);
  };
  const picked = { kind: 'choose', index: 0, rule: 'label', confidence: 0.9 } as const;
  expect(opened(picked)).toEqual({ ...picked, confidence: 0.8, rest: 'we were in paris' });
  expect(opened(picked, true)).toBeUndefined();
  expect(opened({ ...picked, rest: 'please' })).toBeUndefined();
  expect(opened({ ...picked, rule: 'negation' })).toBeUndefined();
  expect(opened({ kind: 'which', indexes: [0, 1], rule: 'part' })).toBeUndefined();
  expect(opened({ kind: 'words' })).toBeUndefined();
  expect(opened(undefined)).toBeUndefined();
});

test('a sentence turns something down by a denial near its beginning, of what is good or wished', () => {
  const rows: readonly (readonly [said: string, isRefused: boolean])[] = [
    ["it isn't for me", true],
    ["i don't like it", true],
    ['it was not good', true],
    ['it was not', true],
    ['it was not really good', true],
    ['it was not the best', true],
    ['it was really very not good', true],
    ['it was really very much not good', false],
    ['not good', false],
    ['it was not far', false],
    ['it was not just far', false],
    ['it was good', false],
    ['i have not been good', false],
    ['i would not have the best', true],
  ];
  expect(rows.map(([said]) => [said, isRefused(hear(said, lexicon), 0)])).toEqual(rows);
  expect(isRefused(hear('porto it was not good', lexicon), 1)).toBe(true);
  expect(isRefused(hear('not porto it was good', lexicon), 1)).toBe(false);
});
