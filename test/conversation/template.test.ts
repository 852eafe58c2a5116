import { parseTemplate } from '../../lambda/conversation/template';

test.each<[string, ReturnType<typeof parseTemplate>[number]]>([
  ['say that', { alternatives: [['say that']], isOptional: false }],
  ['', { alternatives: [[]], isOptional: false }],
  ['one|two', { alternatives: [['one'], ['two']], isOptional: false }],
  [
    'say {{that-one}} [again|once more] (now)',
    {
      alternatives: [
        [
          'say ',
          { name: 'that-one' },
          ' ',
          { alternatives: [['again'], ['once more']], isOptional: true },
          ' ',
          { alternatives: [['now']], isOptional: false },
        ],
      ],
      isOptional: false,
    },
  ],
  [
    '[(a|b) c]',
    {
      alternatives: [
        [{ alternatives: [[{ alternatives: [['a'], ['b']], isOptional: false }, ' c']], isOptional: true }],
      ],
      isOptional: false,
    },
  ],
])('%j is words, places and groups', (template, parsed) => {
  expect(parseTemplate(template)).toEqual([parsed]);
});

test.each(['(a', 'a)', '[a', 'a]', '(a]', '[a)', '(a|[b)', '('])(
  'brackets of %j do not match, and it is said of which',
  (template) => {
    expect(() => parseTemplate(template)).toThrow(`Brackets do not match: ${template}`);
  },
);
