import { voximplant } from '../../../lambda/platforms/voximplant';
import { baseUrlOf } from '../../../lambda/platforms/voximplant/settings';

const parse = (name: string, value: string) => voximplant.settings[name]?.schema.safeParse(value);

it.each([
  ['region', 'EU'],
  ['region', 'eu.evil.example/'],
  ['region', 'eu@evil'],
  ['channelUuid', 'https://kit-im-eu.voximplant.com/0b8f3d52-5c5f-4c69-9a3e-2f1f6f2c9d01'],
  ['channelUuid', '../api'],
  ['baseUrl', 'kit-im-eu.voximplant.com'],
])('%s %s is refused', (name, value) => {
  expect(parse(name, value)?.success).toBe(false);
});

it.each([
  ['region', 'ru2', 'ru2'],
  ['channelUuid', '0b8f3d52-5c5f-4c69-9a3e-2f1f6f2c9d01', '0b8f3d52-5c5f-4c69-9a3e-2f1f6f2c9d01'],
  ['baseUrl', 'https://kit-im-eu.voximplant.com/', 'https://kit-im-eu.voximplant.com'],
])('%s %s is taken', (name, value, read) => {
  expect(parse(name, value)).toMatchObject({ success: true, data: read });
});

it('names its settings, and may not show the secret ones', () => {
  const all = Object.values(voximplant.settings);
  const names = (select: (setting: (typeof all)[number]) => unknown) => all.filter(select).map(({ name }) => name);
  expect(names(({ secret }) => secret)).toEqual(['VOXIMPLANT_API_TOKEN', 'VOXIMPLANT_SALT']);
  expect(names(({ required }) => required)).toEqual([
    'VOXIMPLANT_ACCOUNT',
    'VOXIMPLANT_API_TOKEN',
    'VOXIMPLANT_CHANNEL_UUID',
    'VOXIMPLANT_SALT',
  ]);
  expect(names(({ required }) => !required)).toEqual([
    'VOXIMPLANT_REGION',
    'VOXIMPLANT_BASE_URL',
    'VOXIMPLANT_START_OVER',
  ]);
});

it('goes to the host of the region, or where else it is told to', () => {
  expect(baseUrlOf({ region: 'kz' })).toBe('https://kit-im-kz.voximplant.com');
  expect(baseUrlOf({ region: 'kz', baseUrl: 'http://127.0.0.1:8080' })).toBe('http://127.0.0.1:8080');
  expect(() => baseUrlOf({})).toThrow(
    expect.objectContaining({ code: 'ALOUD_CONFIG_INVALID', message: expect.stringContaining('VOXIMPLANT_REGION') }),
  );
});
