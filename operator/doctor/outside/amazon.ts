import { createTokenSource } from '../../../lambda/amazon/login-with-amazon';
import { AloudError } from '../../../lambda/errors';
import { bad, type Finding, good, unchecked, warning } from '../finding';
import type { Setup } from '../setup';
import { ask, Unreached } from './network';

const TIMEOUT_MS = 9000;
const CONSOLE = 'developer console, Build, Permissions, Alexa Skill Messaging';

/** Amazon's word on the skill's credentials: a token, which is thrown away. */
export async function checkCredentials({ config, place, offline }: Setup): Promise<readonly Finding[]> {
  const id = 'amazon.credentials';
  const [skill] = config?.skills ?? [];
  if (place === 'demo') return [];
  if (!skill) return [unchecked(id, 'the settings come first')];
  if (place === 'aws') return [unchecked(id, "the deployment brings the skill's credentials for notifications")];
  const { alexaClientId: clientId, alexaClientSecret: clientSecret, alexaLwaUrl: url } = skill;
  if (!clientId || !clientSecret) return [unchecked(id, 'nobody is notified: ALEXA_CLIENT_ID is not set')];
  if (offline) return [unchecked(id, 'Amazon was not asked, offline')];
  let fault: unknown;
  const telemetry = {
    error(error: unknown) {
      fault = error;
    },
  };
  const source = createTokenSource({ url, clientId, clientSecret, telemetry, timeoutMs: TIMEOUT_MS });
  const answer = await source.get();
  await source.close();
  if ('token' in answer) return [good(id, 'Amazon takes ALEXA_CLIENT_ID and ALEXA_CLIENT_SECRET')];
  const said = fault instanceof AloudError ? fault.message : 'no answer';
  if (fault instanceof AloudError && fault.code === 'ALOUD_NOTIFICATIONS_UNAUTHORIZED') {
    const what = `Amazon does not take ALEXA_CLIENT_ID and ALEXA_CLIENT_SECRET (${said})`;
    return [bad(id, what, `copy both again: ${CONSOLE}`)];
  }
  return [
    warning(
      id,
      `Amazon could not be asked for the credentials (${said})`,
      'see whether this machine reaches api.amazon.com',
    ),
  ];
}

/** As Amazon's documents have it: a request that is older is refused. */
const FARTHEST_S = 150;
/** Nothing breaks, but no clock that is kept goes so wrong. */
const ODD_S = 30;
const AMAZON = 'https://api.amazon.com/';

/** This machine's clock beside Amazon's, whose requests are refused where the two differ. */
export async function checkClock({ value, place, offline, network, now }: Setup): Promise<readonly Finding[]> {
  const id = 'clock';
  if (place === 'demo') return [];
  if (offline) return [unchecked(id, 'the clock was not compared, offline')];
  const simulated = value('ALEXA_LWA_URL') ?? value('ALEXA_API_URL');
  const url = simulated && URL.canParse(simulated) ? new URL('/', simulated).href : AMAZON;
  const before = now();
  try {
    const { headers } = await ask({ method: 'HEAD', url }, network);
    const theirs = Date.parse(headers.date ?? '');
    if (Number.isNaN(theirs)) return [unchecked(id, `${new URL(url).host} does not tell the time`)];
    const off = Math.round(((before + now()) / 2 - theirs) / 1000);
    const away = `the clock is ${Math.abs(off)} seconds ${off > 0 ? 'ahead of' : 'behind'} Amazon's`;
    const remedy = 'timedatectl set-ntp true';
    if (Math.abs(off) > FARTHEST_S) return [bad(id, `${away}: every request of Alexa's is refused`, remedy)];
    if (Math.abs(off) > ODD_S) return [warning(id, `${away}: from ${FARTHEST_S} on, requests are refused`, remedy)];
    return [good(id, "the clock goes as Amazon's")];
  } catch (error) {
    if (!(error instanceof Unreached)) throw error;
    const remedy = 'see whether this machine reaches api.amazon.com';
    return [
      unchecked(id, `${new URL(url).host} gave no answer (${error.code}), so the clock was not compared`, remedy),
    ];
  }
}
