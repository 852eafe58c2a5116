import type { PlatformEvent, Received } from '../conversation/ports/platform';
import type { IdKind } from './disguise';

/** What an operator has asked for, as the store keeps it. */
export interface CaptureState {
  readonly id: string;
  /** Disguises ids: with it somebody could look whether a certain id was there. */
  readonly salt: string;
  /** Epoch milliseconds. */
  readonly since: number;
  readonly until: number;
  readonly words: boolean;
  /** What stands in everything that is of the one user wanted. Absent: everybody's. */
  readonly marks?: readonly string[];
  /** The one skill wanted. Absent: all. */
  readonly skill?: string;
}

/** A body after all that is somebody's was replaced. */
export interface CapturedBody {
  readonly form: 'json' | 'form' | 'text';
  readonly value: unknown;
  /** Paths of what was looked at, and of what nobody looked at; of what we sent there are none. */
  readonly read?: readonly string[];
  readonly unread?: readonly string[];
  /** Too long to be kept. */
  readonly cut?: true;
}

interface Common {
  readonly at: number;
  readonly platform: string;
  readonly method: string;
  /** Ids that were put in the place of others. */
  readonly ids: Readonly<Record<string, IdKind>>;
}

/** One call or webhook, as it is kept. */
export type Captured = Common &
  (
    | {
        readonly kind: 'call';
        readonly operation: string;
        readonly path: string;
        readonly sent?: CapturedBody;
        readonly status?: number;
        readonly answered?: CapturedBody;
        readonly outcome: string;
      }
    | {
        readonly kind: 'webhook';
        readonly headers: Readonly<Record<string, string>>;
        readonly query: string;
        readonly sent?: CapturedBody;
        /** What was made of it: `message of bot: text, 2 choices`; or `refused: malformed`. */
        readonly told: readonly string[];
      }
  );

export function toldBy(received: Received): string[] {
  return 'refused' in received ? [`refused: ${received.refused}`] : received.events.map(toldOf);
}

/** What one event of a webhook is, without a word of it. */
function toldOf(event: PlatformEvent): string {
  if (event.kind === 'closed') return 'closed';
  const { from, text, choices, media, cards, inputRequest } = event.message;
  const parts = [
    ...(text === undefined ? [] : ['text']),
    ...(choices.length > 0 ? [`${choices.length} choices`] : []),
    ...(media.length > 0 ? [`${media.length} media`] : []),
    ...(cards.length > 0 ? [`${cards.length} cards`] : []),
    ...(inputRequest ? [`asks for ${inputRequest.kind}`] : []),
  ];
  return `message of ${from.kind}: ${parts.join(', ') || 'nothing'}`;
}
