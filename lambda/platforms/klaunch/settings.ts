import { anyText, type Settings, text, wholeNumber } from '../../config/setting';
import type { OptionsOf } from '../definition';

/** Settings of the API medium. */
export const KLAUNCH_SETTINGS = {
  url: {
    name: 'KLAUNCH_URL',
    schema: text(isAddress, 'must be an http:// or https:// URL, without a user name'),
    doc: 'The whole address of the API, from the "Request Example" of the API channel.',
    required: true,
    example: 'https://example.com/path/of/the/request/example',
  },
  channelID: {
    name: 'KLAUNCH_CHANNEL_ID',
    schema: anyText,
    doc: 'Channel ID of the API channel.',
    required: true,
    example: 'D9LjuWl0jappznT5',
  },
  token: {
    name: 'KLAUNCH_TOKEN',
    schema: anyText,
    doc: 'Channel Token of the API channel.',
    required: true,
    secret: true,
  },
  hashtag: {
    name: 'KLAUNCH_HASHTAG',
    schema: text(isKeyword, 'must be the keyword alone, such as #hotel'),
    doc: "The hashtag (keyword) of the bot's deployment on the API channel, literally; in quotes in a .env file, where # begins a comment.",
    required: true,
    example: '"#hotel"',
  },
  messagesPerMinute: {
    name: 'KLAUNCH_MESSAGES_PER_MINUTE',
    schema: wholeNumber(1, 60_000),
    doc: 'How many messages all users and processes together send at most, evenly over the minute: less than the limit of the plan. What would have to wait longer than its turn is told to be busy. Unset: as they come.',
    example: '60',
  },
} as const satisfies Settings;

export type KlaunchOptions = OptionsOf<typeof KLAUNCH_SETTINGS>;

function isAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && !username && !password;
}

/** Some readers of .env files keep the quotes. */
function isKeyword(value: string): boolean {
  return /[\p{L}\p{N}]/u.test(value) && !/^["'`]|["'`]$/.test(value);
}
