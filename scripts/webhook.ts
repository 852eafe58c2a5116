import { loadConfig } from '../lambda/app/config';
import { failStart } from '../lambda/server/process';
import { webhookPath } from '../lambda/webhooks/webhooks';

/** `npm run webhook`: prints the address to enter in the vendor's dashboard. It is a secret, so no log ever holds it. */
export function main(): void {
  try {
    const { publicUrl, skills } = loadConfig(process.env);
    const address = publicUrl ?? 'https://<your host>';
    for (const { secret, platform } of skills) console.log(`${address}${webhookPath(secret, platform.name)}`);
    if (!publicUrl) console.log('Set ALOUD_PUBLIC_URL to have the whole address printed.');
  } catch (error) {
    failStart(error);
  }
}
