import { LANGUAGES } from '../../lambda/languages';
import { phrases } from '../../lambda/speech/phrases';
import { speakableLines } from '../../lambda/speech/spoken-text';

const OTHERS = Object.keys(LANGUAGES).filter((language) => language !== 'en');
/** What makes a pattern of words; a "*" stands for the beginning of one, and braces for the ends of a range. */
const OF_PATTERNS = /[\\^+?()[\]]/;

describe('words are no patterns', () => {
  const english = textsIn(LANGUAGES.en?.written());

  test.each(OTHERS)('%s', (language) => {
    const patterns = [...textsIn(LANGUAGES[language]?.written())].filter(
      ([name, text]) => OF_PATTERNS.test(text) && !OF_PATTERNS.test(english.get(name) ?? '('),
    );
    expect(patterns.map(([name]) => name)).toEqual([]);
  });
});

describe('an arrow behind a condition leads to what is to be done', () => {
  test.each([
    ['ar', 'إذا تسرب الماء → اتصل بنا', 'إذا تسرب الماء، اتصل بنا'],
    ['de', 'Wenn es tropft → rufen Sie uns an', 'Wenn es tropft, rufen Sie uns an'],
    ['en', 'If it leaks → call us', 'If it leaks, call us'],
    ['es', 'Si gotea → llámenos', 'Si gotea, llámenos'],
    ['es', 'En caso de fuga → llámenos', 'En caso de fuga, llámenos'],
    ['fr', 'En cas de fuite → appelez-nous', 'En cas de fuite, appelez-nous'],
    ['hi', 'अगर पानी टपके → हमें फ़ोन करें', 'अगर पानी टपके, हमें फ़ोन करें'],
    ['it', 'Se perde → ci chiami', 'Se perde, ci chiami'],
    ['nl', 'Als het lekt → bel ons', 'Als het lekt, bel ons'],
    ['pt', 'Se vazar → ligue para nós', 'Se vazar, ligue para nós'],
  ])('%s: %s', (language, text, said) => {
    expect(speakableLines(text, phrases(language)).flat().join(' ')).toBe(said);
  });
});

describe('words that end or begin with an accent are known as others are', () => {
  test.each([
    ['es', 'Vaya al menú → Pagos', 'Vaya al menú, y luego Pagos'],
    ['pt', 'Vá em Configurações → Conta', 'Vá em Configurações, e depois Conta'],
    ['es', '🚫 Aquí está', 'Aquí está'],
    ['pt', '🚫 O salão está lotado', 'O salão está lotado'],
    ['pt', 'Abrimos às 9h e às 18h.', 'Abrimos às 9 e às 18 horas.'],
    ['hi', 'दिल्ली → मुंबई', 'दिल्ली से मुंबई'],
  ])('%s: %s', (language, text, said) => {
    expect(speakableLines(text, phrases(language)).flat().join(' ')).toBe(said);
  });
});

/** The texts of a table by the names of where they stand; not those of lists, which are forms. */
function textsIn(table: unknown, name = ''): ReadonlyMap<string, string> {
  if (typeof table === 'string') return new Map([[name, table]]);
  if (typeof table !== 'object' || table === null || Array.isArray(table)) return new Map();
  return new Map(Object.entries(table).flatMap(([key, part]) => [...textsIn(part, `${name}.${key}`)]));
}

test.each(Object.keys(LANGUAGES))('a number is said however many decimals it has, in %s', (language) => {
  for (const mark of ['.', ',']) {
    const number = `4${mark}${'199'.repeat(10)}`;
    const said = speakableLines(`${number}% 3 x ${number} km`, phrases(language)).flat().join(' ');
    expect(said).toContain('199199');
  }
});
