import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createPauses } from '../pauses';
import { type Fault, misbehave } from '../platforms/faults';
import { answerJson, type Mountable, readBody } from './loopback';

/** The path of the token endpoint. */
export const TOKEN_PATH = '/auth/O2/token';
const SCOPE = 'alexa::proactive_events';
const PARAMETERS = ['client_id', 'client_secret', 'grant_type', 'scope'];
const MAX_REMEMBERED = 1000;

export interface LoginBehaviour {
  /** Milliseconds from a whole request to its answer. */
  delayMs: number;
  /** The next good requests fail, in this order. */
  readonly faults: Fault[];
  /** How long the tokens are good that are given out from now on. */
  tokenSeconds: number;
}

export interface LoginOptions {
  /** The one pair of skill messaging credentials that it knows. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly now?: () => number;
}

/** A refused request, and why. */
export interface LoginViolation {
  readonly status: number;
  /** One of OAuth 2.0. */
  readonly error: string;
  readonly message: string;
}

/** Login with Amazon, as far as a skill needs it to send Proactive Events; as strict as the documents, or stricter. */
export interface LoginWithAmazon extends Mountable {
  readonly behaviour: LoginBehaviour;
  /** How many requests came in whole, refused ones too. */
  readonly requests: number;
  /** What was refused for a fault of the caller's, the last 1,000. */
  readonly violations: readonly LoginViolation[];
  /** Whether a token was given out here and is still good. */
  accepts(token: string): boolean;
  /** Makes all tokens bad, as a new secret does. */
  revoke(): void;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    message: string,
  ) {
    super(message);
  }
}

export function createLoginWithAmazon({ clientId, clientSecret, now = Date.now }: LoginOptions): LoginWithAmazon {
  const tokens = new Map<string, number>();
  const violations: LoginViolation[] = [];
  const behaviour: LoginBehaviour = { delayMs: 0, faults: [], tokenSeconds: 3600 };
  const pauses = createPauses();
  let requests = 0;

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    requests++;
    check(incoming, body);
    if (behaviour.delayMs > 0) await pauses.wait(behaviour.delayMs);
    const fault = behaviour.faults.shift();
    if (typeof fault === 'number') return answerJson(response, fault, { error: 'server_error' });
    const token = `Atc|${randomUUID()}`;
    const { tokenSeconds } = behaviour;
    const answer = { access_token: token, scope: SCOPE, token_type: 'bearer', expires_in: tokenSeconds };
    for (const [old, until] of tokens) if (until <= now()) tokens.delete(old);
    tokens.set(token, now() + tokenSeconds * 1000);
    if (fault) misbehave(fault, response, JSON.stringify(answer));
    else answerJson(response, 200, answer, { 'cache-control': 'no-store' });
  }

  function check({ method, headers }: IncomingMessage, body: string): void {
    if (method !== 'POST') throw new Refusal(405, 'invalid_request', `${method}`);
    if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(headers['content-type'] ?? '')) {
      throw new Refusal(400, 'invalid_request', 'not a form');
    }
    if (/[^\w.*+%&=~-]/.test(body)) throw new Refusal(400, 'invalid_request', 'not encoded as a form');
    const form = new URLSearchParams(body);
    if (JSON.stringify([...form.keys()].toSorted()) !== JSON.stringify(PARAMETERS)) {
      throw new Refusal(400, 'invalid_request', 'a parameter is missing, unknown or repeated');
    }
    if (form.get('grant_type') !== 'client_credentials') throw new Refusal(400, 'unsupported_grant_type', 'grant_type');
    if (form.get('scope') !== SCOPE) throw new Refusal(400, 'invalid_scope', 'scope');
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
      throw new Refusal(401, 'invalid_client', 'client_id or client_secret');
    }
  }

  return {
    behaviour,
    violations,
    get requests() {
      return requests;
    },
    accepts: (token) => (tokens.get(token) ?? 0) > now(),
    revoke: () => tokens.clear(),
    stop: () => pauses.close(),
    listen(incoming, response) {
      handle(incoming, response).catch((thrown: unknown) => {
        if (!(thrown instanceof Refusal)) return answerJson(response, 500, { error: 'server_error' });
        const { status, error, message } = thrown;
        violations.push({ status, error, message });
        violations.splice(0, violations.length - MAX_REMEMBERED);
        answerJson(response, status, { error, error_description: message });
      });
    },
  };
}
