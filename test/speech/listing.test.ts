import { LANGUAGES } from '../../lambda/languages';
import { listing } from '../../lambda/speech/listing';

const NAMES = ['Ada', 'Ida', 'Otto', 'Hilda', '8'];

test.each(Object.entries(LANGUAGES))('%s joins as Unicode has it', (_language, data) => {
  const { list } = data.words();
  for (const [join, type] of [['and', 'conjunction'] as const, ['or', 'disjunction'] as const]) {
    const format = new Intl.ListFormat(list['as-in'], { type });
    for (const count of [2, 3, 5]) {
      const names = NAMES.slice(0, count);
      expect(listing(list, join)(names)).toBe(format.format(names));
    }
  }
});
