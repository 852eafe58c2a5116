import fc from 'fast-check';
import { anyText } from '../../speech/arbitraries';
import { english } from './english';

const LABELS = [
  'Single room',
  'Double room',
  'Suite',
  'Grade 5',
  '10:30',
  'Yes, please',
  'No, thanks',
  '$20',
  'Turn on',
  '🍕',
];
const labelsArb = fc.array(fc.oneof(fc.constantFrom(...LABELS), anyText), { minLength: 1, maxLength: 12 });

/** Words that have nothing to do with options, numbers, positions, commands or a yes or no. */
const FREE = ['quaxol', 'brimvuk', 'zorptel', 'flumgari', 'wexhodin', 'jupplarn', 'kravitos'];

test('words without anything of the labels are the bot’s, as said', () => {
  const saying = fc.array(fc.constantFrom(...FREE), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(saying, (said) => {
      expect(english.decide({ labels: ['Single room', 'Tea', '10:30', 'Yes', 'No'], from: 0, to: 3 }, said)).toEqual({
        kind: 'words',
      });
    }),
  );
});

test('whatever is said to whatever is offered, a decision names options that are there', () => {
  fc.assert(
    fc.property(
      labelsArb,
      fc.oneof(anyText, fc.constantFrom('the last one', 'two', 'yes', 'b', 'the middle one')),
      (labels, said) => {
        const decision = english.decide({ labels, from: 0, to: Math.min(3, labels.length) }, said);
        const indexes = 'indexes' in decision ? decision.indexes : 'index' in decision ? [decision.index] : [];
        for (const index of indexes) expect(labels[index]).toBeDefined();
        if (decision.kind === 'which') expect(new Set(decision.indexes).size).toBeGreaterThan(1);
        if (decision.kind === 'choose' && decision.rest !== undefined) expect(decision.rest.trim()).not.toBe('');
      },
    ),
  );
});

test('the same offer and words are always decided alike', () => {
  fc.assert(
    fc.property(labelsArb, anyText, (labels, said) => {
      const offered = () => ({ labels, from: 0, to: Math.min(3, labels.length) });
      const known = offered();
      const first = english.decide(known, said);
      english.decide(known, 'the first one please');
      expect(english.decide(known, said)).toEqual(first);
      expect(english.decide(offered(), said)).toEqual(first);
    }),
  );
});

test('a label said as it is written is taken, whatever it is', () => {
  const names = [
    'Sales',
    'Blow dry',
    'The Lion King',
    'Wi-Fi',
    'Crème brûlée',
    'I do not accept',
    'More options',
    'Help',
    'Both',
    'None',
  ];
  for (const [index, name] of names.entries()) {
    expect(english.decide({ labels: names, from: 0, to: 3 }, name.toLowerCase())).toMatchObject({
      kind: 'choose',
      index,
    });
  }
});
