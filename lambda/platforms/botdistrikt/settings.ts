import { anyText, checked, type Settings, text, url } from '../../config/setting';
import {
  CHOICE_FIELDS,
  DEFAULT_AUTHORIZATION,
  DEFAULT_CHOICE_TEMPLATE,
  DEFAULT_MESSAGE_TEMPLATE,
  MESSAGE_FIELDS,
  parseTemplate,
} from './template';

const template = (fields: readonly string[]) =>
  checked((value) => {
    const result = parseTemplate(value, fields);
    return typeof result === 'string' ? result : undefined;
  });

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
    fallback: DEFAULT_AUTHORIZATION,
  },
  messageTemplate: {
    name: 'BOTDISTRIKT_MESSAGE_TEMPLATE',
    schema: template(MESSAGE_FIELDS),
    doc: "A text of the user as the vendor's `message` object: JSON with `{{text}}`; assumed, as the vendor does not describe it.",
    fallback: DEFAULT_MESSAGE_TEMPLATE,
  },
  choiceTemplate: {
    name: 'BOTDISTRIKT_CHOICE_TEMPLATE',
    schema: template(CHOICE_FIELDS),
    doc: "A picked quick reply or button as the vendor's `message` object: JSON with `{{words}}`, `{{title}}` or `{{payload}}`; assumed, as the vendor does not describe it.",
    fallback: DEFAULT_CHOICE_TEMPLATE,
  },
  startOverWords: {
    name: 'BOTDISTRIKT_START_OVER',
    schema: anyText,
    doc: 'What the bot is told when the user wants to start over: the word that one would type in its web chat. Default: "start over", in the language of the user.',
    example: 'restart',
  },
} as const satisfies Settings;
