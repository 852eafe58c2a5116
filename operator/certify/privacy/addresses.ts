import { isNobodys } from '../../../business/publication';
import { isUnreachable } from '../manifest/hosts';
import { MANIFEST_FILE } from '../manifest/view';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';

const AT = 'privacyAndCompliance';

/** Where people read what becomes of what they say. */
export const ADDRESS_RULES: readonly Rule[] = [
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
];

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
