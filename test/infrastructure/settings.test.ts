import { createHash } from 'node:crypto';
import { deployedSettings } from '../../operator/deploy/settings';
import { deployedSkill } from '../../operator/deploy/skill-settings';

const SET = {
  ALOUD_PLATFORM: 'wotnot',
  ALOUD_SECRET: 'a secret of more than 32 characters',
  WOTNOT_TOKEN: 'token',
  WOTNOT_BOT_KEY: 'key',
  WOTNOT_WEBHOOK_TOKEN: 'another token',
};

test('the settings of all skills and of the chosen platform are deployed, and nothing else of the environment', () => {
  const others = { PATH: '/bin', CHATAIBOT_TOKEN: 'x', AWS_SECRET_ACCESS_KEY: 'x', ALOUD_NAME: '' };
  expect(deployedSettings({ ...SET, ...others })).toMatchObject({ settings: SET });
});

test('what the stack sets itself, and what only a server has, stays at home', () => {
  const home = {
    ALOUD_SKILL_ID: 'amzn1.ask.skill.other',
    ALOUD_STORE: 'sqlite:./data/aloud.db',
    ALEXA_CLIENT_SECRET: 'x',
    PORT: '3000',
    ALOUD_METRICS_TOKEN: 'a token of sixteen characters',
  };
  expect(deployedSettings({ ...SET, ...home })).toMatchObject({ settings: SET });
});

test('a setting under its former name is deployed under the new one', () => {
  expect(deployedSettings({ ...SET, ALOUD_NOTICES_PER_SECOND: '7' })).toMatchObject({
    settings: { ...SET, ALOUD_NOTIFICATIONS_PER_SECOND: '7' },
  });
});

test('every problem has a line, and no line has a value', () => {
  const { problems } = deployedSettings({ ...SET, ALOUD_SECRET: 'short', WOTNOT_BOT_KEY: '', LOG_LEVEL: 'loud' }) as {
    problems: readonly string[];
  };
  expect(problems).toEqual([
    'ALOUD_SECRET must have at least 32 characters',
    expect.stringMatching(/^WOTNOT_BOT_KEY is missing: /),
    expect.stringMatching(/^LOG_LEVEL must be one of/),
  ]);
});

test('more than the functions can hold is refused here, not by AWS after minutes', () => {
  const { problems } = deployedSettings({ ...SET, WOTNOT_TOKEN: 'x'.repeat(4000) }) as { problems: readonly string[] };
  expect(problems).toEqual([expect.stringMatching(/^The settings take \d+ bytes; ALOUD_SETTINGS holds 3072$/)]);
});

describe('one of several skills', () => {
  const { ALOUD_SECRET, ALOUD_PLATFORM, ...own } = SET;
  const shared = {
    ALOUD_SECRET,
    ALOUD_PLATFORM,
    ALOUD_SKILL_ID: 'amzn1.ask.skill.other',
    ALOUD_NAME: 'Nobody',
    PATH: '/bin',
  };
  const bakery = {
    name: 'bakery',
    environment: { ...own, ALOUD_SECRET: 'the secret of the bakery, 32 letters', HOME: '/' },
  };
  const hotel = { name: 'hotel', environment: { ALOUD_SECRET: 'the secret of the hotel, of 32 letters' } };

  test('what all share, and what it sets itself, go to different secrets', () => {
    expect(deployedSkill({ own: bakery, shared }, undefined, [hotel])).toEqual({
      shared: { ALOUD_SECRET, ALOUD_PLATFORM },
      own: { ...own, ALOUD_SECRET: bakery.environment.ALOUD_SECRET },
      webhook: { secret: bakery.environment.ALOUD_SECRET, platform: 'wotnot' },
    });
  });

  test('a problem names its file, and faults of another skill are no problem of this one', () => {
    const broken = { ...bakery, environment: { ...bakery.environment, WOTNOT_TOKEN: '' } };
    const unreadable = { name: 'zoo', environment: {}, fault: 'there is no such file' };
    const { problems } = deployedSkill({ own: broken, shared }, undefined, [unreadable]) as { problems: string[] };
    expect(problems).toEqual([expect.stringMatching(/^skills\/bakery\/\.env: WOTNOT_TOKEN is missing: /)]);
    const alike = { name: 'twin', environment: { ALOUD_SECRET: bakery.environment.ALOUD_SECRET } };
    expect(deployedSkill({ own: bakery, shared }, undefined, [hotel, alike])).toEqual({
      problems: ['the skills twin and bakery have the same ALOUD_SECRET'],
    });
  });

  test('more words than a secret holds, however well they are packed, are refused here', () => {
    const hints = Array.from({ length: 8000 }, (_, index) =>
      createHash('sha256').update(String(index)).digest('base64'),
    );
    const business = { locales: { 'en-US': { hints } } };
    const { problems } = deployedSkill({ own: bakery, shared }, business, []) as { problems: string[] };
    expect(problems).toEqual([
      expect.stringMatching(/^bakery: its settings and words take \d+ bytes; a secret of AWS holds 65536$/),
    ]);
  });
});
