import { CATEGORIES } from '../../../business/amazon';
import { repeated } from '../../../business/lint-model';
import { NO_ENDPOINT } from '../../../business/manifest';
import { isNobodys } from '../../../business/publication';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { type EndpointView, MANIFEST_FILE, type ManifestView } from './view';

const AT = { endpoint: 'apis.custom.endpoint', events: 'events.endpoint', shown: 'publishingInformation' } as const;

/** By their names in a manifest: those of Amazon's schema, and those of her pages beside it. */
const INTERFACES: ReadonlySet<string> = new Set([
  ...['AUDIO_PLAYER', 'VIDEO_APP', 'RENDER_TEMPLATE', 'APP_LINKS', 'APP_LINKS_V2', 'GAME_ENGINE', 'GADGET_CONTROLLER'],
  ...['ALEXA_PRESENTATION_APL', 'ALEXA_PRESENTATION_HTML', 'ALEXA_DATASTORE_PACKAGEMANAGER', 'ALEXA_SEARCH'],
  ...['CAN_FULFILL_INTENT_REQUEST', 'CUSTOM_INTERFACE', 'ALEXA_EXTENSION', 'ALEXA_CAMERA_PHOTOCAPTURE_CONTROLLER'],
]);

/** How the skill is reached, and who gets it. */
export const DELIVERY_RULES: readonly Rule[] = [
  {
    id: 'MANIFEST-API-MISSING',
    severity: 'error',
    finds: 'A manifest that names no interface of a skill (apis.custom).',
    remedy: 'Make the package anew with  aloud generate',
    source: source('smapi', 'MISSING_REQUIRED_PROPERTY'),
    look: once(({ hasApi }) => !hasApi, 'apis', 'The manifest names no kind of skill: apis.custom is missing'),
  },
  {
    id: 'MANIFEST-VERSION',
    severity: 'error',
    finds: 'A manifest without its version.',
    remedy: 'Set manifestVersion to "1.0"',
    source: source('smapi', 'MISSING_REQUIRED_PROPERTY'),
    look: once(({ version }) => version === undefined, 'manifestVersion', 'The version of the manifest is missing'),
  },
  {
    id: 'MANIFEST-ENDPOINT-MISSING',
    severity: 'warning',
    finds: 'A skill without an endpoint: no request could reach it.',
    remedy: 'Deploy it, which fills the endpoint in, or name it under apis.custom.endpoint',
    source: source('smapi', 'MISSING_REQUIRED_PROPERTY'),
    look: once(({ endpoints, hasApi }) => hasApi && endpoints.length === 0, AT.endpoint, 'There is no endpoint'),
  },
  {
    id: 'MANIFEST-ENDPOINT-FORM',
    severity: 'error',
    finds: 'An endpoint that is neither an https address with a host nor the ARN of a function of AWS Lambda.',
    remedy: 'Write the whole address, or the ARN of the function',
    source: source('smapi', 'INVALID_URL_FORMAT'),
    look: eachEndpoint(({ uri }) => !isHttps(uri) && !FUNCTION.test(uri), 'is neither an https address nor a function'),
  },
  {
    id: 'MANIFEST-ENDPOINT-DOMAIN',
    severity: 'error',
    finds: 'An endpoint that Alexa cannot reach: this machine, a private network, an address without a name.',
    remedy: 'Name the public host of the server, which its certificate is for',
    source: source('smapi', 'INVALID_URL_DOMAIN'),
    look: eachEndpoint(
      ({ uri }) => isUnreachable(uri) || (isNobodys(uri) && uri !== NO_ENDPOINT.uri),
      'is no public host',
    ),
  },
  {
    id: 'MANIFEST-ENDPOINT-PORT',
    severity: 'error',
    finds: 'An endpoint on another port than 443.',
    remedy: 'Serve it on port 443, through a proxy or a tunnel',
    source: source('hosting', 'port 443'),
    look: eachEndpoint(({ uri }) => Boolean(urlOf(uri)?.port), 'is not on port 443'),
  },
  {
    id: 'MANIFEST-CERTIFICATE',
    severity: 'error',
    finds: 'An https endpoint without a kind of certificate, or with one of its own making, which is for tests alone.',
    remedy: 'Use a certificate of an authority, and set sslCertificateType to Trusted or Wildcard',
    source: source('hosting', 'a certificate that Amazon trusts'),
    look: eachEndpoint(
      ({ uri, certificate }) => uri.startsWith('https:') && (certificate === undefined || certificate === 'SelfSigned'),
      'has no certificate that Amazon trusts',
    ),
  },
  {
    id: 'MANIFEST-ENDPOINTS-DIFFER',
    severity: 'error',
    finds: 'Requests on AWS Lambda and events at an https address, or the reverse.',
    remedy: 'Name one endpoint for both:  aloud deploy  does',
    source: source('smapi', 'INCONSISTENT_ENDPOINTS'),
    look: endpointsDiffer,
  },
  {
    id: 'MANIFEST-EVENTS',
    severity: 'error',
    finds: 'Events without an endpoint that takes them.',
    remedy: 'Name the endpoint of the skill under events as well:  aloud deploy  does',
    source: source('smapi', 'EXPECTED_RELATED_INSTANCE'),
    look: once(
      ({ publications, subscriptions, eventEndpoints }) =>
        publications.length + subscriptions.length > 0 && eventEndpoints.length === 0,
      AT.events,
      'There are events, and no endpoint for them',
    ),
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
      `${AT.shown}.category`,
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
      `${AT.shown}.distributionCountries`,
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
      `${AT.shown}.distributionCountries`,
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
      `${AT.shown}.testingInstructions`,
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
      `${AT.shown}.distributionMode`,
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
      `${AT.shown}.testingInstructions`,
      'Can testers who know nothing of the business try all of it by the testing instructions, an account with its password included where the bot wants one?',
    ),
  },
  {
    id: 'MANIFEST-LIVE',
    severity: 'question',
    finds: 'Whether the endpoint answers while Amazon tests, for days, with the bot behind it.',
    remedy: 'Keep the server and the bot up until the skill is published, and afterwards',
    source: source('functional', 'no error while it is tested'),
    asksAlways: true,
    look: once(() => true, AT.endpoint, 'Will the server and the bot answer day and night while Amazon tests?'),
  },
];

