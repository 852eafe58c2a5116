import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { EventAnswer } from './skill-event';

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
 * each with the token that Alexa sends along; and is told of each speech, as complete SSML, when it is spoken.
 */
export interface ProgressSource {
  begin(requestId: string, token: string, onSpeech?: (ssml: string) => void): void;
  /** The answer is there: nothing more is spoken before it. Gives the complete SSML of what was, in order. */
  end(requestId: string): readonly string[];
}

/** Where notifications of the skill wait for customers: Amazon's Proactive Events. */
export interface NotificationSource {
  /** The notifications that a customer has not heard. */
  pending(userId: string): readonly unknown[];
  /** What Alexa says of each. Then they are gone. */
  read(userId: string): readonly string[];
}

/** What the backend says of a request that it has answered. */
export interface TurnReport {
  /** Where the time went: milliseconds by stage. */
  readonly timings?: Readonly<Record<string, number>>;
  /** By which rule an answer to what the bot had offered was understood, what came of it, and how sure it was (0 to 1). */
  readonly understood?: { readonly rule: string; readonly answer: string; readonly confidence?: number };
}

/** One exchange between the Echo and the skill; or with Alexa herself, who reads the notifications out. */
export interface EchoTurn extends TurnReport {
  /** What the person said; empty for silence and for a request the Echo made by itself. */
  readonly said: string;
  /** Absent where the skill was not asked. */
  readonly request?: RequestEnvelope;
  readonly response?: ResponseEnvelope;
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number;
  /** What is heard before the answer, as plain text: the progressive responses, in order. */
  readonly progress: readonly string[];
  /** What is heard, as plain text: the response's speech, or what Alexa says when a response is bad. */
  readonly speech: string;
  /** What is heard if the person then stays silent. */
  readonly reprompt?: string;
  /** The person barged in: the answer, if the skill gives one, is not heard. */
  readonly interrupted?: true;
  /** Set when Alexa would refuse the response. */
  readonly verdict?: Verdict;
  readonly state: EchoState;
  /** From sending the request to the whole response. */
  readonly ms: number;
}

/** How an utterance is heard. */
export interface Hearing {
  /** Told of each progressive response when it is spoken, as plain text. */
  readonly onProgress?: (speech: string) => void;
  /**
   * The person does not wait: if the utterance reaches anybody, the turn before it is interrupted. By default it is heard
   * once that is over.
   */
  readonly bargeIn?: boolean;
}

/** A simulated Echo of one customer. */
export interface Echo {
  readonly state: EchoState;
  /** How many notifications wait for the customer: above 0 the light is on. */
  readonly notifications: number;
  /**
   * Hears one utterance. With the microphone closed only "Alexa, …" (or "open …", "ask …", "tell …", "launch …", which
   * imply the wake word) reaches the skill. "Alexa, read my notifications" never does: it ends an open session, and
   * Alexa says what waits. Resolves to `undefined` when nothing is answered.
   */
  hear(utterance: string, hearing?: Hearing): Promise<EchoTurn | undefined>;
  /**
   * The person says nothing until the microphone closes. First the reprompt is due (no request is sent, the result
   * is the reprompt's text); then the session ends and the skill gets a SessionEndedRequest.
   */
  silence(): Promise<{ readonly reprompt: string } | EchoTurn | undefined>;
  /** The person says something that Alexa cannot put into words. `undefined` with the microphone closed. */
  mumble(): Promise<EchoTurn | undefined>;
  /** Alexa understood this intent, with these values of its slots; with the microphone closed a session begins with it. */
  intend(intent: string, slots?: Readonly<Record<string, string>>): Promise<EchoTurn>;
  /**
   * Alexa's cloud tells the skill of something that has become of the customer, in whatever state the Echo is.
   *
   * @param type such as `AlexaSkillEvent.SkillDisabled`
   * @param createdAt when it happened, in epoch milliseconds. Default: now
   */
  skillEvent(type: string, body?: unknown, createdAt?: number): Promise<EventAnswer>;
}
