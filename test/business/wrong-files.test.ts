import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFile } from '../../business/load';
import { LOCALES } from '../../business/locales';

const GOOD = {
  name: 'name: Harbor Clinic',
  invocationName: 'invocationName: harbor clinic',
  locales: 'locales:\n  en-US:\n    topics:\n      hours: [opening hours]',
};

/** A good file with other lines in place of some of its own, and more lines behind. */
function file(change: Partial<typeof GOOD> & { readonly more?: string } = {}): string {
  const { more = '', ...own } = change;
  return [...Object.values({ ...GOOD, ...own }), more].filter((part) => part !== '').join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'aloud-business-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The problems of a file, without its name. */
function problems(content: string): readonly string[] {
  writeFileSync(join(folder, 'business.yaml'), content);
  const loaded = loadFile(folder, 'business.yaml');
  return 'problems' in loaded ? loaded.problems.map((line) => line.replace('business.yaml:', '')) : [];
}

test('a good file has no problem', () => {
  expect(problems(file())).toEqual([]);
});

/** What is wrong, the file, and each line that its owner is told: number, field, fault, remedy. */
const WRONG: readonly (readonly [what: string, content: string, ...lines: readonly string[]])[] = [
  [
    'a name that would be lost',
    file({ locales: 'locales:\n  en-US:\n    topics:\n      hours: [opening hours]\n      __proto__: [prices]' }),
    '7: nothing can be called __proto__',
  ],
  ['an empty file', '', ' locales: is missing: add it'],
  ['a list', '- name', '1: must be a table: one "name: …" a line'],
  [
    'indentation',
    file({ locales: 'locales:\n  en-US:\n   topics: a\n    hours: b' }),
    '5: the text has a second ": " in it: put the whole text in quotes',
  ],
  ['a field twice', file({ more: 'name: Harbor' }), '7: this field stands above already: take one out'],
  [
    'a misspelt field',
    file({ name: 'nmae: Harbor Clinic' }),
    '1: nmae: is no field of a business file: did you mean name?',
  ],
  [
    'an unknown field',
    file({ more: 'fax: none' }),
    '7: fax: is no field of a business file: take it out, or see docs/business.md',
  ],
  ['a number for a name', file({ name: 'name: 24' }), '1: name: is read as number: put it in quotes'],
  ['no name', file({ name: '' }), '3: locales.en-US.name: is missing: add the name of your business'],
  ['an empty name', file({ name: "name: ''" }), '1: name: is empty: fill it in, or take it out'],
  [
    "a name of Amazon's",
    file({ name: 'name: Clinic for Alexa' }),
    "1: name: holds a name of Amazon's, which Amazon refuses: take it out",
  ],
  [
    'no invocation name',
    file({ invocationName: '' }),
    '3: locales.en-US.invocationName: is missing: add what people say to open the skill',
  ],
  [
    'capitals in it',
    file({ invocationName: 'invocationName: Harbor Clinic' }),
    '2: invocationName: has capitals: write it in lower case',
  ],
  [
    'digits in it',
    file({ invocationName: 'invocationName: clinic 24' }),
    '2: invocationName: has digits: write numbers in words',
  ],
  [
    'signs in it',
    file({ invocationName: 'invocationName: harbor & co' }),
    '2: invocationName: has signs that are not spoken: letters, spaces, apostrophes and the periods of "b. b. c." are taken',
  ],
  [
    'a launch word in it',
    file({ invocationName: 'invocationName: open harbor clinic' }),
    '2: invocationName: holds "open", with which skills are opened: Amazon refuses that',
  ],
  [
    'a wake word in it',
    file({ invocationName: 'invocationName: echo clinic' }),
    '2: invocationName: holds "echo", which wakes Echos: Amazon refuses that',
  ],
  [
    'a connecting word in it',
    file({ invocationName: 'invocationName: clinic for kids' }),
    '2: invocationName: holds "for", which joins a name to a request: Amazon refuses that',
  ],
  [
    'an article and a word',
    file({ invocationName: 'invocationName: the clinic' }),
    '2: invocationName: is "the" and one word: Amazon wants two words that mean something',
  ],
  [
    'a long summary',
    file({ more: `summary: ${'long '.repeat(40)}` }),
    '7: summary: has 199 characters; shorten it to 160',
  ],
  [
    'http',
    file({ more: 'privacyUrl: http://harbor.clinic/privacy' }),
    '7: privacyUrl: must be an address that begins with https://',
  ],
  ['no e-mail address', file({ more: 'contact: front desk' }), '7: contact: must be an e-mail address'],
  [
    'an unknown category',
    file({ more: 'category: HEALTH_AND_FITNES' }),
    '7: category: is not one that Amazon knows: did you mean HEALTH_AND_FITNESS?',
  ],
  [
    'an unknown country',
    file({ more: 'countries: [US, UK]' }),
    '7: countries, entry 2: is no country code of two letters (ISO 3166); the United Kingdom is GB',
  ],
  [
    'countries as a text',
    file({ more: 'countries: US' }),
    '7: countries: must be "worldwide" or a list of country codes: [US, GB]',
  ],
  [
    'no locale',
    file({ locales: 'locales: {}' }),
    '3: locales: names no language: add the one that your customers speak, "en:"',
  ],
  [
    'no language',
    file({ locales: 'locales:\n  english:' }),
    '4: locales.english: "english" is neither a language ("en") nor a locale ("en-GB")',
  ],
  [
    'a locale that Alexa lacks',
    file({ locales: 'locales:\n  en-NZ:' }),
    '4: locales.en-NZ: Alexa does not speak that: see the list in docs/business.md',
  ],
  ['hints as a text', file({ more: 'hints: when are you open' }), '7: hints: must be a list: one "- …" a line'],
  [
    "a topic that is Alexa's",
    file({ more: 'topics:\n  help: [support]' }).replace(/ {4}topics:\n.*\n/, '    hints: [are you open]\n'),
    '7: topics.help: "help" is a word of Alexa\'s own, which a skill never hears: take it out',
  ],
  [
    'a phrase of two topics',
    file({ more: 'topics:\n  hours: [times]\n  prices: [times, fees]' }).replace(
      / {4}topics:\n.*\n/,
      '    hints: [are you open]\n',
    ),
    '8: topics.prices: "times" is said for "hours" as well: keep one of them',
  ],
  [
    'digits in a topic',
    file({ more: 'topics:\n  a 24 hour line: [night line]' }).replace(
      / {4}topics:\n.*\n/,
      '    hints: [are you open]\n',
    ),
    '7: topics.a 24 hour line: "a 24 hour line" has digits: write numbers in words',
  ],
  [
    'an example for another skill',
    file({ more: 'examplePhrases: ["Alexa, open harbor clinic", "Alexa, ask harbour about hours"]' }),
    '7: examplePhrases, entry 2: does not say the invocation name, "harbor clinic"',
  ],
  [
    'a first example that asks',
    file({ more: 'examplePhrases: ["Alexa, ask harbor clinic about hours"]' }),
    '7: examplePhrases, entry 1: must open the skill and say nothing else, as it is the first',
  ],
  [
    'a hint that no model knows',
    file({ more: 'hints: [purple monkey dishwasher]' }),
    '7: hints, entry 1: "purple monkey dishwasher" would not be understood in one breath with the name: add it to a topic',
  ],
  [
    'an icon that is not there',
    file({ more: 'icons: {small: a.png, large: b.png}' }),
    ...['small: there is no file', 'large: there is no file'],
  ],
];

/** More of what people do, each with the one line that they are told. */
const SLIPS: readonly (readonly [what: string, content: string, line: string])[] = [
  ['a tab', 'name: Harbor\nlocales:\n\ten-US:\n\t\ttopics:\n\t\t\ta: b\n', '3: the line begins with a tab'],
  [
    'no space behind the colon',
    file({ name: 'name:Harbor Clinic' }),
    'there is no ": " between the field and its text',
  ],
  [
    'quotes in the middle',
    file({ name: 'name: "Harbor" Clinic' }),
    '1: the text goes on behind its closing quotation mark',
  ],
  ['an ampersand first', file({ name: 'name: & Harbor' }), '1: the text begins with "&" or "*": put it in quotes'],
  [
    'another encoding',
    Buffer.from('name: Bäckerei', 'latin1').toString('utf8'),
    'is not written in UTF-8: save it as UTF-8',
  ],
  [
    'a number among texts',
    file({ locales: 'locales:\n  en-US:\n    topics:\n      prices: [fees, 24]' }),
    '6: locales.en-US.topics.prices, entry 2: is read as number: put it in quotes',
  ],
  ['a small locale', file({ locales: 'locales:\n  en-gb:' }), 'did you mean en-GB?'],
  [
    'markup in the greeting',
    file({ more: 'greeting: "Hello {{name}}"' }),
    '7: greeting: holds "{", which is not said: take it out',
  ],
  [
    'a pattern that cannot be looked for',
    file({ more: 'pronunciations:\n  - written: "/(a+)+/"\n    spoken: ay' }),
    '8: pronunciations, entry 1.written: is no pattern that can be looked for: see docs/business.md',
  ],
  ["a hint that is Alexa's", file({ more: 'hints: [stop]' }), '7: hints, entry 1: "stop" is a word of Alexa\'s own'],
];

test.each(SLIPS)('%s', (_what, content, line) => {
  expect(problems(content)).toEqual([expect.stringContaining(line)]);
});

test('however many topics there are, and in whichever language, a model is made', () => {
  for (const locale of LOCALES) {
    const topics = Array.from(
      { length: 100 },
      (_, index) => `      x${String.fromCharCode(97 + (index % 26)).repeat(1 + index / 26)}: [y]`,
    );
    const more = `locales:\n  ${locale}:\n    topics:\n${topics.join('\n').replace(/: \[y\]/g, ':')}`;
    expect(problems(file({ locales: more }))).toEqual([]);
    expect(problems(file({ locales: `locales:\n  ${locale}:\n    topics: {}` }))).toEqual([]);
  }
});

test('there are 30 of them, and more', () => {
  expect(WRONG.length).toBeGreaterThanOrEqual(30);
});

test.each(WRONG)('%s is told in one line, with its number and what to do', (_what, content, ...lines) => {
  expect(problems(content)).toEqual(lines.map((line) => expect.stringContaining(line)));
});

/** Amazon's rules for invocation names, in the words of each language. */
const NAMES: readonly (readonly [locale: string, name: string, fault: string | undefined])[] = [
  ['ar-SA', 'عيادة المرفأ', undefined],
  ['ar-SA', 'افتحي العيادة', 'holds "افتحي", with which skills are opened'],
  ['de-DE', 'praxis am hafen', undefined],
  ['de-DE', 'öffne praxis', 'holds "öffne", with which skills are opened'],
  ['fr-FR', 'cabinet du port', undefined],
  ['hi-IN', 'हार्बर क्लिनिक', undefined],
  ['hi-IN', 'अलेक्सा क्लिनिक', 'holds "अलेक्सा", which wakes Echos'],
  ['it-IT', 'studio del porto', undefined],
  ['it-IT', 'studio per bambini', 'holds "per", which joins a name to a request'],
  ['ja-JP', '港歯科', undefined],
  ['ja-JP', '港 スキル', 'holds "スキル": Amazon refuses that'],
  ['nl-NL', 'de praktijk', 'is "de" and one word'],
  ['pt-BR', 'clínica porto', undefined],
];

test.each(NAMES)('an invocation name in %s: %s', (locale, name, fault) => {
  const locales = `locales:\n  ${locale}:\n    topics: {}`;
  const told = problems(file({ invocationName: `invocationName: ${name}`, locales }));
  expect(told).toEqual(fault === undefined ? [] : [expect.stringContaining(fault)]);
});

test('all faults of a file are told at once, in the order of its lines', () => {
  const told = problems(
    'name: 5\nsummary: ""\nprivacyUrl: nowhere\nlocales:\n  en-US:\n    topics: [a]\n    hints: []\n  klingon:\n',
  );
  expect(told.map((line) => line.split(':')[0])).toEqual(['1', '2', '3', '6', '7', '8']);
});

test('what works, but not as its owner may think, is told as a warning', () => {
  const locales = [
    'locales:',
    '  en-US:',
    '    topics:',
    '      about us: [your story]',
    '      post: [my messages]',
    '      lonely:',
    '    choices: [9 AM, Refill]',
    '    summary: In town, #1 for teeth',
  ];
  writeFileSync(join(folder, 'business.yaml'), file({ locales: locales.join('\n') }));
  const loaded = loadFile(folder, 'business.yaml');
  expect('warnings' in loaded ? loaded.warnings : []).toEqual([
    expect.stringContaining('6: locales.en-US.topics.about us: "about us" begins with "about"'),
    expect.stringContaining('7: locales.en-US.topics.post: takes "my messages", which was a command of Aloud\'s'),
    expect.stringContaining('8: locales.en-US.topics.lonely: has no other words'),
    expect.stringContaining('9: locales.en-US.choices: "9 AM" is left out of the model'),
    expect.stringContaining('10: the text ends before "#1"'),
  ]);
});
