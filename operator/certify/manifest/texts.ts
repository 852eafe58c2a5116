import { wordingOf } from '../../../lambda/skill/wording';
import { addressOf, heardWords } from '../../../simulator/echo/hearing';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { otherLanguage } from './language';
import { type ListingView, MANIFEST_FILE } from './view';

const SHORTEST = { summary: 20, description: 40 } as const;
/** Tags, links and headings of markup languages. A store shows their signs. */
const MARKUP = /<\/?[a-z][^<>]*>|\[[^[\]\n]+\]\([^()\n]+\)|\*\*[^*\n]+\*\*|^#{1,6} |&(?:amp|lt|gt|nbsp|quot);/im;
/** What is written where a text is still to be. */
const PLACEHOLDER =
  /\b(?:TODO|TBD|FIXME|XXX)\b|lorem ipsum|<(?:your|name|insert)[^<>]*>|\{\{?[^{}]*\}?\}|\[(?:your|insert|name)[^[\]]*\]|\byour (?:business|company|skill) name\b/i;
const LINK = /https?:\/\/[^\s"'<>«»„“”()]+[^\s"'<>«»„“”().,;:!?]/g;
/** Words in quotes, as texts tell what to say. */
const QUOTED = /["“”„«»「『]\s*([^"“”„«»「」『』\n]{3,120}?)\s*["“”„«»」』]/g;

export const TEXT_RULES: readonly Rule[] = [
  missing('summary'),
  missing('description'),
  short('summary'),
  short('description'),
  {
    id: 'MANIFEST-MARKUP',
    severity: 'warning',
    finds: 'HTML or Markdown in what the store shows as it is.',
    remedy: 'Write plain text',
    source: source('functional', '3.2'),
    look: eachText(
      (text) => MARKUP.exec(text)?.[0],
      (found) => `It holds markup: "${found}"`,
    ),
  },
  {
    id: 'MANIFEST-PLACEHOLDER',
    severity: 'error',
    finds: 'Text that is still to be written: "TODO", "lorem ipsum", "[your name]".',
    remedy: 'Write what is meant to stand there',
    source: source('functional', '3.2'),
    look: eachText(
      (text) => PLACEHOLDER.exec(text)?.[0],
      (found) => `It is not written yet: "${found}"`,
    ),
  },
  {
    id: 'MANIFEST-INVOCATION-DIFFERS',
    severity: 'error',
    finds: 'A description that tells people to open the skill by a name that is not its invocation name.',
    remedy: 'Write the invocation name that the model has',
    source: source('functional', '3.2'),
    look: otherNames,
  },
  {
    id: 'MANIFEST-LANGUAGE',
    severity: 'question',
    finds: 'A text that seems to be in another language than its locale.',
    remedy: 'Write it in the language of the locale',
    source: source('requirements', 'every locale in its own language'),
    look: ({ manifest }) =>
      (manifest?.listings ?? []).flatMap((listing) =>
        (['summary', 'description'] as const).flatMap((field): readonly Spot[] => {
          const language = otherLanguage(listing[field] ?? '', listing.locale);
          return language === undefined
            ? []
            : [
                {
                  ...place(listing, field),
                  what: `Is that the language of ${listing.locale}? It looks like "${language}"`,
                },
              ];
        }),
      ),
  },
  {
    id: 'MANIFEST-LINKS',
    severity: 'question',
    finds: 'Addresses in a summary or a description: whether everybody can open them.',
    remedy: 'Open each; take out what does not answer, and what sells or asks for a login',
    source: source('validator', 'addresses in the description resolve'),
    look: ({ manifest }) =>
      (manifest?.listings ?? []).flatMap((listing) =>
        (['summary', 'description'] as const).flatMap((field): readonly Spot[] => {
          const links = [...new Set(listing[field]?.match(LINK))];
          return links.length === 0
            ? []
            : [{ ...place(listing, field), what: `Can everybody open these: ${links.join(', ')}?` }];
        }),
      ),
  },
  {
    id: 'MANIFEST-TRUE',
    severity: 'question',
    finds: 'Whether the description says what the skill does today, and all that somebody needs for it.',
    remedy: 'Say no more than the skill does, and name hardware, accounts and regions that it needs',
    source: source('functional', '3.2'),
    asksAlways: true,
    look: ({ manifest }) =>
      manifest
        ? [{ file: MANIFEST_FILE, what: 'Does each description say what the bot can do today, and no more?' }]
        : [],
  },
];

function missing(field: 'summary' | 'description'): Rule {
  return {
    id: `MANIFEST-${field.toUpperCase()}-MISSING`,
    severity: 'error',
    finds: `A listing without a ${field}.`,
    remedy: `Write a ${field} in business.yaml`,
    source: source('validator', `${field} exists`),
    look: ({ manifest }) =>
      (manifest?.listings ?? [])
        .filter((listing) => listing[field] === undefined)
        .map((listing) => ({ ...place(listing, field), what: `There is no ${field}` })),
  };
}

function short(field: 'summary' | 'description'): Rule {
  const least = SHORTEST[field];
  return {
    id: `MANIFEST-${field.toUpperCase()}-SHORT`,
    severity: 'warning',
    finds: `A ${field} of fewer than ${least} characters, or ${least / 2} in Japanese.`,
    remedy: `Say in the ${field} what people can do with the skill`,
    source: source('validator', `${field} of ${least} characters`),
    look: ({ manifest }) =>
      (manifest?.listings ?? [])
        .filter(({ locale, [field]: text }) => text !== undefined && [...text].length < leastIn(locale, least))
        .map((listing) => ({ ...place(listing, field), what: `The ${field} says little: ${listing[field]}` })),
  };
}

/** A Japanese letter says what two of others do. */
function leastIn(locale: string, least: number): number {
  return locale.startsWith('ja') ? least / 2 : least;
}

function eachText(
  find: (text: string) => string | undefined,
  tell: (found: string) => string,
): (subject: Subject) => readonly Spot[] {
  return ({ manifest }) =>
    (manifest?.listings ?? []).flatMap((listing) =>
      (['name', 'summary', 'description'] as const).flatMap((field) => {
        const found = find(listing[field] ?? '');
        return found === undefined ? [] : [{ ...place(listing, field), what: tell(found) }];
      }),
    );
}

function place({ locale, path }: ListingView, field: string): Omit<Spot, 'what'> {
  return { file: MANIFEST_FILE, locale, at: `${path}.${field}` };
}

/** What begins as the opening of a skill does, and is not that of this one. */
function otherNames({ manifest, models }: Subject): readonly Spot[] {
  return (manifest?.listings ?? []).flatMap((listing) => {
    const { invocationName } = models.find(({ locale }) => locale === listing.locale) ?? {};
    if (invocationName === undefined || listing.description === undefined) return [];
    return [...listing.description.matchAll(QUOTED)].flatMap(([, said = '']): readonly Spot[] =>
      opensAnother(said, invocationName, listing.locale)
        ? [{ ...place(listing, 'description'), what: `"${said}" does not open "${invocationName}"` }]
        : [],
    );
  });
}

/** Whether words open a skill, as the language says that, and not this one. */
function opensAnother(said: string, invocationName: string, locale: string): boolean {
  const { wake, launch } = wordingOf(locale);
  const [before = '', behind = ''] = `${wake}${launch}`.split('{name}').map((words) => heardWords(words));
  const words = heardWords(said);
  if (!words.startsWith(before) || !words.endsWith(behind)) return false;
  const name = words.slice(before.length, words.length - behind.length).trim();
  return name !== '' && !addressesThis(words, name, invocationName, locale);
}

function addressesThis(words: string, name: string, invocationName: string, locale: string): boolean {
  const own = heardWords(invocationName);
  return name === own || addressOf(words, own, locale).to !== 'session';
}
