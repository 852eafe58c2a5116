import { anyText, parsed, type Settings, text, url } from '../../config/setting';
import type { OptionsOf } from '../definition';
import { CHOICE_FIELDS, MESSAGE_FIELDS, parseTemplate } from './message';

/** Settings of the webchat API. */
export const BOTDISTRIKT_SETTINGS = {
  webchatAppId: {
    name: 'BOTDISTRIKT_WEBCHAT_APP_ID',
    schema: text((value) => /^\d+$/.test(value), 'must be the number shown on the Website Chat integration page'),
    doc: 'Webchat App ID of the Website Chat integration.',
    required: true,
    example: '1234',
  },
  domain: {
    name: 'BOTDISTRIKT_DOMAIN',
    schema: anyText,
    doc: 'The custom domain registered for this channel. It works like a password: make it unguessable.',
    required: true,
    secret: true,
  },
  baseUrl: {
    name: 'BOTDISTRIKT_BASE_URL',
    schema: url,
    doc: "The platform's API.",
    fallback: 'https://flow.botdistrikt.com/api',
  },
  authorization: {
    name: 'BOTDISTRIKT_AUTHORIZATION',
    schema: text((value) => value.includes('{{webchat_id}}'), 'must use {{webchat_id}}'),
    doc: "The value of the Authorization header of a message; assumed, as the vendor's page does not show one.",
    fallback: '{{webchat_id}}',
  },
  messageTemplate: {
    name: 'BOTDISTRIKT_MESSAGE_TEMPLATE',
    schema: parsed((value) => parseTemplate(value, MESSAGE_FIELDS)),
    doc: "A text of the user as the vendor's `message` object: JSON with `{{text}}`; assumed, as the vendor does not describe it.",
    fallback: '{"text":"{{text}}"}',
  },
  choiceTemplate: {
    name: 'BOTDISTRIKT_CHOICE_TEMPLATE',
    schema: parsed((value) => parseTemplate(value, CHOICE_FIELDS)),
    doc: "A picked quick reply or button as the vendor's `message` object: JSON with `{{words}}`, `{{title}}` or `{{payload}}`; assumed, as the vendor does not describe it.",
    fallback: '{"text":"{{words}}"}',
  },
  startOverWords: {
    name: 'BOTDISTRIKT_START_OVER',
    schema: anyText,
    doc: 'What the bot is told when the user wants to start over: the word that one would type in its web chat. Default: "start over", in the language of the user.',
    example: 'restart',
  },
} as const satisfies Settings;

export type BotDistriktOptions = OptionsOf<typeof BOTDISTRIKT_SETTINGS>;
