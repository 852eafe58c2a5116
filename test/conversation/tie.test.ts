import { focusOn } from '../../lambda/conversation/choices';
import type { Offer } from '../../lambda/conversation/conversation';
import { decideTie } from '../../lambda/conversation/tie';
import { voiceFor } from '../../lambda/speech/voice';

const { answers } = voiceFor('en-US');
const offerOf = (labels: readonly string[], synonyms?: readonly (readonly string[])[]): Offer => ({
  choices: labels.map((label) => ({ label })),
  labels,
  ...(synonyms && { synonyms }),
  from: 0,
  to: labels.length,
});
const SMITHS = ['Anna Smith', 'Carl Smith', 'Eva Jones', 'The nurse'];
const decided = (text: string, offer = focusOn(offerOf(SMITHS), [0, 1]), question?: string) => {
  const decision = decideTie(offer, question, text, answers);
  return decision.kind === 'choose' ? SMITHS[decision.index] : decision.kind;
};

describe('"Anna Smith or Carl Smith?"', () => {
  test.each<[string, string]>([
    ['anna', 'Anna Smith'],
    ['carl smith', 'Carl Smith'],
    ['the first one', 'Anna Smith'],
    ['the second', 'Carl Smith'],
    ['the last one', 'Carl Smith'],
    ['the lady, anna', 'Anna Smith'],
    ['carl i think', 'Carl Smith'],
    ['it was anna', 'Anna Smith'],
    ['the nurse', 'The nurse'],
    ['eva jones', 'Eva Jones'],
    ['no, the nurse', 'The nurse'],
    ['neither, eva jones', 'Eva Jones'],
    ['i saw anna when i was there for the last time', 'words'],
    ['where do i park', 'words'],
    ['no', 'words'],
  ])('%j is %s', (text, expected) => {
    expect([text, decided(text)]).toEqual([text, expected]);
  });
});

test('options that were asked about among others are moved to the front, with all that belongs to them', () => {
  const offer: Offer = {
    ...offerOf(SMITHS, [['a'], ['c'], ['e'], ['n']]),
    replies: ['1', '2', '3', '4'],
    isHeard: true,
    isYesNo: true,
  };
  expect(focusOn(offer, [3, 1])).toEqual({
    choices: [{ label: 'The nurse' }, { label: 'Carl Smith' }, { label: 'Anna Smith' }, { label: 'Eva Jones' }],
    labels: ['The nurse', 'Carl Smith', 'Anna Smith', 'Eva Jones'],
    synonyms: [['n'], ['c'], ['a'], ['e']],
    replies: ['4', '2', '1', '3'],
    isTie: true,
    from: 0,
    to: 2,
  });
  expect(Object.keys(focusOn(offerOf(SMITHS), [0]))).toEqual(['choices', 'labels', 'isTie', 'from', 'to']);
});
