import type { CallBehaviour } from './vendor-server';
import { TOKENS, type TokenBehaviour } from './voximplant-tokens';

/** `open` is a login or a refresh. */
export type Operation = 'open' | 'send';

/** What the vendor's pages leave open, and what may go wrong. Every member may be changed at any time. */
export interface VoximplantBehaviour extends CallBehaviour<Operation>, TokenBehaviour {
  /** Whether errors have a status of their own, or are answered 200 with `success: false`. */
  errorStatus: 'own' | 'ok';
  /** Where an answer holds the tokens. */
  tokensIn: 'result' | 'top';
  /** What becomes of an event whose `event_id` was accepted before. */
  repeated: 'refused' | 'dropped' | 'accepted';
  /** The next events are refused with these codes, in the form of other errors. */
  refusals: number[];
}

/** As a vendor that does what its pages say. */
export function usualBehaviour(): VoximplantBehaviour {
  return {
    delayMs: 0,
    faults: { open: [], send: [] },
    ...TOKENS,
    errorStatus: 'own',
    tokensIn: 'result',
    repeated: 'refused',
    refusals: [],
  };
}
