import { webhookPath } from '../lambda/webhooks/webhooks';
import { EXIT, isOn, type Run } from './command';
import { configOf, ofOneSkill } from './own-skill';

/**
 * `aloud webhook`: prints the address to enter in the vendor's dashboard. It is a secret, so no log ever holds it.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID
 */
export const run: Run = ofOneSkill(async (call) => {
  const { screen, options } = call;
  const { publicUrl, skills } = configOf(call);
  const address = publicUrl ?? 'https://<your host>';
  const webhooks = skills.map(({ secret, platform }) => ({
    platform: platform.name,
    url: `${address}${webhookPath(secret, platform.name)}`,
  }));
  if (isOn(options, 'json')) screen.print(JSON.stringify({ webhooks }, null, 2));
  else for (const { url } of webhooks) screen.print(url);
  if (!publicUrl) screen.note('Set ALOUD_PUBLIC_URL to have the whole address printed.');
  return EXIT.good;
});
