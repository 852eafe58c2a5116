import { join } from 'node:path';
import { languageOf } from '../lambda/business/words';
import { MODEL_LANGUAGES } from '../lambda/skill/wording';
import { isPattern, patternIn } from '../lambda/speech/pronunciation-patterns';
import { type Business, type LocaleWords, pathOf } from './business';
import { ICON_SIZES, iconFault } from './icons';
import { nameFaults } from './invocation-name';
import { isLocale, localesOf } from './locales';
import type { Finding } from './problem';
import type { BusinessFile } from './schema';

const MOST_TOPICS = 100;
const MOST_CHOICES = 500;
/** The store shows the names of others' products to nobody. */
export const FOREIGN_NAMES = /\b(?:alexa|amazon|echo)\b/i;

/** What the schema cannot tell: what depends on a language, on Amazon's rules, or on other files. */
export function checkBusiness(file: BusinessFile, business: Business, folder: string): readonly Finding[] {
  const unknown = Object.keys(file.locales).flatMap(unknownLocale);
  const known = business.locales.filter(({ locale }) => MODEL_LANGUAGES.includes(languageOf(locale)));
  const nowhere =
    Object.keys(file.locales).length === 0
      ? [{ path: ['locales'], message: 'names no language: add the one that your customers speak, "en:"' }]
      : [];
  return [...nowhere, ...unknown, ...known.flatMap((words) => checkWords(file, words, folder))];
}

function unknownLocale(key: string): readonly Finding[] {
  const path = ['locales', key];
  const isKnown = isLocale(key) || localesOf(key).length > 0;
  if (!isKnown) return [{ path, message: 'Alexa does not speak that: see the list in docs/business.md' }];
  if (MODEL_LANGUAGES.includes(languageOf(key))) return [];
  return [
    { path, message: `Aloud has no interaction model in that language yet, only in ${MODEL_LANGUAGES.join(', ')}` },
  ];
}

/** Markup, placeholders, pictures. */
const NOT_SAID = /[<>{}]|\p{Extended_Pictographic}/u;

interface Unspeakable {
  readonly field: 'name' | 'greeting' | 'hints';
  readonly index?: number;
  readonly sign: string;
}

/** What is heard as it is written must be fit for it. */
function unspeakable({ name, greeting, hints = [] }: LocaleWords): readonly Unspeakable[] {
  const texts = [
    { field: 'name' as const, text: name },
    { field: 'greeting' as const, text: greeting },
    ...hints.map((text, index) => ({ field: 'hints' as const, index, text })),
  ];
  return texts.flatMap(({ text = '', ...place }) => {
    const [sign] = NOT_SAID.exec(text) ?? [];
    return sign === undefined ? [] : [{ ...place, sign }];
  });
}

function checkWords(file: BusinessFile, words: LocaleWords, folder: string): readonly Finding[] {
  const { locale, name, invocationName, icons, topics, choices, pronunciations = [] } = words;
  const at = (field: Parameters<typeof pathOf>[2]) => pathOf(file, locale, field);
  return [
    ...(name === undefined ? [{ path: at('name'), message: 'is missing: add the name of your business' }] : []),
    ...(name !== undefined && FOREIGN_NAMES.test(name)
      ? [{ path: at('name'), message: "holds a name of Amazon's, which Amazon refuses: take it out" }]
      : []),
    ...(invocationName === undefined
      ? [{ path: at('invocationName'), message: 'is missing: add what people say to open the skill' }]
      : nameFaults(invocationName, locale).map(({ code: _, ...fault }) => ({ path: at('invocationName'), ...fault }))),
    ...(['small', 'large'] as const).flatMap((size) => {
      const fault = icons && iconFault(join(folder, icons[size]), ICON_SIZES[size]);
      return fault ? [{ path: [...at('icons'), size], message: fault }] : [];
    }),
    ...unspeakable(words).map(({ field, index, sign }) => ({
      path: [...at(field), ...(index === undefined ? [] : [index])],
      message: `holds "${sign}", which is not said: take it out`,
    })),
    ...pronunciations.flatMap(({ written }, index) => {
      const pattern = patternIn(written);
      const path = [...at('pronunciations'), index, 'written'];
      return pattern === undefined || isPattern(pattern)
        ? []
        : [{ path, message: 'is no pattern that can be looked for: see docs/business.md' }];
    }),
    ...(topics.length > MOST_TOPICS
      ? [{ path: at('topics'), message: `has ${topics.length} topics: keep to ${MOST_TOPICS}` }]
      : []),
    ...(choices.known.length > MOST_CHOICES
      ? [{ path: at('choices'), message: `has ${choices.known.length} entries: keep to ${MOST_CHOICES}` }]
      : []),
  ];
}
