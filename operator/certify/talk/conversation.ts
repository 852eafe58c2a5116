import type { ResponseEnvelope } from 'ask-sdk-model';
import type { Verdict } from '../../../simulator/echo/types';

/** What somebody did before the Echo. */
export type Act =
  | 'launch'
  | 'words'
  | 'one-shot'
  | 'help'
  | 'stop'
  | 'cancel'
  | 'home'
  /** What Alexa cannot put into words. */
  | 'nonsense'
  /** What ends a session before the skill hears it. */
  | 'exit'
  /** Nothing was said, and then nothing again. */
  | 'silence'
  /** The bot does not answer any more. */
  | 'outage';

/** One thing that was said, and what the skill answered. */
export interface Exchange {
  readonly act: Act;
  readonly said: string;
  /** What is heard, and what is heard before it. */
  readonly heard: string;
  readonly reprompt?: string;
  readonly response?: ResponseEnvelope;
  readonly isOpen: boolean;
  /** What Alexa would have against the answer. */
  readonly verdict?: Verdict;
}

/** What was said with one Echo, from opening the skill to its end. */
export interface Conversation {
  readonly locale: string;
  /** What it tries: "stop, while the bot offers something". */
  readonly about: string;
  readonly hasScreen: boolean;
  readonly exchanges: readonly Exchange[];
}
