import { setTimeout as delay } from 'node:timers/promises';
import { checkRegion } from './aws';
import { checkBusiness } from './business';
import { type Finding, unchecked } from './finding';
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
import { checkListening, checkTogether } from './settings/together';
import { checkValues } from './settings/values';
import { type Part, readSetup, type Setup, type Surroundings } from './setup';
import { checkStore } from './store';
import { checkUpgrade } from './upgrade';

const PATIENCE_MS = 10_000;
const AGAIN = 'try again; where it stays so, tell the makers of Aloud';

type Check = (setup: Setup) => readonly Finding[] | Promise<readonly Finding[]>;

/**
 * What is looked at, as it is told while it takes; in the order of the report. Where there are several skills some of it is the
 * process' alone, or a skill's.
 */
const CHECKS: readonly (readonly [subject: string, check: Check, only?: Part['of']])[] = [
  ['.env', checkEnvFile],
  ['names', checkNames],
  ['settings', checkSettings],
  ['values', checkValues],
  ['forms', checkForms],
  ['secrets', checkSecrets],
  ['settings that go together', checkTogether, 'skill'],
  ['the port', checkListening, 'process'],
  ['the public address', checkPublicUrl, 'process'],
  ['the business file', checkBusiness, 'skill'],
  ['the database', checkStore, 'process'],
  ['the certificate', checkCertificate, 'process'],
  ['the endpoint', checkEndpoint, 'process'],
  ['the webhook', checkWebhook, 'skill'],
  ['the region', checkRegion, 'process'],
  ['the manifest', checkManifest, 'skill'],
  ['what an older version has left', checkUpgrade, 'process'],
  ['the bot platform', checkPlatform, 'skill'],
  ["Amazon's credentials", checkCredentials, 'skill'],
  ['the clock', checkClock, 'process'],
  ['Node', checkNode, 'process'],
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
  const { part } = setup;
  // Of a skill without settings there is nothing else to tell.
  const isUnread = part?.of === 'skill' && part.skill.own.fault !== undefined;
  const checks = CHECKS.filter(([, check, only]) =>
    isUnread ? check === checkEnvFile : !part || !only || only === part.of,
  );
  const waiting = new Set(checks.map(([subject]) => subject));
  onWaiting([...waiting]);
  const found = await Promise.all(
    checks.map(async ([subject, check]) => {
      const findings = await withPatience(subject, check, setup);
      waiting.delete(subject);
      if (waiting.size > 0) onWaiting([...waiting]);
      return findings;
    }),
  );
  return found.flat();
}

/** No check keeps the others from being told: not one that waits, nor one that fails by a fault of its own. */
async function withPatience(subject: string, check: Check, setup: Setup): Promise<readonly Finding[]> {
  const { patienceMs = PATIENCE_MS } = setup;
  const over = new AbortController();
  const late = delay(
    patienceMs,
    [unchecked('doctor', `${subject}: no answer in ${patienceMs / 1000} seconds`, AGAIN)],
    {
      signal: over.signal,
    },
  ).catch(() => []);
  const made = (async () => check(setup))().catch((error: unknown) => {
    const kind = error instanceof Error ? error.name : typeof error;
    return [unchecked('doctor', `${subject}: could not be looked at (${kind})`, AGAIN)];
  });
  const findings = await Promise.race([made, late]);
  over.abort();
  return findings;
}
