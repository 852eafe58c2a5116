import { casesOf, corpusLanguages } from './corpus/cases';
import { heardOf, localeOf } from './corpus/heard';

describe.each(corpusLanguages())('%s', (language) => {
  test.each(casesOf(language).map(({ place, message, heard }) => [place, message, heard] as const))(
    '%s %j',
    (_place, message, heard) => {
      expect(heardOf(message, localeOf(language))).toEqual(heard);
    },
  );
});
