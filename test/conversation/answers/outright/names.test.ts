import type { Rule } from '../../../../lambda/conversation/answers/decision';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { byOutrightName, isOnlyMentioned, namesIn } from '../../../../lambda/conversation/answers/outright';
import { lexicon, offerOf } from './marked';

const FISH = 'Halibut|Trout|Cod';

test('the whole label of one option is meant, whatever is said around it', () => {
  const rows: readonly (readonly [said: string, labels: string, option: string])[] = [
    ['hiya petal what a day the halibut', FISH, 'Halibut'],
    ['halibut', FISH, 'Halibut'],
    ['the halibut with chips and peas', FISH, 'Halibut + with chips and peas'],
    ['what a day trout then really trout', FISH, 'Trout'],
    ['what a day trout with chips then really trout with peas', FISH, 'Trout + with peas'],
    ['halibut for a treat no bass for me', 'Halibut|Sea bass', ''],
    ['crikey what a queue um sea bass guvnor', 'Sea bass|Bass|Cod', 'Sea bass'],
    ['crikey what a queue um bass guvnor', 'Sea bass|Bass|Cod', 'Bass'],
    ['crikey what a queue today', FISH, ''],
    // not if another is named, or one is excluded
    ['what a day halibut then really trout', FISH, ''],
    ['what a day halibut not trout', FISH, ''],
    ['what a day no trout', FISH, ''],
    ['not the trout what a day the trout', FISH, ''],
    ['what a day sea bass by the rock', 'Sea bass|Rock bass', ''],
    ['what a day sea bass by the sea', 'Sea bass|Rock salmon', 'Sea bass + by the sea'],
    // a question, and what is only told of it
    ['is the halibut wild', FISH, ''],
    ['i cook halibut', FISH, ''],
    ['on friday the halibut went off', FISH, ''],
  ];
  expect(
    rows.map(([said, labels]) => {
      const decision = byOutrightName(hear(said, lexicon), offerOf(labels), lexicon);
      if (decision?.kind !== 'choose') return [said, labels, ''];
      expect([decision.rule, decision.confidence]).toEqual(['outright', 0.6]);
      return [
        said,
        labels,
        `${labels.split('|')[decision.index]}${decision.rest === undefined ? '' : ` + ${decision.rest}`}`,
      ];
    }),
  ).toEqual(rows);
});

test('names are whole labels that stand there word for word, of two that overlap the longer one', () => {
  const rows: readonly (readonly [said: string, labels: string, names: string, question?: string])[] = [
    ['halibut', FISH, '0:0-1'],
    ['trout and the halibut', FISH, '1:0-1 0:3-4'],
    ['trout and trout', FISH, '1:0-1 1:2-3'],
    ['halibuts', FISH, ''],
    ['halibu', FISH, ''],
    ['the sea bass', 'Sea bass|Bass|Cod', '0:1-3'],
    ['the sea bass', 'Bass|Sea bass|Cod', '1:1-3'],
    ['the bass', 'Bass|Sea bass|Cod', '0:1-2'],
    ['the bass', 'Bass|Bass|Cod', '0:1-2 1:1-2'],
    ['the bass sea bass', 'Bass|Sea bass|Cod', '0:1-2 1:2-4'],
    ['the sea', 'Sea bass|Bass|Cod', ''],
    ['sea salt bass', 'Sea bass|Cod', ''],
    ['bass sea', 'Sea bass|Cod', ''],
    ['fresh sea bass fillets', 'Fresh sea bass|Sea bass fillets|Sea bass', '0:0-3 1:1-4'],
    ['the bass fillet', 'Bass|Bass fillet', '1:1-3'],
    ['fresh sea bass fillets', 'Fresh sea bass|Bass fillets', '0:0-3 1:2-4'],
    // words that are said around anything name nothing, and neither do numbers
    ['well no', 'No|Maybe', ''],
    ['well none', 'None|Maybe', ''],
    ['please', 'Please|Maybe', ''],
    ['take it', 'Take it|Leave it', ''],
    ['okay great', 'Great|Poor', ''],
    ['um', 'Um|Maybe', ''],
    ['room two', 'Room 2|Room 4', ''],
    ['room 2', 'Room 2|Room 4', ''],
    ['well definitely', 'Definitely|Maybe', ''],
    ['well certainly', 'Certainly|Maybe', ''],
    ['crikey an ox', 'Ham|Ox', ''],
    ['crikey an oxtail', 'Ham|Oxtail', '1:2-3'],
    ['the great ox', 'Great ox|Ham', ''],
    ['great ham', 'Great ham|Oxtail', '0:0-2'],
    // nor do words of the question, or a set phrase
    ['the ham', 'Ham|Oxtail', '', 'Which ham is it?'],
    ['the green ham', 'Green ham|Oxtail', '0:1-3', 'Which ham is it?'],
    ['well good morning', 'Morning|Evening', ''],
    ['in the morning', 'Morning|Evening', '0:2-3'],
  ];
  expect(
    rows.map(([said, labels, , question]) => {
      const names = namesIn(hear(said, lexicon), offerOf(labels, question), lexicon);
      const found = names.map(({ index, from, to }) => `${index}:${from}-${to}`).join(' ');
      return question === undefined ? [said, labels, found] : [said, labels, found, question];
    }),
  ).toEqual(rows);
});

