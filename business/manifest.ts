import type { v1 } from 'ask-smapi-model';
import { MESSAGE_ALERT, NOTIFICATIONS } from '../lambda/amazon/permission';
import type { Business } from './business';
import type { Listing } from './listing';
import { withNames } from './listing';

type Manifest = v1.skill.Manifest.SkillManifest;

/** Where the icons stand in a skill package. */
export const ICON_PATHS = { small: 'assets/icon-108.png', large: 'assets/icon-512.png' } as const;
/** Takes the place of the endpoint until a deployment knows it. */
export const NO_ENDPOINT = { uri: 'https://example.com/alexa', sslCertificateType: 'Trusted' } as const;
/** The events that the skill is told of. */
export const SUBSCRIPTIONS = [
  'SKILL_ENABLED',
  'SKILL_DISABLED',
  'SKILL_PERMISSION_ACCEPTED',
  'SKILL_PERMISSION_CHANGED',
  'SKILL_PROACTIVE_SUBSCRIPTION_CHANGED',
] as const;

/** The content of `skill.json`: what the Skill Management API calls a skill's manifest. */
export function manifestOf(
  { category, countries, contact, testingInstructions }: Business,
  listings: readonly Listing[],
  template: Business,
): { readonly manifest: Manifest } {
  // The template's instructions are English.
  const english = ({ locale }: { readonly locale: string }) => locale.startsWith('en');
  const first = listings.find(english) ?? listings[0];
  const source = template.locales.find(english);
  const instructions =
    testingInstructions ?? (first ? withNames(template.testingInstructions ?? '', source, first) : '');
  const manifest = {
    manifestVersion: '1.0',
    publishingInformation: {
      category: category ?? template.category,
      distributionMode: 'PUBLIC',
      isAvailableWorldwide: !Array.isArray(countries),
      distributionCountries: Array.isArray(countries) ? countries : [],
      testingInstructions: contact === undefined ? instructions : `${instructions}\n\nContact: ${contact}`,
      locales: Object.fromEntries(listings.map((listing) => [listing.locale, shown(listing)])),
    },
    privacyAndCompliance: {
      allowsPurchases: false,
      usesPersonalInfo: true,
      isChildDirected: false,
      isExportCompliant: true,
      containsAds: false,
      usesHealthInfo: false,
      locales: Object.fromEntries(
        listings.map(({ locale, privacyUrl, termsUrl }) => [
          locale,
          { privacyPolicyUrl: privacyUrl, ...(termsUrl !== undefined && { termsOfUseUrl: termsUrl }) },
        ]),
      ),
    },
    apis: { custom: { endpoint: NO_ENDPOINT, interfaces: [] } },
    permissions: [{ name: NOTIFICATIONS }],
    events: {
      endpoint: NO_ENDPOINT,
      publications: [{ eventName: MESSAGE_ALERT }],
      subscriptions: SUBSCRIPTIONS.map((eventName) => ({ eventName })),
    },
  };
  return { manifest: manifest as unknown as Manifest };
}

function shown({ name, summary, description, examplePhrases, keywords }: Listing) {
  return {
    ...{ name, summary, description, examplePhrases, keywords },
    smallIconUri: `file://${ICON_PATHS.small}`,
    largeIconUri: `file://${ICON_PATHS.large}`,
  };
}
