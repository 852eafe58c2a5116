import { NO_TELEMETRY } from '../../../lambda/telemetry/telemetry';
import { webhookPath } from '../../../lambda/webhooks/webhooks';
import { readDeployed } from '../../deploy/states';
import { bad, type Finding, good, unchecked, warning } from '../finding';
import type { Setup } from '../setup';
import { ask, type HttpTold, type Network, Unreached } from './network';

/** Two of them, one after the other, within ten seconds. */
const EACH_MS = 4500;
const PROXY = 'docs/deploy-self-hosted.md, The proxy';

/** Whether Alexa's requests get to Aloud: an unsigned one is refused by nobody else in this way. */
export async function checkEndpoint({ publicUrl: url, offline, network, value }: Setup): Promise<readonly Finding[]> {
  const id = 'endpoint';
  if (url === undefined) return [];
  if (offline) return [unchecked(id, `${url}/alexa was not called, offline`)];
  const told = await answerTo({ method: 'POST', url: `${url}/alexa`, body: '{}' }, network);
  if (typeof told === 'string') return [unchecked(id, `${url}/alexa gave no answer (${told})`, 'see the certificate')];
  const { status } = told;
  if (status === 400) return [good(id, `${url}/alexa refuses what Alexa has not signed, as it should`)];
  const what = `${url}/alexa answers ${status} to what Alexa has not signed, where Aloud answers 400`;
  return [bad(id, what, remedyFor(told, '/alexa', value('PORT') ?? '3000'))];
}

/**
 * Whether the platform's webhooks get to Aloud, and whether its secret is the one of here: by GET without a proof of the vendor's,
 * which has no effect.
 */
export async function checkWebhook(setup: Setup): Promise<readonly Finding[]> {
  const id = 'webhook';
  const { config, place, offline, network, value } = setup;
  const [skill] = config?.skills ?? [];
  const base = addressOf(setup);
  if (place !== 'server' && place !== 'aws') return [];
  if (!skill) return [unchecked(id, 'the settings come first')];
  if (base === undefined) {
    return place === 'aws'
      ? [unchecked(id, 'the deployment makes the address of the webhook', 'npx aloud deploy')]
      : [];
  }
  if (offline) return [unchecked(id, `${base}/webhooks was not called, offline`)];
  const { name } = skill.platform;
  const own = webhookPath(skill.secret, name);
  const strange = await answerTo({ method: 'GET', url: `${base}${strangersPath(own)}` }, network);
  if (typeof strange === 'string')
    return [unchecked(id, `${base}/webhooks gave no answer (${strange})`, 'see the certificate')];
  if (strange.status !== 404 || strange.text.trim() !== 'not found') {
    const what = `${base}/webhooks answers ${strange.status}, and not as Aloud does to a wrong key`;
    return [bad(id, what, remedyFor(strange, '/webhooks', value('PORT') ?? '3000'))];
  }
  const told = await answerTo({ method: 'GET', url: `${base}${own}` }, network);
  if (typeof told === 'string') return [unchecked(id, `${base}/webhooks gave no answer (${told})`, 'try again')];
  if (told.status === 404) {
    const what = `Aloud at ${base} does not know the webhook's key: it runs with another ALOUD_SECRET or ALOUD_PLATFORM`;
    const remedy =
      place === 'aws' ? 'npx aloud deploy' : 'start it again with this .env, or bring the .env of there here';
    return [bad(id, what, remedy)];
  }
  const wanted = expected(setup);
  if (told.status !== wanted) {
    const what = `the webhook of ${name} answers ${told.status}, where this version answers ${wanted}`;
    return [warning(id, what, 'start it again with this version:  git pull && npm ci')];
  }
  return [good(id, `the webhook of ${name} is reached, and knows its key`)];
}

function addressOf({ place, root, publicUrl }: Setup): string | undefined {
  if (place === 'aws') return readDeployed('default', root).outputs.WebhookUrl?.replace(/\/+$/, '');
  return publicUrl;
}

/** The same with a key that nobody has. */
function strangersPath(path: string): string {
  return path.replace(/[^/]+$/, '0'.repeat(32));
}

/** What our own code answers to a GET without a proof. */
function expected({ config }: Setup): number {
  const [skill] = config?.skills ?? [];
  if (!skill) return 200;
  const { name, values, definition } = skill.platform;
  const platform = definition.create(values, { name, telemetry: NO_TELEMETRY });
  const received = platform.receive({ method: 'GET', headers: {}, query: new URLSearchParams(), body: '' });
  void platform.close();
  if ('refused' in received) return received.refused === 'unauthorized' ? 401 : 400;
  return received.response.status;
}

async function answerTo(request: Parameters<typeof ask>[0], network: Network): Promise<HttpTold | string> {
  try {
    return await ask(request, { timeoutMs: EACH_MS, ...network });
  } catch (error) {
    if (error instanceof Unreached) return error.code;
    throw error;
  }
}

/** Who answers in Aloud's place, by the status. */
function remedyFor({ status, headers }: HttpTold, path: string, port: string): string {
  if (status >= 300 && status < 400) {
    const to = headers.location && URL.canParse(headers.location) ? new URL(headers.location).origin : 'where it leads';
    return `nobody follows that: set ALOUD_PUBLIC_URL=${to}, or take the redirection out of the proxy`;
  }
  if (status === 401 || status === 403)
    return `let the proxy, or the firewall before it, ask nobody for a password or a browser at ${path}`;
  if (status === 502 || status === 503 || status === 504)
    return `start Aloud (npx aloud start), on the port that the proxy hands on to: ${port}`;
  if (status === 404) return `let the proxy hand on ${path} unchanged: ${PROXY}`;
  if (status === 405) return `let the proxy hand on ${path} with every method: ${PROXY}`;
  return `something else answers there: let the proxy hand on ${path} to port ${port}: ${PROXY}`;
}
