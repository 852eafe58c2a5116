import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import type { Pki } from '../simulator/pki';

export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const SKILL_ID = 'amzn1.ask.skill.bench';

/** One request of free speech for each user, signed now. */
export function signRequests(pki: Pki, users: number): SignedRequest[] {
  return Array.from({ length: users }, (_, index) => {
    const body = JSON.stringify(envelope(`amzn1.ask.account.${String(index).padStart(180, 'A')}`));
    return { headers: { 'content-type': 'application/json', ...pki.sign(body) }, body };
  });
}

/** Sends `count` of the requests, some at a time. @throws when an answer is not a spoken 200. */
export async function drive(
  url: string,
  requests: readonly SignedRequest[],
  concurrency: number,
  count: number,
): Promise<void> {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: concurrency });
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const request = requests[next++ % requests.length] as SignedRequest;
      const { statusCode, body } = await pool.request({ method: 'POST', path, ...request });
      const text = await body.text();
      if (statusCode !== 200 || !text.includes('half past eight')) throw new Error(`${statusCode} ${text}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  await pool.close();
}

/** A request as an Echo sends it: about 2 KB. */
function envelope(userId: string): object {
  const application = { applicationId: SKILL_ID };
  const user = { userId };
  return {
    version: '1.0',
    session: { new: false, sessionId: `amzn1.echo-api.session.${randomUUID()}`, application, attributes: {}, user },
    context: {
      Viewports: [{ type: 'APL', id: 'main', shape: 'RECTANGLE', dpi: 213, presentationType: 'STANDARD' }],
      System: {
        application,
        user,
        device: { deviceId: `amzn1.ask.device.${'D'.repeat(150)}`, supportedInterfaces: {} },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'x'.repeat(900),
      },
    },
    request: {
      type: 'IntentRequest',
      requestId: `amzn1.echo-api.request.${randomUUID()}`,
      locale: 'en-US',
      timestamp: new Date().toISOString(),
      intent: {
        name: 'ChatIntent',
        confirmationStatus: 'NONE',
        slots: { query: { name: 'query', value: 'when do you open tomorrow', confirmationStatus: 'NONE' } },
      },
      dialogState: 'IN_PROGRESS',
    },
  };
}
