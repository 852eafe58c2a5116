import type { ChannelIdentity } from '../../conversation/ports/store';
import type { Packed } from './codec';

/** A user, as their item in the table holds them. */
export interface UserItem {
  /** Sealed. */
  readonly user_id: Uint8Array;
  readonly user_locale: string;
  readonly api_endpoint?: string;
  readonly account?: string;
  readonly doc: Packed;
  readonly version: number;
  /** Names the save: makes it idempotent, as one whose answer was lost is told from another's. */
  readonly saved_by?: string;
  readonly active_until?: number;
  /** When queued words are due, and whose they are until then. */
  readonly due_at?: number;
  readonly due_shard?: string;
  readonly words_lease?: string;
  readonly subscribed?: boolean;
  readonly subscribed_at?: number;
}

/** Whether a user is where they were when they were last seen. */
export function isAt({ user_locale, api_endpoint }: UserItem, { locale, apiEndpoint }: ChannelIdentity): boolean {
  return user_locale === locale && api_endpoint === apiEndpoint;
}
