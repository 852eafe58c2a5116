import { LANGUAGES } from '../../lambda/languages';
import type { Resource } from '../../lambda/languages/resource';
import { phrases } from '../../lambda/speech/phrases';

/** So many messages, rows or pictures are told of. */
const MOST = 200;
/** Parts of the list of senders, and links, may be one. */
const MAY_BE_ONE = /^(?:unread\.(?:bot|agent|agent_named|broadcast)|where\..+)$/;

type Groups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function countedIn(resource: Resource): readonly (readonly [key: string, forms: ReadonlySet<string>])[] {
  const groups = resource as unknown as Groups;
  return ['unread', 'media', 'shape', 'where'].flatMap((group) => {
    const keys = Object.keys(groups[group] ?? {});
    return keys.flatMap((key) => {
      const [, name] = /^(.+)_other$/.exec(key) ?? [];
      if (name === undefined) return [];
      const forms = keys.filter((one) => one.startsWith(`${name}_`)).map((one) => one.slice(name.length + 1));
      return [[`${group}.${name}`, new Set(forms)] as const];
    });
  });
}

function categories(language: string, least: number): ReadonlySet<string> {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: MOST - least + 1 }, (_, index) => rules.select(index + least)));
}

describe.each(Object.keys(LANGUAGES))('%s', (language) => {
  const resource = LANGUAGES[language]?.words() as Resource;

  test('has a form of each phrase about a number for every number that is said', () => {
    const missing = countedIn(resource).flatMap(([key, forms]) =>
      [...categories(language, MAY_BE_ONE.test(key) ? 1 : 2)]
        .filter((one) => !forms.has(one))
        .map((one) => `${key}_${one}`),
    );
    expect(missing).toEqual([]);
  });

  // The table of numbers is made to recognise words: in Latin letters it has none with an accent, "funf", which a voice misreads.
  test('says only numbers whose words it writes as they are spelled', () => {
    const table = Object.keys(LANGUAGES[language]?.numbers().cardinals ?? {});
    const isSpelled = resource.script.ascii || table.some((word) => /[^a-z -]/.test(word));
    const said = JSON.stringify([resource.unread, resource.media, resource.shape, resource.where]);
    expect(isSpelled || !said.includes('{{count}}')).toBe(true);
  });

  test('no wording is empty', () => {
    const words = (value: unknown): readonly unknown[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(words);
    const { understood: _understood, pace: _pace, script: _script, sentences: _sentences, ...said } = resource;
    for (const [key, value] of Object.entries(said)) {
      const all = words(value);
      expect([key, all.length > 0, all.filter((one) => one === '')]).toEqual([key, true, []]);
    }
  });

  test('is no other language', () => {
    const words = phrases(`${language}-XX`);
    expect([words.language, words.isForeign]).toEqual([language, false]);
  });
});

test('what there is no language for is spoken to in English', () => {
  const words = phrases('xx-XX');
  expect([words.language, words.isForeign]).toEqual(['en', true]);
});
