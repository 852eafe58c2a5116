import {
  clauseBegin,
  clauseEnd,
  isBorder,
  isSubject,
  lengthWithoutTag,
} from '../../../../lambda/conversation/answers/clause-bounds';
import { isApproved, isBecause, isEnd, isSettled } from '../../../../lambda/conversation/answers/clause-end';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { lexicon, placeOf, ready } from './ready';

/** What was said, words of it, and the clause that holds them. */
type Row = readonly [said: string, words: string, clause: string];

test('a clause goes from its subject, or from what ends a thought, to the next of them', () => {
  const rows: readonly Row[] = [
    ['compact', 'compact', 'compact'],
    ['the compact', 'compact', 'the compact'],
    ['we had the estate but the compact this time', 'compact', 'the compact this time'],
    ['we had the estate but the compact this time', 'estate', 'we had the estate'],
    ['the estate broke down so give us the compact', 'compact', 'give us the compact'],
    ['we went away and they gave me the compact', 'compact', 'they gave me the compact'],
    [
      'we had the estate last time and the boot was tiny',
      'estate',
      'we had the estate last time and the boot was tiny',
    ],
    ['um the compact please for the weekend', 'compact', 'the compact'],
    ['no the compact', 'compact', 'the compact'],
    ['actually the compact', 'compact', 'the compact'],
    ['hello the compact', 'compact', 'the compact'],
    ['could you please book the compact', 'compact', 'book the compact'],
    ['the one except the compact', 'compact', 'the compact'],
    ['so i had the compact', 'compact', 'i had the compact'],
    ['i compact', 'compact', 'i compact'],
    ['if compact', 'compact', 'if compact'],
    // Words that end a thought elsewhere.
    ['we drove all the way until the compact', 'compact', 'we drove all the way until the compact'],
    ['i also took the compact', 'compact', 'i also took the compact'],
    ['love the compact', 'compact', 'love the compact'],
  ];
  const found = rows.map(([said, words]) => {
    const heard = hear(said, lexicon);
    const [from, to] = placeOf(heard, words);
    return [said, words, heard.texts.slice(clauseBegin(heard, from), clauseEnd(heard, to)).join(' ')];
  });
  expect(found).toEqual(rows);
});

test('what links a clause belongs to it, a reason and a condition behind an option do not', () => {
  const rows: readonly Row[] = [
    ['if we have the compact there is no room', 'compact', 'if we have the compact'],
    ['unless they need the compact i will walk', 'compact', 'unless they need the compact'],
    ['the compact that you sold me', 'sold', 'that you sold me'],
    ['what they call the compact', 'compact', 'what they call the compact'],
    ['book that compact they have', 'compact', 'book that compact'],
    ['put me in the compact if you can manage', 'compact', 'put me in the compact'],
    ['the compact because the boot is big', 'compact', 'the compact'],
    ['the compact as the boot is big', 'compact', 'the compact'],
    ['the compact with the big boot', 'compact', 'the compact with the big boot'],
    // What is put somewhere is no subject.
    ['put it in the compact', 'compact', 'put it in the compact'],
    ['it runs on the compact', 'compact', 'it runs on the compact'],
    ['give it the compact', 'compact', 'give it the compact'],
    ['when it was the compact', 'compact', 'when it was the compact'],
  ];
  const found = rows.map(([said, words]) => {
    const heard = hear(said, lexicon);
    const [from, to] = placeOf(heard, words);
    return [said, words, heard.texts.slice(clauseBegin(heard, from), clauseEnd(heard, to)).join(' ')];
  });
  expect(found).toEqual(rows);
});

test('what only asks for agreement at the end belongs to nothing', () => {
  const rows: readonly (readonly [said: string, without: string])[] = [
    ["the compact is cheaper isn't it", 'the compact is cheaper'],
    ["she has moved up to the compact hasn't she", 'she has moved up to the compact'],
    ['the compact is not it', 'the compact'],
    ['the compact and not it', 'the compact and not it'],
    ['the compact is on it', 'the compact is on it'],
    ['the compact is not here', 'the compact is not here'],
    ['the compact is cheaper', 'the compact is cheaper'],
    ['not it', 'not it'],
  ];
  const found = rows.map(([said]) => {
    const heard = hear(said, lexicon);
    return [said, heard.texts.slice(0, lengthWithoutTag(heard)).join(' ')];
  });
  expect(found).toEqual(rows);
});

