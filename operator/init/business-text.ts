import { stringify } from 'yaml';
import type { Locale } from '../../business/locales';
import { languageOf } from '../../lambda/business/words';

/** What a business file is made of. */
export interface BusinessDraft {
  readonly name: string;
  readonly invocation: string;
  /** Names in other languages, by language, where the one above cannot be said in it. */
  readonly otherInvocations: Readonly<Record<string, string>>;
  /** The first is the business's own. */
  readonly locales: readonly Locale[];
  readonly summary: string | undefined;
  readonly topics: readonly string[];
}

/**
 * The content of `business.yaml`: little, in order, and with comments that lead on.
 *
 * @param schema where editors find what may stand in it, seen from the file
 */
export function businessText(draft: BusinessDraft, schema = './docs/business.schema.json'): string {
  const { name, invocation, locales } = draft;
  return [
    `# yaml-language-server: $schema=${schema}`,
    '#',
    `# What ${oneLine(name)} says of itself on Alexa. docs/business.md says what each field is for, and business.example.yaml is a`,
    '# whole one.  npx aloud doctor  says what is wrong with this file;  npx aloud generate  makes the skill package of it.',
    '',
    line('name', name),
    `# What people say: "Alexa, open ${oneLine(invocation)}".`,
    line('invocationName', invocation),
    '',
    '# Amazon publishes no skill without these. Take the # away, and write your own.',
    '# category: ORGANIZERS_AND_ASSISTANTS    # docs/business.md lists them all',
    '# countries: [US, CA]                    # without it, worldwide',
    '# contact: you@your-business.example     # whom the testers at Amazon may ask',
    '# privacyUrl: https://your-business.example/privacy    # docs/privacy.md says what it has to mention',
    '# icons:',
    '#   small: icons/108.png                 # 108 by 108 pixels',
    '#   large: icons/512.png                 # 512 by 512 pixels',
    '',
    'locales:',
    ...byLanguage(locales).flatMap((own, index) => languageLines(draft, own, index === 0)),
    '',
  ].join('\n');
}

/** The locales of each language, in their order. */
function byLanguage(locales: readonly Locale[]): readonly (readonly Locale[])[] {
  const languages = [...new Set(locales.map(languageOf))];
  return languages.map((language) => locales.filter((locale) => languageOf(locale) === language));
}

function languageLines(draft: BusinessDraft, locales: readonly Locale[], isFirst: boolean): readonly string[] {
  const [only = ''] = locales;
  const language = languageOf(only);
  const words = [...ownInvocation(draft, language), ...(isFirst ? firstWords(draft) : otherWords())];
  const indented = words.map((text) => `    ${text}`);
  if (locales.length === 1) return [`  ${only}:`, ...indented];
  return [`  ${language}: # in all its locales`, ...indented, ...locales.map((locale) => `  ${locale}:`)];
}

function ownInvocation({ otherInvocations }: BusinessDraft, language: string): readonly string[] {
  const own = otherInvocations[language];
  return own === undefined ? [] : [line('invocationName', own)];
}

function firstWords({ summary, topics, invocation }: BusinessDraft): readonly string[] {
  return [
    '# One sentence for the list of skills, and what stands on the page of this one.',
    summary === undefined ? '# summary: "Ask us about …"' : line('summary', summary),
    '# description: |-',
    `#   What people can do here. To begin, say "Alexa, open ${oneLine(invocation)}".`,
    '# Said before the bot says anything. Leave it out where your bot greets people itself.',
    '# greeting: "Hello, …"',
    '# What people ask about: other words, and whole sentences, for each. They reach your bot as they were said.',
    ...(topics.length === 0
      ? ['# topics:', '#   opening hours: [hours, "when are you open"]']
      : ['topics:', ...topics.map((topic) => `  ${scalar(topic)}: []`)]),
    '# keywords: [words, by which, the skill is found]',
  ];
}

function otherWords(): readonly string[] {
  return [
    "# In this language still to be written: until then it is the template's.",
    '# summary: "…"',
    '# description: "…"',
    '# topics:',
  ];
}

function line(field: string, text: string): string {
  return `${field}: ${scalar(text)}`;
}

/** A text as YAML, in quotes where it needs them. */
function scalar(text: string): string {
  const plain = stringify(oneLine(text), { lineWidth: 0 }).trim();
  // What looks like the beginning of a document is written as a block, which has lines of its own.
  return plain.includes('\n') ? JSON.stringify(oneLine(text)) : plain;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
