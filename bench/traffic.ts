import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import type { Pki } from '../simulator/pki';

export interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const SKILL_ID = 'amzn1.ask.skill.bench';

/** The connections to one address. */
export interface Line {
  /** Posts a request. Resolves to what was answered. @throws when that is not a 200 */
  post(request: Signed): Promise<{ readonly text: string; readonly ms: number }>;
  close(): Promise<void>;
}

export function openLine(url: string, connections: number): Line {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections, connectTimeout: 60_000 });
  return {
    async post({ headers, body }) {
      const started = performance.now();
      const answer = await pool.request({ method: 'POST', path, headers, body });
      const text = await answer.body.text();
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${text}`);
      return { text, ms: performance.now() - started };
    },
    close: () => pool.close(),
  };
}

/**
 * Sends a request for each item, some at a time, each made only when it is its turn, as Alexa does. Resolves to how long
 * each took, in milliseconds.
 *
 * @throws when an answer does not hold what is expected
 */
export async function drive<T>(
  url: string,
  items: Iterable<T>,
  { atATime, expected, make }: { readonly atATime: number; readonly expected: string; make(item: T): Signed },
): Promise<number[]> {
  const line = openLine(url, atATime);
  const times: number[] = [];
  await atMost(items, atATime, async (item) => {
    const { text, ms } = await line.post(make(item));
    if (!text.includes(expected)) throw new Error(text);
    times.push(ms);
  });
  await line.close();
  return times;
}

/** Does the work for all items, some at a time. */
export async function atMost<T>(
  items: Iterable<T>,
  concurrency: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** The Alexa id of a user. */
export function userIdOf(user: string): string {
  return `amzn1.ask.account.${user.padStart(180, 'A')}`;
}

/** What a user says, in the one session that they have, signed now. */
export function signTurn(pki: Pki, user: string, said: string): Signed {
  const body = JSON.stringify(envelopeOf(user, said));
  return { headers: { 'content-type': 'application/json', ...pki.sign(body) }, body };
}

/** A request as an Echo sends it: about 2 KB. */
export function envelopeOf(name: string, said: string): object {
  const application = { applicationId: SKILL_ID };
  const user = { userId: userIdOf(name) };
  return {
    version: '1.0',
    session: { new: false, sessionId: `amzn1.echo-api.session.${name}`, application, attributes: {}, user },
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
        slots: { query: { name: 'query', value: said, confirmationStatus: 'NONE' } },
      },
      dialogState: 'IN_PROGRESS',
    },
  };
}
