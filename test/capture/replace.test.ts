import { createReplacer } from '../../lambda/capture/replace';

const SECRETS = [
  { name: 'WOTNOT_TOKEN', value: 'eyJhbGciOi.secret' },
  { name: 'APP_ID', value: '4711' },
];
const replacer = (words = false) => createReplacer({ salt: 'salt', secrets: SECRETS, words });

test('an id has one replacement of its shape, also within other ids and in paths', () => {
  const { value, path } = replacer();
  const made = value({
    visitor: { key: 'a1b2c3d4e5f6a1b2c3d4e5f6_77', user_external_id: 'a1b2c3d4e5f6a1b2c3d4e5f6' },
  }) as {
    visitor: { key: string; user_external_id: string };
  };
  expect(made.visitor.key).toMatch(/^[0-9a-f]{24}_\d\d$/);
  expect(made.visitor.key.startsWith(made.visitor.user_external_id)).toBe(true);
  expect(path('/users/a1b2c3d4e5f6a1b2c3d4e5f6/messages')).toBe(`/users/${made.visitor.user_external_id}/messages`);
});

test('numbers that are ids stay numbers', () => {
  const { value } = replacer();
  const made = value({ userID: 81, again: { userID: 81 }, other: { userID: 82 } }) as Record<string, never>;
  expect(typeof made.userID).toBe('number');
  expect(made.again).toEqual({ userID: made.userID });
  expect(made.other).not.toEqual({ userID: made.userID });
  expect(made.userID).not.toBe(81);
});

test('settings are named where their values stood', () => {
  const { value, path, header, text } = replacer();
  expect(value({ token: 'eyJhbGciOi.secret', app: 4711, text: 'x eyJhbGciOi.secret' })).toEqual({
    ...{ token: '<WOTNOT_TOKEN>', app: '<APP_ID>', text: 'x <WOTNOT_TOKEN>' },
  });
  expect(path('/apps/4711?access_token=eyJhbGciOi.secret')).toBe('/apps/<APP_ID>?access_token=<WOTNOT_TOKEN>');
  expect(header('authorization', 'Bearer eyJhbGciOi.secret')).toBe('<WOTNOT_TOKEN>');
  expect(header('authorization', 'Bearer other')).toBeUndefined();
  expect(header('x-forwarded-for', '203.0.113.7')).toBeUndefined();
  expect(text('denied: eyJhbGciOi.secret')).toBe('xxxxxx: <WOTNOT_TOKEN>');
});

test.each([
  [{ text: 'Hello Anna, 3 rooms!' }, { text: 'Xxxxx Xxxx, 0 xxxxx!' }],
  [{ first_name: 'bot' }, { first_name: 'xxx' }],
  [{ agent: { name: 'agent' } }, { agent: { name: 'xxxxx' } }],
  [
    { type: 'button.response', is_closed: 0, ok: true, none: null },
    { type: 'button.response', is_closed: 0, ok: true, none: null },
  ],
  [{ label: 'text' }, { label: 'xxxx' }],
  [
    { created_at: 1790000000123, timestamp: '2026-11-30T02:00:00Z' },
    { created_at: 1790000000123, timestamp: '2026-11-30T02:00:00Z' },
  ],
  [
    { zip: 10115, amount: 123456 },
    { zip: 10111, amount: 111111 },
  ],
  [{ url: 'https://cdn.shop.example/anna/passport.pdf?sig=1' }, { url: 'https://example.com/xxxx/xxxxxxxx.pdf?x=x' }],
  [{ payload: '{"userName":"Anna"}' }, { payload: '{"userName":"Xxxx"}' }],
  [{ 'Anna Nowak': 'x y' }, { 'Xxxx Xxxxx': 'x x' }],
  [{ text: 'नमस्ते 東京' }, { text: 'xxxx xx' }],
])('of %j nothing is left that is somebody’s', (given, kept) => {
  expect(replacer().value(given)).toEqual(kept);
});

test('with words what leads to somebody is still replaced', () => {
  const { value } = replacer(true);
  expect(value({ text: 'Write to anna@nowak.example or +49 (170) 123-4567', first_name: 'Anna' })).toEqual({
    text: 'Write to name@example.com or +00 (000) 000-0000',
    first_name: 'Xxxx',
  });
});