test('pauses, courtesies and what links end a thought; who does something begins one', () => {
  const rows: readonly (readonly [said: string, borders: readonly string[], subjects: readonly string[]])[] = [
    ['well i need it please', ['well', 'please'], ['i']],
    ['they want the van though', ['though'], ['they']],
    ['give it to me then', ['then'], []],
    ['i love that van', [], ['i']],
    ['who is it', [], ['it']],
    ['till monday', [], []],
    ['would you', ['would', 'you'], []],
  ];
  const found = rows.map(([said]) => {
    const heard = hear(said, lexicon);
    const those = (is: typeof isBorder) => heard.texts.filter((_, at) => is(heard, at));
    return [said, those(isBorder), those(isSubject)];
  });
  expect(found).toEqual(rows);
});

/** What of the words behind an option is so. */
function behind(said: string): readonly [approved: boolean, isEnd: boolean, isBecause: boolean] {
  const heard = hear(`estate ${said}`, lexicon);
  return [isApproved(heard, 1), isEnd(heard, 1), isBecause(heard, 1)];
}

test('behind an option, what is said of one that is wanted, nothing but asides, or a reason', () => {
  const rows: readonly (readonly [said: string, approved: boolean, isEnd: boolean, isBecause: boolean])[] = [
    ['is plenty', true, true, false],
    ['would be lovely', true, true, false],
    ['it is', true, true, false],
    ['will do', true, true, false],
    ['is quicker', true, false, false],
    ['will do us both', true, false, false],
    ['will us both', false, false, false],
    ['then', true, true, false],
    ['is', true, true, false],
    ['is the', false, false, false],
    ['lovely', true, true, false],
    ['quicker', true, false, false],
    ['is not good', false, false, false],
    ['would never be enough', false, false, false],
    ['is the slow one', false, false, false],
    ['is in the box', false, false, false],
    ['', false, true, false],
    ['please', true, true, false],
    ['one please', true, true, false],
    ['please because it is big', true, false, true],
    ['since we have kids', false, false, true],
    ['um because', false, false, true],
    ['the boot because', false, false, false],
    ['if you can manage', false, false, false],
  ];
  expect(rows.map(([said]) => [said, ...behind(said)])).toEqual(rows);
});

test('an option is settled where nothing is added to its name, and it is not turned down', () => {
  const rows: readonly (readonly [behind: string, settled: boolean])[] = [
    ['', true],
    ['please', true],
    ['one please', true],
    ['rental please', true],
    ['car', false],
    ['car rental', false],
    ['tyres', false],
    ['please boot', false],
    // What is said of it.
    ['is plenty', true],
    ['will do', true],
    ['looks lovely', true],
    ['looks small', false],
    ['is too big', false],
    ['does not fit', false],
    ['broke', false],
    // Turned down, or doubted.
    ['i do not like', false],
    ['no thanks', false],
    ['not now', false],
    ['never', false],
    ['please not the red one', false],
    ['but with a big boot', true],
    ['but not the red one', false],
    ['but how much is it', false],
    ['but can i', false],
    // Whom or what something is done to.
    ['me', true],
    ['me please', true],
    ['me away', false],
    ['them away', false],
    ['please them', false],
    // Another thought, or what it is for.
    ['i think', true],
    ['my sister said', true],
    ['my sister', false],
    ['and a child seat', true],
    ['because we have kids', true],
    ['seeing as we have kids', true],
    ['when we land', true],
    ['for the weekend', true],
    ['to save petrol', true],
    ['for', false],
    ['with', false],
  ];
  const found = rows.map(([added]) => {
    const { heard, prepared } = ready(
      `the estate ${added}`,
      ['Estate car', 'Compact', 'Small van'],
      'Which rental would you like?',
    );
    const decision = { kind: 'choose', index: 0, rule: 'part', confidence: 1 } as const;
    const mention = { from: 1, to: 2, decision, isExcluded: false, isFull: true };
    return [added, isSettled(heard, mention, prepared, lexicon)];
  });
  expect(found).toEqual(rows);
});
