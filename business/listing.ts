import { languageOf } from '../lambda/business/words';
import { wordingOf } from '../lambda/skill/wording';
import type { Business, LocaleWords } from './business';

/** What the store shows of a skill in a locale. */
export interface Listing {
  readonly locale: string;
  readonly name: string;
  readonly invocationName: string;
  readonly summary: string;
  readonly description: string;
  readonly examplePhrases: readonly string[];
  readonly keywords: readonly string[];
  readonly privacyUrl: string;
  readonly termsUrl?: string;
}

/** What is still the template's, which Amazon refuses, as it has seen it before. */
export type Borrowed = (typeof BORROWABLE)[number];

/** In the order in which an owner is told of them. */
export const BORROWABLE = ['name', 'invocationName', 'summary', 'description', 'privacyUrl'] as const;

export interface Listed {
  readonly listing: Listing;
  readonly borrowed: readonly Borrowed[];
}

const MOST_EXAMPLES = 3;

/** What the owner leaves out is the template's, with the owner's names in it; `undefined` where it has no such language. */
export function listed(words: LocaleWords, template: Business): Listed | undefined {
  const source = template.locales.find(({ locale }) => languageOf(locale) === languageOf(words.locale));
  const { locale, name, invocationName } = words;
  if (name === undefined || invocationName === undefined) return undefined;
  const borrow = <T extends string>(own: T | undefined, lent: T | undefined): string | undefined =>
    own ?? (lent === undefined ? undefined : withNames(lent, source, { name, invocationName }));
  const [summary, description] = [
    borrow(words.summary, source?.summary),
    borrow(words.description, source?.description),
  ];
  const privacyUrl = words.privacyUrl ?? template.locales[0]?.privacyUrl;
  if (summary === undefined || description === undefined || privacyUrl === undefined) return undefined;
  const examplePhrases = words.examplePhrases ?? examples(words, invocationName);
  const listing: Listing = {
    ...{ locale, name, invocationName, summary, description, examplePhrases, privacyUrl },
    keywords: words.keywords ?? source?.keywords ?? [],
    ...(words.termsUrl !== undefined && { termsUrl: words.termsUrl }),
  };
  return { listing, borrowed: borrowedOf(words, source) };
}

function borrowedOf(words: LocaleWords, source: LocaleWords | undefined): readonly Borrowed[] {
  return BORROWABLE.filter((field) => words[field] === undefined || words[field] === source?.[field]);
}

/** "Alexa, open …", and two of the topics. Amazon wants three. */
function examples({ locale, topics }: LocaleWords, name: string): readonly string[] {
  const { wake, launch, ask, topics: generic } = wordingOf(locale);
  const asked = topics.length > 0 ? topics.flatMap(({ phrases: [first] }) => first ?? []) : Object.keys(generic);
  const said = [launch, ...asked.map((topic) => ask.replace('{topic}', topic))].slice(0, MOST_EXAMPLES);
  return said.map((words) => `${wake}${words.replace('{name}', name)}`);
}

/** A text of the template's, told of another skill. */
export function withNames(
  text: string,
  template: Pick<LocaleWords, 'name' | 'invocationName'> | undefined,
  { name, invocationName }: { readonly name: string; readonly invocationName: string },
): string {
  if (!template?.name || !template.invocationName) return text;
  return text.replaceAll(template.name, name).replaceAll(template.invocationName, invocationName);
}
