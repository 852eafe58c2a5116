import type { Telemetry } from '../../telemetry/telemetry';

/** A custom channel of a Voximplant Kit account. */
export interface VoximplantOptions {
  /** What starts a conversation over. Default: the words of the user's language. */
  readonly startOverWords?: string;
  /** The account's name: the `domain` of a login. */
  readonly account: string;
  /** Of the account, as in `kit-im-eu.voximplant.com`. Not needed with a `baseUrl`. */
  readonly region?: string;
  /** The API token that was chosen for the channel: opens the API, and is part of every signature. Never logged. */
  readonly apiToken: string;
  readonly channelUuid: string;
  /** The channel's "Security salt". Never logged. */
  readonly salt: string;
  /** Default: the host of the region. */
  readonly baseUrl?: string;
  readonly telemetry: Telemetry;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** What is kept of a user: there is nothing that the platform would have to tell us first. */
export type VoximplantThread = {
  /** Our key of the user: the `client_id`. */
  readonly clientId: string;
  /** BCP 47: the `client_language`. */
  readonly locale?: string;
};
