import { deployedSettings } from '../../operator/deploy/settings';

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
    expect.stringMatching(/^LOG_LEVEL must be one of/),
    expect.stringMatching(/^WOTNOT_BOT_KEY is missing: /),
  ]);
});

test('more than the functions can hold is refused here, not by AWS after minutes', () => {
  const { problems } = deployedSettings({ ...SET, WOTNOT_TOKEN: 'x'.repeat(4000) }) as { problems: readonly string[] };
  expect(problems).toEqual([expect.stringMatching(/^The settings take \d+ bytes; ALOUD_SETTINGS holds 3072$/)]);
});
