import type { AloudError } from '../../errors';
import type { Understood, UserInput } from '../action';
import type { Conversation } from '../conversation';
import type { Deadline } from '../deadline';
import type { Document } from '../document';
import type { ExchangeDeps } from '../exchange';
import type { RequestedSession, Session } from '../playback';
import type { ChannelIdentity, Store } from '../ports/store';
import type { Unmatched } from '../ports/usage-store';
import type { Voice } from '../ports/voice';
import type { Question, Reply } from '../reply';
import type { Stopwatch } from '../stopwatch';
import type { Visit } from '../visit';

export interface TurnRequest {
  /** Unique among the user's requests: Alexa's id of the request. */
  readonly id: string;
  /** Tells the request from all others, and its playback from none. Absent: it cannot be played back. */
  readonly fingerprint?: string;
  /** Our key of the user, and what the channel needs to reach them. */
  readonly key: string;
  readonly identity: ChannelIdentity;
  readonly input: UserInput;
  readonly session: Session;
  /** Epoch milliseconds. What is kept of one turn is compared by others, on other machines: it goes by the channel's clock. */
  readonly now: () => number;
  readonly deadline: Deadline;
  readonly stopwatch: Stopwatch;
  /** Whether the channel waits no longer: nobody hears what is answered now. Default: it waits. */
  readonly isGivenUp?: () => boolean;
  /** Tells the user that the answer takes a while. Called at most once; ends with its signal and never rejects. */
  readonly progress?: (signal: AbortSignal) => Promise<void>;
}

export interface TurnResult {
  readonly reply: Reply;
  /** How an answer to what was offered was understood. */
  readonly understood?: Understood;
  /** What went wrong on the way to the bot. */
  readonly error?: AloudError;
  /** The answer did not come in time; the user hears it in a later turn. */
  readonly late?: boolean;
  readonly visit?: Visit;
  /** What was open when the request came. */
  readonly wasAsked?: Question;
}

export interface TurnDeps extends ExchangeDeps {
  readonly store: Store;
  readonly voiceFor: (locale: string) => Voice;
  /** Whether notifications can be sent. */
  readonly notifications: boolean;
  /** When a turn that waits notes what its request acknowledges, where that is dear; milliseconds. Absent: at once. */
  readonly noteAfterMs?: number;
  /** Told what matched no option. Absent: nothing of it is kept. */
  readonly onUnmatched?: (unmatched: Unmatched) => void;
}

/** What a handler of an action works with. */
export interface TurnContext extends Omit<TurnDeps, 'voiceFor'> {
  readonly request: TurnRequest & { readonly session: RequestedSession };
  readonly voice: Voice;
  readonly document: Document;
  /** The conversation as the request found it. */
  readonly found: Conversation;
  /** The same with what the request acknowledges. */
  readonly before: Conversation;
}
