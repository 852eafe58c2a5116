import { LANGUAGES } from '../../lambda/languages';
import type { Language } from '../../lambda/languages/language';
import { type SomeWritten, withWritten } from '../../lambda/languages/nothing-written';
import { phrasesOf } from '../../lambda/speech/phrases';
import { speakableLines } from '../../lambda/speech/spoken-text';
import { voiced } from '../../lambda/speech/voiced';

/** What a few words of a language make of a text. */
function said(language: string, table: SomeWritten, text: string): string {
  const data = { ...LANGUAGES.en, written: () => withWritten(table) } as Language;
  const words = phrasesOf(data, { language });
  return speakableLines(text, words)
    .flat()
    .map((line) => voiced(line, words).replace(/\p{Cf}|[\u{E0000}-\u{E0FFF}]/gu, ''))
    .join(' ');
}

const french: SomeWritten = {
  range: 'à',
  clock: 'h',
  decimal: ',',
  groups: ' ',
  days: { lundi: 'lun', vendredi: 'ven' },
  units: { 'heure|heures': 'h', 'kilogramme|kilogrammes': 'kg' },
  currencies: { 'euro|euros': 'EUR' },
};

test.each([
  ['Ouvert lun-ven 8h-20h', 'Ouvert lundi à vendredi 8 heures à 20 heures'],
  ['Ouvert 9h30-18h', 'Ouvert 9h30 à 18 heures'],
  ['Le total est de 1 234,56 €', 'Le total est de 1234,56 €'],
  ['Prix : 1 250 EUR', 'Prix: 1250 euros'],
  ['Il pèse 1,5 kg', 'Il pèse 1,5 kilogramme'],
])('French: %s', (text, heard) => {
  expect(said('fr', french, text)).toContain(heard);
});

test('Arabic has a form for two and one for few', () => {
  const table = { units: { 'صفر|كيلو واحد|كيلوان|كيلوات|كيلوًا|كيلو': 'كجم' } };
  const forms = ['2', '5', '11', '100'].map((number) => said('ar', table, `الوزن ${number} كجم`));
  expect(forms.map((form) => form.split(' ').at(-1)?.replace('.', ''))).toEqual(['كيلوان', 'كيلوات', 'كيلوًا', 'كيلو']);
});

test('a range has words around it where the language says it so', () => {
  const table = { range: '{{from}}から{{to}}まで', halves: '時', alphabet: { '\\p{L}': 'A-Za-z' } };
  expect(said('ja', table, '受付は9〜17時です')).toContain('受付は9から17時までです');
});

test('digits in Indian groups stay where the voice reads them', () => {
  const amount = (lakhs: boolean) => said('hi', { decimal: '.', lakhs }, 'राशि ₹1,24,999 है');
  expect([amount(true), amount(false)]).toEqual(['राशि ₹1,24,999 है', 'राशि ₹124,999 है']);
});

test('digits of other scripts are digits, and the marks of Arabic stand between them', () => {
  expect(said('ar', {}, 'المبلغ ١٬٢٥٠٫٥٠ ريال')).toContain('1,250.50');
  expect(said('hi', {}, 'कुल ३५ रुपये')).toContain('35');
});
