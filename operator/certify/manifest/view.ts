import { at, type Json, list, record, text, texts } from '../reading';

/** The manifest of a skill package. */
export const MANIFEST_FILE = 'skill.json';

/** What the store shows in a locale. */
export interface ListingView {
  readonly locale: string;
  readonly path: string;
  readonly name?: string;
  readonly summary?: string;
  readonly description?: string;
  /** Absent where there is no such list. */
  readonly examplePhrases?: readonly string[];
  readonly keywords: readonly string[];
  readonly smallIcon?: string;
  readonly largeIcon?: string;
  readonly privacyUrl?: string;
  readonly termsUrl?: string;
}

export interface EndpointView {
  readonly path: string;
  readonly uri: string;
  readonly certificate?: string;
}

/** A manifest, read as far as it is of the types that it should be. */
export interface ManifestView {
  /** The content of the file as it is. */
  readonly content: unknown;
  readonly listings: readonly ListingView[];
  readonly version?: string;
  readonly publishing: Json;
  readonly compliance: Json;
  readonly countries: readonly string[];
  readonly hasApi: boolean;
  readonly interfaces: readonly string[];
  /** Where Alexa's requests go, and her events. */
  readonly endpoints: readonly EndpointView[];
  readonly eventEndpoints: readonly EndpointView[];
  readonly permissions: readonly string[];
  readonly publications: readonly string[];
  readonly subscriptions: readonly string[];
}

export function viewManifest(content: unknown): ManifestView {
  const manifest = at(content, 'manifest');
  const publishing = record(at(manifest, 'publishingInformation'));
  const compliance = record(at(manifest, 'privacyAndCompliance'));
  const custom = record(at(manifest, 'apis', 'custom'));
  const events = record(at(manifest, 'events'));
  const names = (value: unknown, key: string) => texts(list(value).map((one) => record(one)[key]));
  return {
    content,
    version: text(at(manifest, 'manifestVersion')),
    publishing,
    compliance,
    listings: Object.entries(record(publishing.locales)).map(([locale, listing]) =>
      viewListing(locale, record(listing), record(record(compliance.locales)[locale])),
    ),
    countries: texts(publishing.distributionCountries),
    hasApi: Object.keys(record(at(manifest, 'apis'))).length > 0,
    interfaces: names(custom.interfaces, 'type'),
    endpoints: endpointsOf(custom, 'apis.custom'),
    eventEndpoints: endpointsOf(events, 'events'),
    permissions: names(at(manifest, 'permissions'), 'name'),
    publications: names(events.publications, 'eventName'),
    subscriptions: names(events.subscriptions, 'eventName'),
  };
}

function viewListing(locale: string, shown: Json, policies: Json): ListingView {
  return {
    locale,
    path: `publishingInformation.locales.${locale}`,
    name: text(shown.name),
    summary: text(shown.summary),
    description: text(shown.description),
    examplePhrases: Array.isArray(shown.examplePhrases) ? texts(shown.examplePhrases) : undefined,
    keywords: texts(shown.keywords),
    smallIcon: text(shown.smallIconUri),
    largeIcon: text(shown.largeIconUri),
    privacyUrl: text(policies.privacyPolicyUrl),
    termsUrl: text(policies.termsOfUseUrl),
  };
}

/** The one for everywhere, and those of regions. */
function endpointsOf(holder: Json, path: string): readonly EndpointView[] {
  const all = [
    [`${path}.endpoint`, holder.endpoint] as const,
    ...Object.entries(record(holder.regions)).map(
      ([region, one]) => [`${path}.regions.${region}.endpoint`, record(one).endpoint] as const,
    ),
  ];
  return all.flatMap(([where, endpoint]) => {
    const { uri, sslCertificateType } = record(endpoint);
    return typeof uri === 'string' ? [{ path: where, uri, certificate: text(sslCertificateType) }] : [];
  });
}
