import { BORROWABLE } from './listing';
import type { LoadedBusiness } from './load';
import { ICON_PATHS } from './manifest';
import type { SkillPackage } from './package';

/** Addresses that nobody has (RFC 2606). */
const NOBODYS = /^https:\/\/(?:[^/]+\.)?example(?:\.(?:com|net|org))?(?:[/:?#]|$)/i;

export function isNobodys(url: string): boolean {
  return NOBODYS.test(url);
}

/** What Amazon would refuse to publish, as it is not the owner's own: a line each, with what to do. */
export function unpublishable(own: SkillPackage, template: SkillPackage, loaded: LoadedBusiness): readonly string[] {
  const { file, isTemplate, business } = loaded;
  if (isTemplate) return ['There is no business.yaml: npx aloud init writes one, for you to go on with'];
  const iconsAre = Object.values(ICON_PATHS).filter((path) => sameBytes(own.files[path], template.files[path]));
  const urls = business.locales.flatMap(({ privacyUrl, termsUrl }) => [privacyUrl, termsUrl]);
  return [
    ...BORROWABLE.flatMap((field) => {
      const locales = own.borrowed.filter(({ fields }) => fields.includes(field)).map(({ locale }) => locale);
      const where = locales.join(', ');
      return locales.length === 0 ? [] : [`${file}: ${field} (${where}): still the template's; write your own`];
    }),
    ...[...new Set(urls)]
      .filter((url) => url !== undefined && isNobodys(url))
      .map((url) => `${file}: ${url} is nobody's address: write your own`),
    ...(iconsAre.length > 0 ? [`${file}: icons: still the template's; name two PNG files of your own`] : []),
  ];
}

export function sameBytes(one: string | Buffer | undefined, other: string | Buffer | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.from(one).equals(Buffer.from(other));
}
