import { anyText, oneOf, parsed, type Settings, text, url } from '../../config/setting';
import type { OptionsOf } from '../definition';
import { isObject, type JsonObject, member } from '../shared/json';

/**
 * Settings of the API channel, the same for each brand of the engine.
 *
 * @param prefix of the names
 * @param baseUrl the brand's API, as its page names it
 */
export function settingsOf(prefix: 'WOTNOT' | 'CHATAIBOT', baseUrl: string) {
  return {
    token: {
      name: `${prefix}_TOKEN`,
      schema: text((value) => /^[\x21-\x7e]+$/.test(value), 'must be the bare token, without "Bearer"'),
      doc: "The account's API token (a JWT), from the account settings.",
      required: true,
      secret: true,
    },
    botKey: {
      name: `${prefix}_BOT_KEY`,
      schema: anyText,
      doc: "The bot's key, found on the trigger block of its flow.",
      required: true,
    },
    webhookToken: {
      name: `${prefix}_WEBHOOK_TOKEN`,
      schema: anyText,
      doc: 'The token entered beside the URL of the Events webhook. Make it unguessable: it is the only proof of a webhook.',
      required: true,
      secret: true,
    },
    baseUrl: {
      name: `${prefix}_BASE_URL`,
      schema: url,
      doc: "The platform's API.",
      fallback: baseUrl,
    },
    botKeyField: {
      name: `${prefix}_BOT_KEY_FIELD`,
      schema: oneOf(['bot_key', 'publish_key', 'both']),
      doc: 'The member that carries the bot key: `bot_key`, `publish_key` or `both`; assumed, as sources differ.',
      fallback: 'bot_key',
    },
    startText: {
      name: `${prefix}_START_TEXT`,
      schema: anyText,
      doc: 'The first message of a conversation that is begun without words; assumed, as a start must carry one.',
      fallback: 'Hello',
    },
    buttonAnswer: {
      name: `${prefix}_BUTTON_ANSWER`,
      schema: text((value) => /^[\w.-]+$/.test(value), 'must be the type of a message, such as button.response'),
      doc: 'The type of the message that answers a button, or `text` to send its label alone; assumed, as the vendor does not name it.',
      fallback: 'button.response',
    },
    handshake: {
      name: `${prefix}_HANDSHAKE`,
      schema: oneOf(['json', 'text']),
      doc: 'How the token is repeated when the webhook is saved in the dashboard: `json` (`{"token": …}`) or `text`; assumed, as the vendor does not show it.',
      fallback: 'json',
    },
    scriptVariables: {
      name: `${prefix}_SCRIPT_VARIABLES`,
      schema: parsed(parseVariables),
      doc: 'What answers a JavaScript block, whose code is never run: JSON with the lists `contact_variables` and `non_contact_variables` of `{"name", "value"}`.',
      fallback: '{"contact_variables":[],"non_contact_variables":[]}',
    },
    fileAnswer: {
      name: `${prefix}_FILE_ANSWER`,
      schema: parsed(parseFiles),
      doc: 'The files that answer a block asking for some: a JSON list of `{"filename", "link", "mime_type", "extension"}`. Unset: what the user says is sent as text.',
    },
  } as const satisfies Settings;
}

export type WotNotOptions = OptionsOf<ReturnType<typeof settingsOf>>;

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

const VARIABLE_LISTS = ['contact_variables', 'non_contact_variables'] as const;
const FILE_MEMBERS = ['filename', 'link', 'mime_type', 'extension'] as const;

/**
 * Reads the variables that answer a JavaScript block, either list of which may be left out.
 *
 * @returns what is wrong with them, as the end of a sentence that begins with the setting's name
 */
function parseVariables(json: string): ScriptVariables | string {
  const value = parse(json);
  const names: readonly string[] = VARIABLE_LISTS;
  if (!isObject(value) || Object.keys(value).some((name) => !names.includes(name))) {
    return `must be a JSON object of ${VARIABLE_LISTS.join(' and ')}`;
  }
  const lists: JsonObject = { contact_variables: [], non_contact_variables: [], ...value };
  const wrong = VARIABLE_LISTS.find((name) => !isListOf(lists[name], isVariable));
  return wrong ? `must hold {"name", "value"} objects in ${wrong}` : (lists as unknown as ScriptVariables);
}

/**
 * Reads the files that answer a file upload.
 *
 * @returns what is wrong with them, as the end of a sentence that begins with the setting's name
 */
function parseFiles(json: string): readonly UploadedFile[] | string {
  const value = parse(json);
  if (isListOf(value, isFile) && value.length > 0) return value;
  return `must be a JSON list of objects with ${FILE_MEMBERS.join(', ')}`;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isVariable(item: unknown): item is Variable {
  return isObject(item) && typeof member(item, 'name') === 'string' && member(item, 'value') !== undefined;
}

function isFile(item: unknown): item is UploadedFile {
  return isObject(item) && FILE_MEMBERS.every((name) => typeof member(item, name) === 'string');
}
