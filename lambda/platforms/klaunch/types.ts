import type { Telemetry } from '../../telemetry/telemetry';

/** The API channel, as the dashboard shows it. */
export interface KlaunchOptions {
  /** The whole address of the "Request Example", used as it is. */
  readonly url: string;
  readonly channelID: string;
  /** "The api token associated with the API channel": never logged. */
  readonly token: string;
  /** The keyword of the bot's deployment, literally: `#hotel`. */
  readonly hashtag: string;
  readonly telemetry: Telemetry;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}
