import { checkRegion } from './aws';
import { checkBusiness } from './business';
import type { Finding } from './finding';
import { checkManifest } from './manifest';
import { checkNode } from './node';
import { checkClock, checkCredentials } from './outside/amazon';
import { checkCertificate } from './outside/certificate';
import { checkEndpoint, checkWebhook } from './outside/reach';
import { checkPlatform } from './outside/vendor';
import { checkEnvFile } from './settings/env-file';
import { checkForms } from './settings/forms';
import { checkNames } from './settings/names';
import { checkPublicUrl } from './settings/public-url';
import { checkSettings } from './settings/read';
import { checkSecrets } from './settings/secrets';
import { checkTogether } from './settings/together';
import { checkValues } from './settings/values';
import { readSetup, type Setup, type Surroundings } from './setup';
import { checkStore } from './store';

type Check = (setup: Setup) => readonly Finding[] | Promise<readonly Finding[]>;

/** What is looked at, as it is told while it takes; in the order of the report. */
const CHECKS: readonly (readonly [subject: string, check: Check])[] = [
  ['.env', checkEnvFile],
  ['names', checkNames],
  ['settings', checkSettings],
  ['values', checkValues],
  ['forms', checkForms],
  ['secrets', checkSecrets],
  ['settings that go together', checkTogether],
  ['the public address', checkPublicUrl],
  ['the business file', checkBusiness],
  ['the database', checkStore],
  ['the certificate', checkCertificate],
  ['the endpoint', checkEndpoint],
  ['the webhook', checkWebhook],
  ['the region', checkRegion],
  ['the manifest', checkManifest],
  ['the bot platform', checkPlatform],
  ["Amazon's credentials", checkCredentials],
  ['the clock', checkClock],
  ['Node', checkNode],
];

/** Looks at everything, all at once. @param onWaiting told what is still being looked at */
export async function examine(
  surroundings: Surroundings,
  onWaiting: (subjects: readonly string[]) => void = () => {},
): Promise<readonly Finding[]> {
  return examineSetup(readSetup(surroundings), onWaiting);
}

export async function examineSetup(
  setup: Setup,
  onWaiting: (subjects: readonly string[]) => void = () => {},
): Promise<readonly Finding[]> {
  const waiting = new Set(CHECKS.map(([subject]) => subject));
  onWaiting([...waiting]);
  const found = await Promise.all(
    CHECKS.map(async ([subject, check]) => {
      const findings = await check(setup);
      waiting.delete(subject);
      if (waiting.size > 0) onWaiting([...waiting]);
      return findings;
    }),
  );
  return found.flat();
}
