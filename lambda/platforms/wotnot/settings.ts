import * as z from 'zod/mini';
import { anyText, checked, oneOf, type Settings, text, url } from '../../config/setting';
import { parseFiles, parseVariables } from './configured';
import { BOT_KEY_FIELDS, HANDSHAKES } from './types';

/** JSON that `parse` either reads, or says what is wrong with. */
const json = <T extends object>(parse: (value: string) => T | string) =>
  z.pipe(
    checked((value) => {
      const result = parse(value);
      return typeof result === 'string' ? result : undefined;
    }),
    z.transform((value) => parse(value) as T),
  );

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
      schema: oneOf(BOT_KEY_FIELDS),
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
      schema: oneOf(HANDSHAKES),
      doc: 'How the token is repeated when the webhook is saved in the dashboard: `json` (`{"token": …}`) or `text`; assumed, as the vendor does not show it.',
      fallback: 'json',
    },
    scriptVariables: {
      name: `${prefix}_SCRIPT_VARIABLES`,
      schema: json(parseVariables),
      doc: 'What answers a JavaScript block, whose code is never run: JSON with the lists `contact_variables` and `non_contact_variables` of `{"name", "value"}`.',
      fallback: '{"contact_variables":[],"non_contact_variables":[]}',
    },
    fileAnswer: {
      name: `${prefix}_FILE_ANSWER`,
      schema: json(parseFiles),
      doc: 'The files that answer a block asking for some: a JSON list of `{"filename", "link", "mime_type", "extension"}`. Unset: what the user says is sent as text.',
    },
  } as const satisfies Settings;
}
