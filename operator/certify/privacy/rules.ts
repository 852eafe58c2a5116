import { isNobodys } from '../../../business/publication';
import { MESSAGE_ALERT, NOTIFICATIONS } from '../../../lambda/amazon/permission';
import { isUnreachable } from '../manifest/delivery';
import { MANIFEST_FILE, type ManifestView } from '../manifest/view';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { heldIn } from '../words';

/** Permissions of which a skill of Aloud's makes something: each that it learns to use has to be here. */
const USED: readonly string[] = [NOTIFICATIONS];
const AT = 'privacyAndCompliance';
/** What Amazon asks of each skill before she looks at it. */
const ASKED = ['allowsPurchases', 'usesPersonalInfo', 'isChildDirected', 'isExportCompliant', 'containsAds'] as const;

export const PRIVACY_RULES: readonly Rule[] = [
  {
    id: 'PRIVACY-POLICY-MISSING',
    severity: 'error',
    finds: 'A locale without the address of a privacy policy, although what people say is kept and passed on.',
    remedy:
      'Write a policy (docs/privacy.md says what it has to mention), and its address under privacyUrl: in business.yaml',
    source: source('scanner', 'data collected without a privacy policy'),
    look: ({ manifest }) =>
      (manifest?.listings ?? [])
        .filter(({ privacyUrl }) => privacyUrl === undefined)
        .map(({ locale }) => ({
          ...{ file: MANIFEST_FILE, locale, at: `${AT}.locales.${locale}.privacyPolicyUrl` },
          what: 'There is no privacy policy',
        })),
  },
  {
    id: 'PRIVACY-ADDRESS',
    severity: 'error',
    finds: 'An address of a policy or of terms that is not https://…',
    remedy: 'Write the whole address, with https://',
    source: source('smapi', 'INVALID_URL_FORMAT'),
    look: eachAddress((url) =>
      /^https:\/\/[^\s/]+/.test(url) && URL.canParse(url) ? undefined : `"${url}" is no https address`,
    ),
  },
  {
    id: 'PRIVACY-ADDRESS-NOBODYS',
    severity: 'error',
    finds:
      'An address of a policy or of terms that nobody can read: an example, this machine, an address without a name.',
    remedy: 'Write the address at which the public reads it',
    source: source('smapi', 'INVALID_URL_DOMAIN'),
    look: eachAddress((url) =>
      isNobodys(url) || isUnreachable(url) ? `${url} is an address that nobody has` : undefined,
    ),
  },
  {
    id: 'PRIVACY-LIVE',
    severity: 'question',
    finds: 'Whether the policy and the terms can be read at their addresses, and say what is kept and who gets it.',
    remedy: 'Put them there, and compare the policy with docs/privacy.md',
    source: source('validator', 'privacy and terms addresses resolve'),
    asksAlways: true,
    look: ({ manifest }) => {
      const urls = [
        ...new Set(
          (manifest?.listings ?? []).flatMap(({ privacyUrl = [], termsUrl = [] }) => [privacyUrl, termsUrl].flat()),
        ),
      ];
      return urls.length === 0
        ? []
        : [
            {
              ...{ file: MANIFEST_FILE, at: `${AT}.locales` },
              what: `Can everybody read these, and do they say what is kept, for how long, and that the vendor of the bot gets it: ${urls.join(', ')}?`,
            },
          ];
    },
  },
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
    id: 'PRIVACY-PERMISSION-UNUSED',
    severity: 'error',
    finds: 'A permission that the manifest asks for, and of which the skill makes nothing.',
    remedy: 'Take it out of permissions',
    source: source('scanner', 'permission asked, not used'),
    look: ({ manifest }) =>
      (manifest?.permissions ?? [])
        .filter((permission) => !USED.includes(permission))
        .map((permission) => ({
          ...{ file: MANIFEST_FILE, at: 'permissions' },
          what: `${permission} is asked for, and nothing uses it`,
        })),
  },
  {
    id: 'PRIVACY-PERMISSION-MISSING',
    severity: 'error',
    finds:
      'Notifications that are sent, or a permission that a card asks for, without that permission in the manifest.',
    remedy: `Add the permission to the manifest; for notifications ${NOTIFICATIONS}`,
    source: source('scanner', 'permission used, not asked'),
    look: permissionsMissing,
  },
  {
    id: 'PRIVACY-PUBLICATION-MISSING',
    severity: 'error',
    finds: 'The permission to send notifications, without the event that they are.',
    remedy: `Name ${MESSAGE_ALERT} under events.publications, or take the permission out`,
    source: source('smapi', 'EXPECTED_RELATED_INSTANCE'),
    look: once(
      ({ permissions, publications }) => permissions.includes(NOTIFICATIONS) && publications.length === 0,
      'events.publications',
      'Notifications are asked for, and no event is published',
    ),
  },
  {
    id: 'PRIVACY-DISABLED-UNHEARD',
    severity: 'warning',
    finds: 'A skill that is not told when somebody disables it, whose data it has to delete then.',
    remedy: 'Name SKILL_DISABLED under events.subscriptions',
    source: source('policy', 'deletion of data'),
    look: once(
      ({ subscriptions }) => !subscriptions.includes('SKILL_DISABLED'),
      'events.subscriptions',
      'Nobody learns when a user disables the skill, and has to be forgotten',
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

function once(
  isWrong: (manifest: ManifestView) => boolean,
  at: string,
  what: string,
): (subject: Subject) => readonly Spot[] {
  return ({ manifest }) => (manifest && isWrong(manifest) ? [{ file: MANIFEST_FILE, at, what }] : []);
}

function eachAddress(find: (url: string) => string | undefined): (subject: Subject) => readonly Spot[] {
  return ({ manifest }) =>
    (manifest?.listings ?? []).flatMap(({ locale, privacyUrl, termsUrl }) =>
      Object.entries({ privacyPolicyUrl: privacyUrl, termsOfUseUrl: termsUrl }).flatMap(([field, url]) => {
        const what = url === undefined ? undefined : find(url);
        return what === undefined
          ? []
          : [{ file: MANIFEST_FILE, locale, at: `${AT}.locales.${locale}.${field}`, what }];
      }),
    );
}

function eachShown(
  manifest: ManifestView | undefined,
  find: (shown: { readonly text: string; readonly locale: string }) => string | undefined,
): readonly Spot[] {
  return (manifest?.listings ?? []).flatMap(({ locale, path, summary = '', description = '' }) => {
    const what = find({ text: `${summary}\n${description}`, locale });
    return what === undefined ? [] : [{ file: MANIFEST_FILE, locale, at: `${path}.description`, what }];
  });
}

function permissionsMissing({ manifest, talk }: Subject): readonly Spot[] {
  if (!manifest) return [];
  const { permissions, publications } = manifest;
  const published = publications.length > 0 && !permissions.includes(NOTIFICATIONS);
  const asked = (talk?.conversations ?? []).flatMap(({ exchanges }) =>
    exchanges.flatMap(({ response }) => {
      const card = response?.response.card;
      return card?.type === 'AskForPermissionsConsent' ? card.permissions : [];
    }),
  );
  return [
    ...(published ? [`Notifications are sent, and ${NOTIFICATIONS} is not asked for`] : []),
    ...[...new Set(asked)]
      .filter((permission) => !permissions.includes(permission))
      .map((permission) => `A card asks for ${permission}, which the manifest does not name`),
  ].map((what) => ({ file: MANIFEST_FILE, at: 'permissions', what }));
}
