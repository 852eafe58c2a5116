import { inLanguage } from './in-language';

const FRUIT: Readonly<Record<string, readonly [string, string, string]>> = {
  en: ['Apple', 'Banana', 'Cherry'],
  de: ['Apfel', 'Banane', 'Kirsche'],
  nl: ['Appel', 'Banaan', 'Kers'],
  fr: ['Pomme', 'Banane', 'Cerise'],
  it: ['Mela', 'Banana', 'Ciliegia'],
  es: ['Manzana', 'Banana', 'Cereza'],
  pt: ['Maçã', 'Banana', 'Cereja'],
  ja: ['りんご', 'バナナ', 'さくらんぼ'],
  hi: ['सेब', 'केला', 'चेरी'],
  ar: ['تفاح', 'موز', 'كرز'],
};

function decided(language: string, labels: readonly string[], said: string) {
  const decision = inLanguage.decide(language, { labels, from: 0, to: labels.length }, said);
  return decision.kind === 'choose' ? decision.index : decision.kind === 'which' ? decision.indexes : decision.kind;
}

test.each([
  ['en', 'the last or the first'],
  ['en', 'the first or the last'],
  ['de', 'den letzten oder den ersten'],
  ['nl', 'de laatste of de eerste'],
  ['fr', 'le dernier ou le premier'],
  ['it', "l'ultimo o il primo"],
  ['es', 'el último o el primero'],
  ['pt', 'o último ou o primeiro'],
  ['ja', '最後か最初'],
  ['hi', 'आख़िरी या पहला'],
  ['ar', 'الأخير أو الأول'],
])('two places of which either will do are asked back: %s, %s', (language, said) => {
  expect(decided(language, FRUIT[language] ?? [], said)).toEqual([0, 2]);
});

test('but not where both are excluded, or one is taken back', () => {
  expect(decided('en', FRUIT.en ?? [], 'not the last or the first')).toBe(1);
  expect(decided('en', FRUIT.en ?? [], 'the last or no the first')).toBe('words');
});

test.each([
  ['en', 'apple no the other'],
  ['en', 'apple no the other one please'],
  ['de', 'apfel nein lieber das andere'],
  ['nl', 'appel nee de andere'],
  ['fr', "pomme non l'autre"],
  ['it', "mela no l'altra"],
  ['es', 'manzana no la otra'],
  ['pt', 'maçã não a outra'],
  ['ja', 'りんごじゃなくてもう一つのほう'],
  ['hi', 'सेब नहीं दूसरा वाला'],
  ['ar', 'تفاح لا الآخر'],
])('of two options the other is the one that was not taken back: %s, %s', (language, said) => {
  expect(decided(language, (FRUIT[language] ?? []).slice(0, 2), said)).toBe(1);
});

test('where three are offered nobody can tell which other is meant, and a story of another one picks none', () => {
  expect(decided('de', FRUIT.de ?? [], 'apfel nein das andere')).toBe('words');
  expect(decided('en', (FRUIT.en ?? []).slice(0, 2), 'apple the other one is bad')).toBe(0);
});
