/** What vendors, Amazon and Echos saw, and what was done to the system meanwhile. `at`: milliseconds since the start. */
export type Seen =
  /** A vendor's bot heard an utterance. `visitor`: as the vendor knows the user. */
  | { readonly kind: 'reached'; readonly at: number; readonly marker: string; readonly visitor: string }
  /** A bot or an agent wrote a message to a visitor. */
  | { readonly kind: 'written'; readonly at: number; readonly marker: string; readonly visitor: string }
  /** A webhook with these messages was answered by the system. `status` 0: not at all. */
  | { readonly kind: 'delivered'; readonly at: number; readonly markers: readonly string[]; readonly status: number }
  /** A request of a user's Echo is over. */
  | Turn
  /** Amazon took a notification for a user. */
  | { readonly kind: 'notified'; readonly at: number; readonly user: string }
  /** Amazon found fault with a request. */
  | { readonly kind: 'violation'; readonly at: number; readonly what: string }
  /** A server could not be reached from `at` on, as it was killed or started anew. */
  | { readonly kind: 'down'; readonly at: number; readonly until: number; readonly server: number }
  /** A server's clock was so wrong that it has to refuse what Alexa sends. */
  | { readonly kind: 'misdated'; readonly at: number; readonly until: number; readonly server: number }
  /** A server could hardly open a connection. */
  | { readonly kind: 'cramped'; readonly at: number; readonly until: number; readonly server: number }
  /** A server ended that nobody had killed. */
  | { readonly kind: 'crashed'; readonly at: number; readonly server: number; readonly how: string }
  /** Something was done to the system. */
  | { readonly kind: 'done'; readonly at: number; readonly what: string };

export interface Turn {
  readonly kind: 'turn';
  /** When the request was sent. */
  readonly at: number;
  readonly ms: number;
  /** For how much of that the machine gave the server or the judge no time. */
  readonly starvedMs: number;
  readonly user: string;
  readonly server: number;
  /** The utterance, where the user said something that the bot is to hear. */
  readonly marker?: string;
  /** What else was said: `launch`, `next`, `stop` and the like. */
  readonly said: string;
  /** 0: no answer. */
  readonly status: number;
  /** All that was heard, progressive responses before it included. */
  readonly speech: string;
  /** What Alexa would have against the answer. */
  readonly verdict?: string;
}

export type History = readonly Seen[];

export function ofKind<K extends Seen['kind']>(history: History, kind: K): Extract<Seen, { readonly kind: K }>[] {
  return history.filter((seen): seen is Extract<Seen, { readonly kind: K }> => seen.kind === kind);
}
