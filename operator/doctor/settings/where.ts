import { PLATFORM_NAMES } from '../../../lambda/platforms';

/** What makes a secret. */
export const NEW_SECRET = 'openssl rand -hex 32';

/** Where an operator finds the value of a setting. */
export function whereItStands(name: string, platform: string | undefined): string {
  // What a bot of one's own needs only its developer knows.
  if (platform && isVendor(platform))
    return `docs/platforms/${platform}.md says where it stands; then  ${name}=…  in .env`;
  switch (name) {
    case 'ALOUD_SKILL_ID':
      return 'your own is in the developer console (Copy Skill ID), and at the end of  npx aloud deploy --profile self-hosted';
    default:
      return `${name}=…  in .env; docs/settings.md says what it takes`;
  }
}

function isVendor(platform: string): boolean {
  return PLATFORM_NAMES.some((name) => name === platform);
}
