import { withNames } from '../../../business/listing';
import { sameBytes } from '../../../business/publication';
import { languageOf } from '../../../lambda/business/words';
import { assetOf, iconUris } from '../icons/uris';
import { type ListingView, MANIFEST_FILE } from '../manifest/view';
import { textsOf } from '../names/texts';
import type { Rule, Spot } from '../rule';
import { type ShippedText, withoutName } from '../shipped';
import { source } from '../sources';
import type { Subject } from '../subject';

/** What Amazon's own examples and consoles begin with. */
const AMAZONS_EXAMPLES = [
  ...['change me', 'hello world', 'greeter', 'space facts', 'space geek', 'my first skill', 'fact skill', 'cake walk'],
  ...['sample skill', 'minecraft helper', 'high low game', 'quiz game'],
];
const DUPLICATES = source('functional', '3.8');
/** A description of which so much is shipped is no description of one's own. */
const OWN_SHARE = 0.5;

export const TEMPLATE_RULES: readonly Rule[] = [
  {
    id: 'TEMPLATE-NAME',
    severity: 'error',
    finds:
      'A name that Aloud ships (Chat Companion in each language, Bluebell Dental of the example) in what people see or say.',
    remedy: 'Write the name of your business',
    source: DUPLICATES,
    look: (subject) => {
      const names = shippedNames(subject.shipped);
      return textsOf(subject).flatMap(({ text, ...place }) => {
        const lower = text.toLowerCase();
        const name = names.find((one) => lower.includes(one));
        return name === undefined ? [] : [{ ...place, what: `"${name}" is a name that Aloud ships` }];
      });
    },
  },
  {
    id: 'TEMPLATE-SAMPLE',
    severity: 'error',
    finds: 'The name of one of Amazon\'s own examples: "hello world", "space facts".',
    remedy: 'Write the name of your business',
    source: DUPLICATES,
    look: (subject) =>
      textsOf(subject)
        .filter(
          ({ at, text }) => /\b(?:name|invocationName)$/.test(at) && AMAZONS_EXAMPLES.includes(text.toLowerCase()),
        )
        .map(({ text, ...place }) => ({ ...place, what: `"${text}" is the name of an example of Amazon's` })),
  },
  {
    id: 'TEMPLATE-SUMMARY',
    severity: 'error',
    finds: 'A summary that Aloud ships, also with your name in it.',
    remedy: 'Write a summary of your own in business.yaml',
    source: DUPLICATES,
    look: eachShipped(({ listing, own }) =>
      own.summary !== '' && listing.summary === own.summary
        ? { field: 'summary', what: 'The summary is the one that Aloud ships' }
        : undefined,
    ),
  },
  {
    id: 'TEMPLATE-DESCRIPTION',
    severity: 'error',
    finds: 'A description of which half or more is the one that Aloud ships, also with your name in it.',
    remedy: 'Write a description of your own in business.yaml',
    source: DUPLICATES,
    look: eachShipped(({ listing, own }) =>
      sharedPart(listing.description ?? '', own.description) >= OWN_SHARE
        ? { field: 'description', what: 'The description is the one that Aloud ships' }
        : undefined,
    ),
  },
  {
    id: 'TEMPLATE-KEYWORDS',
    severity: 'warning',
    finds: 'The keywords that Aloud ships.',
    remedy: 'Write under keywords: by which words your customers look for you',
    source: DUPLICATES,
    look: eachShipped(({ listing, own }) =>
      own.keywords.length > 0 && own.keywords.join() === listing.keywords.join()
        ? { field: 'keywords', what: 'The keywords are those that Aloud ships' }
        : undefined,
    ),
  },
  {
    id: 'TEMPLATE-POLICY',
    severity: 'error',
    finds: 'The address of a privacy policy that Aloud ships.',
    remedy: 'Write the address of your own policy',
    source: DUPLICATES,
    look: ({ manifest, shipped }) =>
      (manifest?.listings ?? [])
        .filter(({ privacyUrl = '' }) => shipped.some((one) => one.privacyUrl === privacyUrl))
        .map(({ locale, privacyUrl }) => ({
          ...{ file: MANIFEST_FILE, locale, at: `privacyAndCompliance.locales.${locale}.privacyPolicyUrl` },
          what: `${privacyUrl} is the address that Aloud ships`,
        })),
  },
  {
    id: 'TEMPLATE-ICONS',
    severity: 'error',
    finds: 'An icon that Aloud ships.',
    remedy: 'Name two PNG files of your own under icons: in business.yaml',
    source: DUPLICATES,
    look: ({ manifest, files, shipped }) => {
      const icons = shipped.flatMap((one) => one.icons);
      return iconUris(manifest)
        .filter(({ uri }) => icons.some((icon) => sameBytes(files[assetOf(uri) ?? ''], icon)))
        .map(({ uri, size: _, ...place }) => ({ ...place, what: `${uri} is an icon that Aloud ships` }));
    },
  },
  {
    id: 'TEMPLATE-MODEL',
    severity: 'error',
    finds: 'An interaction model that is the one that Aloud ships, whatever the skill is called.',
    remedy: 'Name what your customers ask about under topics: in business.yaml',
    source: DUPLICATES,
    look: ({ models, shipped }) =>
      models
        .filter((model) =>
          shipped.some((one) => one.locale === model.locale && one.model === withoutName(model.content)),
        )
        .map(({ file, locale }) => ({
          file,
          locale,
          what: 'The model is the one that Aloud ships: it knows nothing of your business',
        })),
  },
];

/** Also as a whole word of a text: "chat companion" in a description. */
function shippedNames(shipped: readonly ShippedText[]): readonly string[] {
  return [
    ...new Set(shipped.flatMap(({ name, invocationName }) => [name.toLowerCase(), invocationName.toLowerCase()])),
  ].filter((name) => name !== '');
}

interface Compared {
  readonly listing: ListingView;
  /** What is shipped, told of this skill. */
  readonly own: Pick<ShippedText, 'summary' | 'description' | 'keywords'>;
}

function eachShipped(
  find: (compared: Compared) => { readonly field: string; readonly what: string } | undefined,
): (subject: Subject) => readonly Spot[] {
  return ({ manifest, models, shipped }) =>
    (manifest?.listings ?? []).flatMap((listing) => {
      const invocationName = models.find(({ locale }) => locale === listing.locale)?.invocationName ?? '';
      const names = { name: listing.name ?? '', invocationName };
      const found = shipped
        .filter(({ locale }) => languageOf(locale) === languageOf(listing.locale))
        .flatMap((one) => {
          const summary = withNames(one.summary, one, names);
          const description = withNames(one.description, one, names);
          return find({ listing, own: { summary, description, keywords: one.keywords } }) ?? [];
        });
      const [first] = found;
      return first
        ? [{ file: MANIFEST_FILE, locale: listing.locale, at: `${listing.path}.${first.field}`, what: first.what }]
        : [];
    });
}

/** How much of a text is sentences of another, from 0 to 1. */
function sharedPart(text: string, other: string): number {
  const known = new Set(sentencesOf(other));
  const all = sentencesOf(text);
  const length = (sentences: readonly string[]) => sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  return all.length === 0 ? 0 : length(all.filter((sentence) => known.has(sentence))) / length(all);
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?。！？؟।])\s*|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
