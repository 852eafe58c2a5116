import { CATEGORIES } from '../../../business/amazon';
import { repeated } from '../../../business/lint-model';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import { once } from './spots';
import { MANIFEST_FILE, type ManifestView } from './view';

const SHOWN = 'publishingInformation';

/** By their names in a manifest: those of Amazon's schema, and those of her pages beside it. */
const INTERFACES: ReadonlySet<string> = new Set([
  ...['AUDIO_PLAYER', 'VIDEO_APP', 'RENDER_TEMPLATE', 'APP_LINKS', 'APP_LINKS_V2', 'GAME_ENGINE', 'GADGET_CONTROLLER'],
  ...['ALEXA_PRESENTATION_APL', 'ALEXA_PRESENTATION_HTML', 'ALEXA_DATASTORE_PACKAGEMANAGER', 'ALEXA_SEARCH'],
  ...['CAN_FULFILL_INTENT_REQUEST', 'CUSTOM_INTERFACE', 'ALEXA_EXTENSION', 'ALEXA_CAMERA_PHOTOCAPTURE_CONTROLLER'],
]);

/** Who gets the skill, and what is said of it to Amazon. */
export const DISTRIBUTION_RULES: readonly Rule[] = [
  {
    id: 'MANIFEST-VERSION',
    severity: 'error',
    finds: 'A manifest without its version.',
    remedy: 'Set manifestVersion to "1.0"',
    source: source('smapi', 'MISSING_REQUIRED_PROPERTY'),
    look: once(({ version }) => version === undefined, 'manifestVersion', 'The version of the manifest is missing'),
  },
  {
    id: 'MANIFEST-INTERFACE',
    severity: 'warning',
    finds: 'An interface of the skill that Amazon does not document.',
    remedy: 'Correct its name, or take it out of apis.custom.interfaces',
    source: source('smapi', 'INVALID_ENUM_VALUE'),
    look: ({ manifest }) =>
      (manifest?.interfaces ?? [])
        .filter((name) => !INTERFACES.has(name))
        .map((name) => ({ file: MANIFEST_FILE, at: 'apis.custom.interfaces', what: `Amazon documents no ${name}` })),
  },
  {
    id: 'MANIFEST-CATEGORY',
    severity: 'error',
    finds: "No category, or one that is not on Amazon's list.",
    remedy: 'Take a category of the list in docs/business.md',
    source: source('manifest', 'category'),
    look: once(
      ({ publishing }) => !CATEGORIES.some((category) => category === publishing.category),
      `${SHOWN}.category`,
      "The category is not on Amazon's list",
    ),
  },
  {
    id: 'MANIFEST-COUNTRIES-BOTH',
    severity: 'error',
    finds: 'A skill for the whole world that also lists countries.',
    remedy: 'Take the countries out, or set isAvailableWorldwide to false',
    source: source('smapi', 'MUTUALLY_EXCLUSIVE_ARRAY_ITEMS'),
    look: once(
      ({ publishing, countries }) => publishing.isAvailableWorldwide === true && countries.length > 0,
      `${SHOWN}.distributionCountries`,
      'The skill is for the whole world, and for some countries',
    ),
  },
  {
    id: 'MANIFEST-COUNTRIES-NONE',
    severity: 'error',
    finds: 'A skill for no country.',
    remedy: 'Name countries, or set isAvailableWorldwide to true',
    source: source('smapi', 'INVALID_ARRAY_SIZE'),
    look: once(
      ({ publishing, countries }) => publishing.isAvailableWorldwide === false && countries.length === 0,
      `${SHOWN}.distributionCountries`,
      'The skill is for no country',
    ),
  },
  {
    id: 'MANIFEST-LIST-TWICE',
    severity: 'error',
    finds: 'An entry that stands in a list twice: a keyword, a country, a permission, an event.',
    remedy: 'Take one of them out',
    source: source('smapi', 'DUPLICATE_ARRAY_ITEMS'),
    look: ({ manifest }) => (manifest ? twice(manifest) : []),
  },
  {
    id: 'MANIFEST-INSTRUCTIONS-MISSING',
    severity: 'error',
    finds: 'No testing instructions.',
    remedy: 'Write in testingInstructions what the testers should say, and what they need',
    source: source('functional', 'testing instructions'),
    look: once(
      ({ publishing }) =>
        typeof publishing.testingInstructions !== 'string' || publishing.testingInstructions.trim() === '',
      `${SHOWN}.testingInstructions`,
      'The testers are told nothing',
    ),
  },
  {
    id: 'MANIFEST-EXPORT',
    severity: 'error',
    finds: 'A manifest that does not say that the skill may be exported (isExportCompliant).',
    remedy: 'Look whether it may, and set isExportCompliant to true',
    source: source('manifest', 'isExportCompliant'),
    look: once(
      ({ compliance }) => compliance.isExportCompliant !== true,
      'privacyAndCompliance.isExportCompliant',
      'It is not said that the skill may be exported',
    ),
  },
  {
    id: 'MANIFEST-PRIVATE',
    severity: 'warning',
    finds: 'A skill that is not for the public.',
    remedy: 'Set distributionMode to PUBLIC',
    source: source('manifest', 'distributionMode'),
    look: once(
      ({ publishing }) => publishing.distributionMode === 'PRIVATE',
      `${SHOWN}.distributionMode`,
      'The store does not show a private skill',
    ),
  },
  {
    id: 'MANIFEST-TESTERS',
    severity: 'question',
    finds:
      'Whether the testers can try everything: with a test account, where there is a login, and with somebody who answers.',
    remedy:
      'Write into testingInstructions what they need, with the credentials of a test account where there is a login',
    source: source('functional', '3.4'),
    asksAlways: true,
    look: once(
      () => true,
      `${SHOWN}.testingInstructions`,
      'Can testers who know nothing of the business try all of it by the testing instructions, an account with its password included where the bot wants one?',
    ),
  },
];

function twice(manifest: ManifestView): readonly Spot[] {
  const lists = [
    ...manifest.listings.map(({ locale, path, keywords }) => ({ locale, at: `${path}.keywords`, entries: keywords })),
    { at: `${SHOWN}.distributionCountries`, entries: manifest.countries },
    { at: 'permissions', entries: manifest.permissions },
    { at: 'events.publications', entries: manifest.publications },
    { at: 'events.subscriptions', entries: manifest.subscriptions },
    { at: 'apis.custom.interfaces', entries: manifest.interfaces },
  ];
  return lists.flatMap(({ entries, ...place }) => {
    return repeated(entries).map((entry) => ({ file: MANIFEST_FILE, ...place, what: `"${entry}" stands there twice` }));
  });
}
