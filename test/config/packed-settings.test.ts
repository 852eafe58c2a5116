import { unpackSettings } from '../../lambda/config/packed-settings';

test('the packed settings are settings like any other, and what has its own variable counts more', () => {
  const env = { ALOUD_SETTINGS: '{"ALOUD_NAME":"Bluebell","LOG_LEVEL":"debug"}', LOG_LEVEL: 'warn' };
  expect(unpackSettings(env)).toMatchObject({ ALOUD_NAME: 'Bluebell', LOG_LEVEL: 'warn' });
});

test('without them nothing changes', () => {
  expect(unpackSettings({ PORT: '3000' })).toEqual({ PORT: '3000' });
});

test.each(['{', '[]', 'null', '"s3cret"', '{"ALOUD_SECRET":1}'])('%s is refused, and not repeated', (packed) => {
  expect(() => unpackSettings({ ALOUD_SETTINGS: packed })).toThrow(/^ALOUD_SETTINGS must be a JSON object of texts$/);
});
