import type { Telemetry } from '../../telemetry/telemetry';

export interface BotDistriktOptions {
  /** What starts a conversation over. Default: the words of the user's language. */
  readonly startOverWords?: string;
  /** `https://flow.botdistrikt.com/api` */
  readonly baseUrl: string;
  /** "Webchat App ID from the Website Integration page": digits. */
  readonly webchatAppId: string;
  /** The custom domain of the channel. "Is like a password": never logged. */
  readonly domain: string;
  /** How a text becomes the vendor's message; see `parseTemplate`. Default: `DEFAULT_MESSAGE_TEMPLATE`. */
  readonly messageTemplate?: string;
  /** How a picked choice becomes the vendor's message. Default: `DEFAULT_CHOICE_TEMPLATE`. */
  readonly choiceTemplate?: string;
  /** The value of the Authorization header. Default: `DEFAULT_AUTHORIZATION`, the bare id. */
  readonly authorization?: string;
  readonly telemetry: Telemetry;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** What is kept of a registered user. */
export type BotDistriktThread = {
  /** The user's credential on the platform. */
  readonly webchatId: string;
  /** The `bot_user` object as JSON text, exactly as the platform wrote it: numbers of any length survive. */
  readonly user: string;
};
