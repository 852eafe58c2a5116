import type { PlatformDefinition } from '../../../lambda/platforms/definition';
import { chataibot, wotnot } from '../../../lambda/platforms/wotnot';

function read(definition: PlatformDefinition, key: string, text?: string) {
  const setting = definition.settings[key];
  const result = setting?.schema.safeParse(text ?? setting.fallback);
  return result?.success ? result.data : result?.error.issues[0]?.message;
}

const FILE = { filename: 'a.png', link: 'https://x.example/a.png', mime_type: 'image/png', extension: 'png' };
const VARIABLES = {
  contact_variables: [{ name: 'name', value: 'John' }],
  non_contact_variables: [{ name: 'ans', value: 2 }],
};
const LISTS = 'must be a JSON object of contact_variables and non_contact_variables';
const FILES = 'must be a JSON list of objects with filename, link, mime_type, extension';

it('are those of WotNot and the same of its white label', () => {
  const names = ({ settings }: PlatformDefinition) => Object.values(settings).map(({ name }) => name);
  expect(names(wotnot)).toEqual(expect.arrayContaining(['WOTNOT_TOKEN', 'WOTNOT_BOT_KEY', 'WOTNOT_WEBHOOK_TOKEN']));
  expect(names(chataibot)).toEqual(names(wotnot).map((name) => name.replace('WOTNOT_', 'CHATAIBOT_')));
  expect([wotnot.title, chataibot.title]).toEqual(['WotNot', 'ChatAIBot']);
});

it("have each brand's own address, and defaults that are valid", () => {
  expect(read(wotnot, 'baseUrl')).toBe('https://app.wotnot.io/api/v1');
  expect(read(chataibot, 'baseUrl')).toBe('https://app.chataibot.io/api/v1');
  expect(['botKeyField', 'startText', 'buttonAnswer', 'handshake'].map((key) => read(wotnot, key))).toEqual([
    'bot_key',
    'Hello',
    'button.response',
    'json',
  ]);
  expect(read(wotnot, 'scriptVariables')).toEqual({ contact_variables: [], non_contact_variables: [] });
});

it('keep what is secret a secret', () => {
  const secret = Object.values(wotnot.settings).filter((setting) => setting.secret);
  expect(secret.map(({ name }) => name)).toEqual(['WOTNOT_TOKEN', 'WOTNOT_WEBHOOK_TOKEN']);
});

it.each<[string, string, unknown]>([
  ['token', 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln', 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln'],
  ['token', 'Bearer eyJh', 'must be the bare token, without "Bearer"'],
  ['token', 'eyJh\r\nx: y', 'must be the bare token, without "Bearer"'],
  ['botKeyField', 'publish_key', 'publish_key'],
  ['botKeyField', 'key', 'must be one of: bot_key, publish_key, both'],
  ['buttonAnswer', 'multi_button.response', 'multi_button.response'],
  ['buttonAnswer', 'a button', 'must be the type of a message, such as button.response'],
  ['handshake', 'xml', 'must be one of: json, text'],
  ['scriptVariables', JSON.stringify(VARIABLES), VARIABLES],
  ['scriptVariables', '{"contact_variables":[]}', { contact_variables: [], non_contact_variables: [] }],
  ['scriptVariables', '{', LISTS],
  ['scriptVariables', '[]', LISTS],
  ['scriptVariables', '{"variables":[]}', LISTS],
  ['scriptVariables', '{"contact_variables":{}}', 'must hold {"name", "value"} objects in contact_variables'],
  [
    'scriptVariables',
    '{"non_contact_variables":[{"name":1,"value":1}]}',
    'must hold {"name", "value"} objects in non_contact_variables',
  ],
  [
    'scriptVariables',
    '{"non_contact_variables":[{"name":"a"}]}',
    'must hold {"name", "value"} objects in non_contact_variables',
  ],
  ['fileAnswer', JSON.stringify([FILE]), [FILE]],
  ['fileAnswer', '[]', FILES],
  ['fileAnswer', 'a.png', FILES],
  ['fileAnswer', '[{"filename":"a.png"}]', FILES],
])('%s %s is %j', (key, text, expected) => {
  expect(read(wotnot, key, text)).toEqual(expected);
});
