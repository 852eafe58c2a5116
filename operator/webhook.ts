import { loadConfig } from '../lambda/app/config';
import { webhookPath } from '../lambda/webhooks/webhooks';
import { EXIT, isOn, type Run } from './command';

/**
 * `aloud webhook`: prints the address to enter in the vendor's dashboard. It is a secret, so no log ever holds it.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID
 */
export const run: Run = async ({ env, screen, options }) => {
  const { publicUrl, skills } = loadConfig(env);
  const address = publicUrl ?? 'https://<your host>';
  const webhooks = skills.map(({ secret, platform }) => ({
    platform: platform.name,
    url: `${address}${webhookPath(secret, platform.name)}`,
  }));
  if (isOn(options, 'json')) screen.print(JSON.stringify({ webhooks }, null, 2));
  else for (const { url } of webhooks) screen.print(url);
  if (!publicUrl) screen.note('Set ALOUD_PUBLIC_URL to have the whole address printed.');
  return EXIT.good;
};
