import { newSessionId, requestEnvelope } from '../../../simulator/echo/request';
import type { Door } from '../talk/talker';
import type { Refusal } from './forgeries';

const FOREIGN_SKILL = 'amzn1.ask.skill.ffffffff-ffff-4fff-8fff-ffffffffffff';
const MINUTES = 60_000;

/** Sends what Amazon sends when she tests whether a skill looks whose requests it gets. */
export async function tryForgeries({ url, skillId, sign }: Door, locale: string): Promise<readonly Refusal[]> {
  const body = (options: { readonly skill?: string; readonly at?: number } = {}) =>
    JSON.stringify(
      requestEnvelope(
        {
          skillId: options.skill ?? skillId,
          userId: 'amzn1.ask.account.FORGED',
          deviceId: 'amzn1.ask.device.FORGED',
          apiEndpoint: 'https://api.amazonalexa.com',
          locale,
        },
        { new: true, sessionId: newSessionId(), attributes: {} },
        { type: 'LaunchRequest' },
        options.at ?? Date.now(),
      ),
    );
  const good = body();
  const old = body({ at: Date.now() - 10 * MINUTES });
  const foreign = body({ skill: FOREIGN_SKILL });
  const certificate = { SignatureCertChainUrl: 'https://example.com/echo.api/echo-api-cert.pem' };
  const forgeries: readonly (readonly [forgery: string, body: string, headers: Record<string, string>])[] = [
    ['without a signature', good, {}],
    ['with the signature of another request', good, sign(`${good} `)],
    ["with a certificate from another place than Amazon's", good, { ...sign(good), ...certificate }],
    ['of ten minutes ago', old, sign(old)],
    ['for another skill', foreign, sign(foreign)],
  ];
  const refusals: Refusal[] = [];
  for (const [forgery, content, headers] of forgeries) {
    refusals.push({ forgery, status: await statusOf(url, content, headers) });
  }
  return refusals;
}

async function statusOf(url: string, body: string, headers: Record<string, string>): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
