import { loadConfig } from '../lambda/app/config';
import { webhookPath } from '../lambda/webhooks/webhooks';
import { EXIT, type Run } from './command';

/**
 * `aloud webhook`: prints the address to enter in the vendor's dashboard. It is a secret, so no log ever holds it.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID
 */
export const run: Run = async ({ env, screen }) => {
  const { publicUrl, skills } = loadConfig(env);
  const address = publicUrl ?? 'https://<your host>';
  for (const { secret, platform } of skills) screen.print(`${address}${webhookPath(secret, platform.name)}`);
  if (!publicUrl) screen.note('Set ALOUD_PUBLIC_URL to have the whole address printed.');
  return EXIT.good;
};
