import type { Telemetry } from '../../telemetry/telemetry';

/** Under which name the engine is sold: ChatAIBot is a white label of WotNot, with the same paths and bodies. */
export type Brand = 'wotnot' | 'chataibot';

/** The member by which a start names the bot: the first by the brands' pages, the second by others'. */
export const BOT_KEY_FIELDS = ['bot_key', 'publish_key', 'both'] as const;
/** How the webhook's token is repeated when the webhook is saved: as `{"token": …}`, or bare. */
export const HANDSHAKES = ['json', 'text'] as const;

/** What answers a block that wants code run: the `variables` of a `javascript.response`. */
export interface ScriptVariables {
  readonly contact_variables: readonly Variable[];
  readonly non_contact_variables: readonly Variable[];
}

export interface Variable {
  readonly name: string;
  readonly value: unknown;
}

/** One of the `files` of a `file_upload.response`. */
export interface UploadedFile {
  readonly filename: string;
  readonly link: string;
  readonly mime_type: string;
  readonly extension: string;
}

export interface WotNotOptions {
  readonly brand: Brand;
  /** `https://app.wotnot.io/api/v1` */
  readonly baseUrl: string;
  /** The account's token, without "Bearer". Never logged. */
  readonly token: string;
  /** "Found on the trigger block." */
  readonly botKey: string;
  /** What the Events webhook proves itself with. Never logged. */
  readonly webhookToken: string;
  /** Default: `bot_key`. */
  readonly botKeyField?: (typeof BOT_KEY_FIELDS)[number];
  /** The first message of a conversation that the user began without words. Default: `Hello`. */
  readonly startText?: string;
  /** The type of the message that answers a button; `text` for the label alone. Default: `button.response`. */
  readonly buttonAnswer?: string;
  /** Default: `json`. */
  readonly handshake?: (typeof HANDSHAKES)[number];
  /** Default: none of either kind. */
  readonly scriptVariables?: ScriptVariables;
  /** The files that answer a block that asks for some. Default: it is answered with what the user says. */
  readonly fileAnswer?: readonly UploadedFile[];
  readonly telemetry: Telemetry;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** What is kept of a user's conversation. */
export type WotNotThread = {
  /** Our key of the user: the `user_external_id`. */
  readonly user: string;
  /** BCP 47: the visitor's `browserLanguage`. */
  readonly locale?: string;
  /** The platform's id; absent until the first message has started the conversation. */
  readonly conversation?: string;
};
