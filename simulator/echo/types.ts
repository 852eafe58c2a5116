import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';

/** What the simulated Echo shows of itself: `listening` with the microphone open, `idle` when only the wake word reaches it. */
export type EchoState = 'idle' | 'listening';

/** How Alexa would complain about a response, in her own words where they are known. */
export interface Verdict {
  /** `error.type` of the SessionEndedRequest that Alexa would send. */
  readonly type: 'INVALID_RESPONSE' | 'INTERNAL_SERVICE_ERROR' | 'ENDPOINT_TIMEOUT';
  readonly message: string;
}

/**
 * Where progressive responses arrive: Amazon's Directive service. The Echo tells it which requests are being answered,
 * each with the token that Alexa sends along.
 */
export interface ProgressSource {
  begin(requestId: string, token: string): void;
  /** The answer is there: nothing more is spoken before it. Gives the complete SSML of what was, in order. */
  end(requestId: string): readonly string[];
}

/** One exchange between the Echo and the skill. */
export interface EchoTurn {
  /** What the person said; empty for silence and for a request the Echo made by itself. */
  readonly said: string;
  readonly request: RequestEnvelope;
  readonly response?: ResponseEnvelope;
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number;
  /** What is heard before the answer, as plain text: the progressive responses, in order. */
  readonly progress: readonly string[];
  /** What is heard, as plain text: the response's speech, or what Alexa says when a response is bad. */
  readonly speech: string;
  /** What is heard if the person then stays silent. */
  readonly reprompt?: string;
  /** Set when Alexa would refuse the response. */
  readonly verdict?: Verdict;
  readonly state: EchoState;
  /** From sending the request to the whole response. */
  readonly ms: number;
  /** Where the backend says the time went, by stage, when it is known. */
  readonly ledger?: Readonly<Record<string, number>>;
}

/** A simulated Echo of one customer. */
export interface Echo {
  readonly state: EchoState;
  /**
   * Hears one utterance. With the microphone closed only "Alexa, …" (or "open …", "ask …", "tell …", "launch …", which
   * imply the wake word) reaches the skill. Resolves to `undefined` when nothing reaches the skill.
   */
  hear(utterance: string): Promise<EchoTurn | undefined>;
  /**
   * The person says nothing until the microphone closes. First the reprompt is due (no request is sent, the result
   * is the reprompt's text); then the session ends and the skill gets a SessionEndedRequest.
   */
  silence(): Promise<{ readonly reprompt: string } | EchoTurn | undefined>;
}