function once(
  isWrong: (manifest: ManifestView) => boolean,
  at: string,
  what: string,
): (subject: Subject) => readonly Spot[] {
  return ({ manifest }) => (manifest && isWrong(manifest) ? [{ file: MANIFEST_FILE, at, what }] : []);
}

function eachEndpoint(
  isWrong: (endpoint: EndpointView) => boolean,
  what: string,
): (subject: Subject) => readonly Spot[] {
  return ({ manifest }) =>
    manifest
      ? [...manifest.endpoints, ...manifest.eventEndpoints]
          .filter(isWrong)
          .map(({ path, uri }) => ({ file: MANIFEST_FILE, at: path, what: `${uri} ${what}` }))
      : [];
}

/** Every event has to reach who knows the users: one host, or AWS Lambda. */
function endpointsDiffer({ manifest }: Subject): readonly Spot[] {
  const all = manifest ? [...manifest.endpoints, ...manifest.eventEndpoints] : [];
  const [first, ...others] = all;
  return others
    .filter(({ uri }) => kindOf(uri) !== kindOf(first?.uri ?? ''))
    .map(({ path, uri }) => ({ file: MANIFEST_FILE, at: path, what: `${uri} is not where ${first?.path} leads` }));
}

/** Regions have functions of their own, and servers perhaps too; what may not be is one here and the other there. */
function kindOf(uri: string): string {
  return uri.startsWith('arn:') ? 'arn' : 'https';
}

const FUNCTION = /^arn:aws(?:-[a-z]+)*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(?::[\w$-]+)?$/;

function isHttps(uri: string): boolean {
  return /^https:\/\/[^\s/]/.test(uri) && URL.canParse(uri);
}

function urlOf(uri: string): URL | undefined {
  return URL.canParse(uri) ? new URL(uri) : undefined;
}

const PRIVATE_HOST =
  /^(?:localhost|.*\.(?:local|localhost|internal|lan|test|invalid)|\d{1,3}(?:\.\d{1,3}){3}|\[.*\]|[^.]+)$/i;

/** Whether an address is none that the public reaches by its name. */
export function isUnreachable(uri: string): boolean {
  const { hostname = '', protocol = '' } = urlOf(uri) ?? {};
  return /^https?:$/.test(protocol) && PRIVATE_HOST.test(hostname);
}

function twice(manifest: ManifestView): readonly Spot[] {
  const lists = [
    ...manifest.listings.map(({ locale, path, keywords }) => ({ locale, at: `${path}.keywords`, entries: keywords })),
    { at: `${AT.shown}.distributionCountries`, entries: manifest.countries },
    { at: 'permissions', entries: manifest.permissions },
    { at: 'events.publications', entries: manifest.publications },
    { at: 'events.subscriptions', entries: manifest.subscriptions },
    { at: 'apis.custom.interfaces', entries: manifest.interfaces },
  ];
  return lists.flatMap(({ entries, ...place }) => {
    return repeated(entries).map((entry) => ({ file: MANIFEST_FILE, ...place, what: `"${entry}" stands there twice` }));
  });
}
