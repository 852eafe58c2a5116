import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { ssmlFault } from '../echo/rules/speech';
import type { ProgressSource } from '../echo/types';
import { createPauses } from '../pauses';
import { type Fault, misbehave } from '../platforms/faults';
import { answerJson, type Mountable, parsed, readBody, serveOnLoopback } from './loopback';

/** Why a directive was refused. `late`: its request is answered already. */
export type ViolationKind = 'route' | 'token' | 'body' | 'unknown-request' | 'late' | 'too-many' | 'speech';

export interface Violation {
  readonly kind: ViolationKind;
  readonly status: number;
  readonly message: string;
  /** Where the body named one. */
  readonly requestId?: string;
}

export interface DirectiveServiceBehaviour {
  /** Milliseconds from a whole call to its answer. What waits when its request is answered is not spoken. */
  delayMs: number;
  /** The next good calls fail, in this order. What fails on the wire is spoken nevertheless; a status is not. */
  readonly faults: Fault[];
}

export interface DirectiveServiceOptions {
  /** Default: any free port. */
  readonly port?: number;
}

/**
 * Amazon's Directive service on loopback: takes progressive responses for the requests that an Echo says are being
 * answered, and is as strict as Amazon's documents, or stricter.
 */
export interface DirectiveService extends ProgressSource {
  /** `http://127.0.0.1:12345`, for ALEXA_API_URL. */
  readonly url: string;
  readonly behaviour: DirectiveServiceBehaviour;
  /** The complete SSML of what was spoken for a request, in order; also once the request is answered. */
  spoken(requestId: string): readonly string[];
  /** What was refused for a fault of the caller's, the last 1,000. */
  readonly violations: readonly Violation[];
  /** Calls that are not answered yet. */
  readonly waiting: number;
  close(): Promise<void>;
}

/** A request that an Echo has sent to the skill. */
interface Processing {
  readonly token: string;
  readonly speeches: string[];
  readonly onSpeech?: (ssml: string) => void;
  answered: boolean;
  accepted: number;
}

class Refusal extends Error {
  constructor(
    readonly kind: ViolationKind,
    readonly status: number,
    message: string,
    readonly requestId?: string,
  ) {
    super(message);
  }
}

/** Documented. */
const MOST_PER_REQUEST = 5;
/** Characters of one speech; not documented, but what others have found. */
const LONGEST_SPEECH = 600;
const MAX_REMEMBERED = 1000;

const sendDirectiveRequest = z.strictObject({
  header: z.strictObject({ requestId: z.string().min(1) }),
  directive: z.strictObject({ type: z.literal('VoicePlayer.Speak'), speech: z.string().min(1) }),
});

/** The service on a server of its own. */
export async function startDirectiveService({ port = 0 }: DirectiveServiceOptions = {}): Promise<DirectiveService> {
  const service = createDirectiveService();
  return Object.assign(service, await serveOnLoopback(service, port));
}

/** The service without a server. */
export function createDirectiveService(): Omit<DirectiveService, 'url' | 'close'> & Mountable {
  const processing = new Map<string, Processing>();
  const violations: Violation[] = [];
  const behaviour: DirectiveServiceBehaviour = { delayMs: 0, faults: [] };
  const pauses = createPauses();
  let waiting = 0;

  function listen(request: IncomingMessage, response: ServerResponse): void {
    waiting++;
    response.on('close', () => waiting--);
    handle(request, response).catch((error: unknown) => {
      if (error instanceof Refusal) {
        const { kind, status, message, requestId } = error;
        violations.push({ kind, status, message, ...(requestId !== undefined && { requestId }) });
        violations.splice(0, violations.length - MAX_REMEMBERED);
        fail(response, status, message);
      } else fail(response, 500, 'Internal Server Error');
    });
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { requestId, ssml, request } = await take(incoming, await readBody(incoming));

    if (behaviour.delayMs > 0) await pauses.wait(behaviour.delayMs);
    const fault = behaviour.faults.shift();
    if (typeof fault === 'number') return fail(response, fault, 'As you wished');
    if (request.answered) return fail(response, 403, `${requestId} was answered meanwhile`);
    request.speeches.push(ssml);
    request.onSpeech?.(ssml);
    if (fault) misbehave(fault, response, '{}');
    else response.writeHead(204).end();
  }

  /** The directive of a call that is in order. What is late is so on arrival. */
  async function take({ method, url, headers }: IncomingMessage, body: string) {
    if (method !== 'POST' || url !== '/v1/directives') throw new Refusal('route', 404, `${method} ${url}`);
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
    if (![...processing.values()].some((request) => request.token === token)) {
      throw new Refusal('token', 401, 'no token, or one that was never given out');
    }
    if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new Refusal('body', 400, 'not JSON');
    const { success, data, error } = sendDirectiveRequest.safeParse(parsed(body));
    if (!success) {
      const { path, message } = error.issues[0] ?? { path: [], message: '' };
      throw new Refusal('body', 400, `${path.join('.') || 'body'}: ${message}`);
    }
    const { requestId } = data.header;
    const request = processing.get(requestId);
    if (!request) throw new Refusal('unknown-request', 403, 'no such request', requestId);
    if (request.token !== token) throw new Refusal('token', 401, "another request's token", requestId);
    if (request.answered) throw new Refusal('late', 403, 'the request is answered already', requestId);
    const ssml = completed(data.directive.speech);
    const fault = ssml.length > LONGEST_SPEECH ? `${ssml.length} characters` : await ssmlFault({ type: 'SSML', ssml });
    if (fault) throw new Refusal('speech', 400, fault, requestId);
    if (request.accepted >= MOST_PER_REQUEST) throw new Refusal('too-many', 403, 'the sixth directive', requestId);
    request.accepted++;
    return { requestId, ssml, request };
  }

  return {
    listen,
    stop: () => pauses.close(),
    behaviour,
    violations,
    get waiting() {
      return waiting;
    },
    begin(requestId, token, onSpeech) {
      processing.set(requestId, { token, onSpeech, speeches: [], answered: false, accepted: 0 });
      for (const [oldest] of processing) {
        if (processing.size <= MAX_REMEMBERED) break;
        processing.delete(oldest);
      }
    },
    end(requestId) {
      const request = processing.get(requestId);
      if (request) request.answered = true;
      return [...(request?.speeches ?? [])];
    },
    spoken: (requestId) => [...(processing.get(requestId)?.speeches ?? [])],
  };
}

/** Plain text is spoken as well as SSML. */
function completed(speech: string): string {
  const text = speech.trim();
  return text.startsWith('<speak') ? text : `<speak>${text}</speak>`;
}

function fail(response: ServerResponse, code: number, message: string): void {
  answerJson(response, code, { code, message });
}
