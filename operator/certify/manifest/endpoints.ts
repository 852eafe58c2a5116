import { NO_ENDPOINT } from '../../../business/manifest';
import { isNobodys } from '../../../business/publication';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { FUNCTION, isHttps, isUnreachable, urlOf } from './hosts';
import { once } from './spots';
import { type EndpointView, MANIFEST_FILE } from './view';

const AT = { endpoint: 'apis.custom.endpoint', events: 'events.endpoint' } as const;

/** How the skill is reached. */
export const ENDPOINT_RULES: readonly Rule[] = [
  {
    id: 'MANIFEST-API-MISSING',
    severity: 'error',
    finds: 'A manifest that names no interface of a skill (apis.custom).',
    remedy: 'Make the package anew with  aloud generate',
    source: source('smapi', 'MISSING_REQUIRED_PROPERTY'),
    look: once(({ hasApi }) => !hasApi, 'apis', 'The manifest names no kind of skill: apis.custom is missing'),
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
    id: 'MANIFEST-LIVE',
    severity: 'question',
    finds: 'Whether the endpoint answers while Amazon tests, for days, with the bot behind it.',
    remedy: 'Keep the server and the bot up until the skill is published, and afterwards',
    source: source('functional', 'no error while it is tested'),
    asksAlways: true,
    look: once(() => true, AT.endpoint, 'Will the server and the bot answer day and night while Amazon tests?'),
  },
];

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
