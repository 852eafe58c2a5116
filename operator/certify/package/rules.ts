import { extname } from 'node:path';
import { isLocale } from '../../../business/locales';
import { assetOf, iconUris } from '../icons/uris';
import { MANIFEST_FILE } from '../manifest/view';
import type { Rule } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';

/** What a skill package has: ask-cli uploads everything else as well. */
const KNOWN_FILE =
  /^(?:skill\.json|(?:interactionModels|assets|catalogs|conversations|response|isps)\/.+|instruction\.txt)$/;
/** The ASK CLI does not upload them. */
const HIDDEN_FILE = /(?:^|\/)\./;
/** Files that hold secrets, or may. */
const SECRET_FILE =
  /(?:^|\/)(?:\.env(?:\..*)?|\.npmrc|\.netrc|id_rsa.*|credentials|.*\.(?:pem|key|p12|pfx|db|sqlite))$/i;
const SECRET_TEXT = /ALOUD_SECRET\s*=\s*\S|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bAtzr\|/;
const TEXTS = ['.json', '.txt', '.yaml', '.yml', '.md'];

export const PACKAGE_RULES: readonly Rule[] = [
  {
    id: 'PACKAGE-BUSINESS',
    severity: 'error',
    finds: 'A business file of which no package can be made.',
    remedy: 'Mend the lines that are named:  npm run build  checks them',
    source: source('requirements'),
    look: ({ problems }) => problems.map((what) => ({ what })),
  },
  {
    id: 'PACKAGE-MANIFEST-MISSING',
    severity: 'error',
    finds: 'A package without skill.json.',
    remedy: 'Name the folder that holds skill.json, or make the package with  aloud generate',
    source: source('validator', 'metadata exists'),
    look: ({ files, problems }) =>
      MANIFEST_FILE in files || problems.length > 0
        ? []
        : [{ file: MANIFEST_FILE, what: 'The package has no skill.json' }],
  },
  {
    id: 'PACKAGE-JSON',
    severity: 'error',
    finds: 'A manifest or a model that is not JSON.',
    remedy: 'Mend the file, or make the package anew with  aloud generate',
    source: source('smapi', 'CONTENT_PARSE_FAILURE'),
    look: ({ broken }) => broken.map((file) => ({ file, what: 'The file is not JSON' })),
  },
  {
    id: 'PACKAGE-MODEL-MISSING',
    severity: 'error',
    finds: 'A locale of the manifest without an interaction model.',
    remedy: 'Add the model, or take the locale out of the manifest',
    source: source('smapi', 'EXPECTED_RELATED_INSTANCES'),
    look: ({ manifest, files }) =>
      (manifest?.listings ?? [])
        .map(({ locale }) => ({ locale, file: `interactionModels/custom/${locale}.json` }))
        .filter(({ file }) => !(file in files))
        .map((place) => ({
          ...place,
          what: 'The store shows the skill in a locale for which there is no model',
        })),
  },
  {
    id: 'PACKAGE-LISTING-MISSING',
    severity: 'error',
    finds: 'An interaction model without its listing in the manifest.',
    remedy: 'Add the locale to publishingInformation.locales, or take the model out',
    source: source('smapi', 'EXPECTED_RELATED_INSTANCE'),
    look: ({ manifest, models }) =>
      models
        .filter(({ locale }) => manifest && !manifest.listings.some((listing) => listing.locale === locale))
        .map(({ locale, file }) => ({
          locale,
          file,
          what: 'There is a model for a locale that the manifest does not name',
        })),
  },
  {
    id: 'PACKAGE-LOCALE',
    severity: 'error',
    finds: 'A locale that Alexa does not speak.',
    remedy: 'Take it out: docs/business.md has the list of locales',
    source: source('smapi', 'INVALID_REQUEST_PARAMETER'),
    look: (subject) =>
      [...new Set(localesOf(subject))]
        .filter((locale) => !isLocale(locale))
        .map((locale) => ({ locale, file: MANIFEST_FILE, what: `Alexa does not speak ${locale}` })),
  },
  {
    id: 'PACKAGE-ASSET-MISSING',
    severity: 'error',
    finds: 'A file that the manifest names and the package does not hold.',
    remedy: 'Put the file there, or name another',
    source: source('smapi', 'EXPECTED_RELATED_INSTANCE'),
    look: ({ manifest, files }) =>
      iconUris(manifest).flatMap(({ uri, ...place }) => {
        const asset = assetOf(uri);
        return asset === undefined || asset in files
          ? []
          : [{ ...place, what: `There is no file ${asset} in the package` }];
      }),
  },
  {
    id: 'PACKAGE-SECRET',
    severity: 'error',
    finds: 'Files with secrets in the package: settings, keys, databases.',
    remedy: 'Take the file out, and make the secrets in it anew, where it was ever uploaded',
    source: source('security'),
    look: ({ files }) =>
      Object.entries(files)
        .filter(
          ([file, content]) =>
            SECRET_FILE.test(file) ||
            ((TEXTS.includes(extname(file)) || extname(file) === '') && SECRET_TEXT.test(String(content))),
        )
        .map(([file]) => ({ file, what: 'The file holds, or may hold, a secret' })),
  },
  {
    id: 'PACKAGE-FILE-UNKNOWN',
    severity: 'warning',
    finds: 'Files that are no part of a skill package.',
    remedy: 'Take the file out: whatever lies in the package is uploaded',
    source: source('smapi', 'UNEXPECTED_PROPERTY'),
    look: ({ files }) =>
      Object.keys(files)
        .filter((file) => !KNOWN_FILE.test(file) && !SECRET_FILE.test(file) && !HIDDEN_FILE.test(file))
        .map((file) => ({ file, what: 'The file is no part of a skill package' })),
  },
];

function localesOf({ manifest, models }: Subject): readonly string[] {
  return [...(manifest?.listings ?? []), ...models].map(({ locale }) => locale);
}