test('other words for an option name none outright', () => {
  const synonyms = [['telly'], []];
  const prepared = prepareOffer({ labels: ['Television set', 'Radio'], synonyms, from: 0, to: 2 }, lexicon);
  expect(namesIn(hear('the telly', lexicon), prepared, lexicon)).toEqual([]);
  expect(namesIn(hear('the radio', lexicon), prepared, lexicon)).toEqual([{ index: 1, from: 1, to: 2 }]);
});

test('an option that was picked by its label is only spoken of where more is told of it', () => {
  type Row = readonly [said: string, rule: Rule, rest: string, isOnly: boolean, question?: string];
  const rows: readonly Row[] = [
    ['my rosemary never flowers', 'label', 'never flowers', true],
    ['my rosemary never flowers', 'clause', 'never flowers', true],
    ['my rosemary never flowers', 'label', '', true],
    ['my rosemary never flowers', 'exact', 'never flowers', false],
    ['my rosemary never flowers', 'part', '', false],
    ['my rosemary never flowers', 'label', '', false, 'What is the matter?'],
    ['rosemary please', 'label', '', false],
    ['can rosemary be frozen', 'label', '', true],
    ['can rosemary be frozen', 'label', 'be frozen', false],
    ['can rosemary be frozen', 'part', '', false],
    ['not rosemary for me', 'label', '', true],
    ['not rosemary for me', 'label', 'for me', true, 'What is the matter?'],
    ['i grow rosemary out back', 'label', 'out back', true],
    ['i grow rosemary out back', 'label', 'out back', true, 'What is the matter?'],
    ['i grow rosemary out back', 'label', '', false],
    // another is named, too, or none
    ['my rosemary never flowers mint does', 'label', 'never flowers mint does', false],
    ['my rosemary never flowers my rosemary is poorly', 'label', 'never flowers', false],
    ['my mint never flowers', 'label', 'never flowers', false],
    ['it never flowers', 'label', 'never flowers', false],
  ];
  expect(
    rows.map(([said, rule, rest, , question]): Row => {
      const decision = { kind: 'choose', index: 0, rule, confidence: 1, ...(rest !== '' && { rest }) } as const;
      const isOnly = isOnlyMentioned(hear(said, lexicon), decision, offerOf('Rosemary|Mint', question), lexicon);
      return question === undefined ? [said, rule, rest, isOnly] : [said, rule, rest, isOnly, question];
    }),
  ).toEqual(rows);
  expect(isOnlyMentioned(hear('can rosemary be frozen', lexicon), { kind: 'words' }, offerOf(FISH), lexicon)).toBe(
    false,
  );
});
