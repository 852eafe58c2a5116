import { once } from '../manifest/spots';
import { MANIFEST_FILE, type ManifestView } from '../manifest/view';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import { heldIn } from '../words';

const AT = 'privacyAndCompliance';
/** What Amazon asks of each skill before she looks at it. */
const ASKED = ['allowsPurchases', 'usesPersonalInfo', 'isChildDirected', 'isExportCompliant', 'containsAds'] as const;

/** What is told of personal data, children, health, advertising and money. */
export const DISCLOSURE_RULES: readonly Rule[] = [
  {
    id: 'PRIVACY-UNANSWERED',
    severity: 'error',
    finds: "A question of Amazon's about privacy and compliance that the manifest does not answer.",
    remedy: 'Answer it with true or false',
    source: source('smapi', 'MISSING_REQUIRED_PROPERTY'),
    look: ({ manifest }) =>
      manifest
        ? ASKED.filter((field) => typeof manifest.compliance[field] !== 'boolean').map((field) => ({
            ...{ file: MANIFEST_FILE, at: `${AT}.${field}` },
            what: `${field} is not answered`,
          }))
        : [],
  },
  {
    id: 'PRIVACY-UNDECLARED',
    severity: 'error',
    finds:
      'A manifest that denies personal information (usesPersonalInfo), although free speech is kept and passed on to the bot.',
    remedy: 'Set usesPersonalInfo to true',
    source: source('scanner', 'false disclosure'),
    look: once(
      ({ compliance }) => compliance.usesPersonalInfo !== true,
      `${AT}.usesPersonalInfo`,
      'It is denied that personal information is collected: what people say is kept, and passed on to the bot',
    ),
  },
  {
    id: 'PRIVACY-CHILDREN-DATA',
    severity: 'error',
    finds: 'A skill for children, who may not be asked for anything.',
    remedy: 'Set isChildDirected to false, where the skill is not for children; Aloud serves none that is',
    source: source('scanner', 'data collection in kids category'),
    look: once(
      ({ compliance }) => compliance.isChildDirected === true,
      `${AT}.isChildDirected`,
      'The skill is for children, and keeps what they say',
    ),
  },
  {
    id: 'PRIVACY-CHILDREN-CATEGORY',
    severity: 'error',
    finds: 'A category of children for a skill that is said not to be for them.',
    remedy: 'Take another category',
    source: source('scanner', 'data collection in kids category'),
    look: once(
      ({ publishing, compliance }) =>
        String(publishing.category).startsWith('CHILDRENS_') && compliance.isChildDirected !== true,
      'publishingInformation.category',
      'The category is for children, and the skill is said not to be',
    ),
  },
  {
    id: 'PRIVACY-CHILDREN-TEXT',
    severity: 'question',
    finds: 'Words in the listing that speak to children, or of them.',
    remedy: 'Say whom the skill is for: one for children may keep nothing of them',
    source: source('scanner', 'data collection in kids category'),
    look: ({ manifest }) =>
      eachShown(manifest, ({ text, locale }) => {
        const found = heldIn(text, 'children', locale);
        return found === undefined ? undefined : `Is the skill for children? It says "${found}"`;
      }),
  },
  {
    id: 'PRIVACY-HEALTH-DISCLAIMER',
    severity: 'error',
    finds: 'A skill of the category HEALTH_AND_FITNESS whose description does not say that it gives no medical advice.',
    remedy: 'Write into the description that the skill gives no medical advice, and what to do in an emergency',
    source: source('scanner', 'health category without disclaimer'),
    look: ({ manifest }) =>
      manifest?.publishing.category === 'HEALTH_AND_FITNESS'
        ? manifest.listings
            .filter(({ description = '', locale }) => heldIn(description, 'disclaimer', locale) === undefined)
            .map(({ locale, path }) => ({
              ...{ file: MANIFEST_FILE, locale, at: `${path}.description` },
              what: 'The description does not say that this is no medical advice',
            }))
        : [],
  },
  {
    id: 'PRIVACY-HEALTH-TEXT',
    severity: 'question',
    finds:
      'Words of medicine in the listing of a skill of another category, without a word that it gives no medical advice.',
    remedy: 'Say in the description that the skill gives no medical advice',
    source: source('scanner', 'health category without disclaimer'),
    look: ({ manifest }) =>
      manifest?.publishing.category === 'HEALTH_AND_FITNESS'
        ? []
        : eachShown(manifest, ({ text, locale }) => {
            const found = heldIn(text, 'health', locale);
            const isTold = found === undefined || heldIn(text, 'disclaimer', locale) !== undefined;
            return isTold ? undefined : `Does the skill speak of health? It says "${found}"`;
          }),
  },
  {
    id: 'PRIVACY-HEALTH-INFO',
    severity: 'question',
    finds: 'A manifest that says that protected health information is processed (usesHealthInfo).',
    remedy: 'Set it to false, unless Amazon has agreed to a contract under HIPAA',
    source: source('manifest', 'usesHealthInfo'),
    look: once(
      ({ compliance }) => compliance.usesHealthInfo === true,
      `${AT}.usesHealthInfo`,
      'Has Amazon agreed that protected health information is processed?',
    ),
  },
  {
    id: 'PRIVACY-ADS',
    severity: 'question',
    finds: 'A skill with advertising (containsAds).',
    remedy: 'Read what Amazon lets a skill advertise, and set containsAds to what is true',
    source: source('policy', 'advertising'),
    look: once(
      ({ compliance }) => compliance.containsAds === true,
      `${AT}.containsAds`,
      'Is the advertising of a kind that Amazon allows? In notifications none is',
    ),
  },
  {
    id: 'PRIVACY-PURCHASES',
    severity: 'question',
    finds: 'A skill in which real money is spent (allowsPurchases).',
    remedy:
      'Sell through Amazon Pay or in-skill purchasing, of which Aloud has none; else set allowsPurchases to false',
    source: source('policy', 'purchases'),
    look: once(
      ({ compliance }) => compliance.allowsPurchases === true,
      `${AT}.allowsPurchases`,
      'How is money spent? Aloud sells nothing by voice',
    ),
  },
];

function eachShown(
  manifest: ManifestView | undefined,
  find: (shown: { readonly text: string; readonly locale: string }) => string | undefined,
): readonly Spot[] {
  return (manifest?.listings ?? []).flatMap(({ locale, path, summary = '', description = '' }) => {
    const what = find({ text: `${summary}\n${description}`, locale });
    return what === undefined ? [] : [{ file: MANIFEST_FILE, locale, at: `${path}.description`, what }];
  });
}
