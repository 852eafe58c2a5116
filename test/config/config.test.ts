import { ALL_SETTINGS, loadConfig } from '../../lambda/app/config';
import { loadConfig as loadFor } from '../../lambda/config/config';
import type { Environment } from '../../lambda/config/environment';
import { formerNames } from '../../lambda/config/former-names';
import { anyText } from '../../lambda/config/setting';
import type { AloudError } from '../../lambda/errors';
import { PLATFORM_NAMES, PLATFORMS } from '../../lambda/platforms';

const GOOD: Environment = {
  ALOUD_PLATFORM: 'botdistrikt',
  ALOUD_SKILL_ID: 'amzn1.ask.skill.one, amzn1.ask.skill.two',
  ALOUD_SECRET: 'x'.repeat(32),
  BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
  BOTDISTRIKT_DOMAIN: 'https://a9sn38h.example',
};

function problems(env: Environment): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    expect(error).toMatchObject({ code: 'ALOUD_CONFIG_INVALID' });
    return (error as AloudError).message.split('\n');
  }
}

test('the five settings that must be given are enough', () => {
  expect(loadConfig(GOOD)).toEqual({
    store: 'sqlite:./data/aloud.db',
    secret: 'x'.repeat(32),
    inboxDays: 7,
    publicUrl: undefined,
    host: '0.0.0.0',
    port: 3000,
    metricsToken: undefined,
    otlpEndpoint: undefined,
    otlpTracesEndpoint: undefined,
    otlpHeaders: undefined,
    serviceName: 'aloud',
    logLevel: 'info',
    skills: [
      {
        name: 'default',
        skillIds: ['amzn1.ask.skill.one', 'amzn1.ask.skill.two'],
        secret: 'x'.repeat(32),
        businessName: undefined,
        businessFile: 'business.yaml',
        turnBudgetMs: 6500,
        quietMs: 700,
        pageSeconds: 40,
        speakers: 'account',
        alexaClientId: undefined,
        alexaClientSecret: undefined,
        alexaStage: 'live',
        notificationsPerSecond: 20,
        alexaLwaUrl: undefined,
        alexaApiUrl: undefined,
        platform: {
          name: 'botdistrikt',
          definition: PLATFORMS.botdistrikt,
          values: {
            baseUrl: 'https://flow.botdistrikt.com/api',
            webchatAppId: '1234',
            domain: 'https://a9sn38h.example',
            authorization: '{{webchat_id}}',
            messageTemplate: expect.any(Function),
            choiceTemplate: expect.any(Function),
          },
        },
      },
    ],
  });
});

test('headers for the collector are read as OpenTelemetry writes them', () => {
  const read = (OTEL_EXPORTER_OTLP_HEADERS: string) => loadConfig({ ...GOOD, OTEL_EXPORTER_OTLP_HEADERS }).otlpHeaders;
  expect(read('Authorization=Basic%20dXNlcjpr%3D%3D, x-scope = a=b')).toEqual({
    Authorization: 'Basic dXNlcjpr==',
    'x-scope': 'a=b',
  });
  for (const wrong of ['s3cret', '=s3cret', 'a b=s3cret', 'a=s3cret%0d%0ab', 'a=s3cret%', 'a=s3cret,', 'a=s3crét']) {
    const [line, ...more] = problems({ ...GOOD, OTEL_EXPORTER_OTLP_HEADERS: wrong });
    expect([line, more]).toEqual([expect.stringMatching(/^OTEL_EXPORTER_OTLP_HEADERS must be name=value/), []]);
    // It may hold what proves who sends.
    expect(line).not.toContain('s3cr');
  }
});

test('every problem is told at once, one line each', () => {
  const lines = problems({ ALOUD_PLATFORM: 'botdistrikt', PORT: '99999', LOG_LEVEL: 'loud', ALOUD_SECRET: 'short' });
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'ALOUD_SKILL_ID',
    'ALOUD_SECRET',
    'BOTDISTRIKT_WEBCHAT_APP_ID',
    'BOTDISTRIKT_DOMAIN',
    'PORT',
    'LOG_LEVEL',
  ]);
});

test('an unknown platform is told with the known ones, and no platform is asked for', () => {
  expect(problems({ ...GOOD, ALOUD_PLATFORM: 'dialogflow', BOTDISTRIKT_DOMAIN: '' })).toEqual([
    `ALOUD_PLATFORM must be one of: ${PLATFORM_NAMES.join(', ')}, or the path of a file of your own (./my-bot.js)`,
  ]);
});

test('an empty variable is an unset one', () => {
  expect(loadConfig({ ...GOOD, PORT: '', ALOUD_NAME: ' ' })).toMatchObject({
    port: 3000,
    skills: [{ businessName: undefined }],
  });
});

describe('a setting that has a new name', () => {
  const OLD = { ALOUD_NOTICES_PER_SECOND: '7' };

  test('still works under the former one, and the log is told the new one, once', () => {
    expect(loadConfig({ ...GOOD, ...OLD })).toMatchObject({ skills: [{ notificationsPerSecond: 7 }] });
    expect(formerNames(ALL_SETTINGS, { ...GOOD, ...OLD })).toEqual([
      'ALOUD_NOTICES_PER_SECOND is deprecated, and works for one more minor version: set ALOUD_NOTIFICATIONS_PER_SECOND instead',
    ]);
  });

  test('also among the packed settings of a deployment', () => {
    const env = { ...GOOD, ALOUD_SETTINGS: JSON.stringify(OLD) };
    expect(loadConfig(env)).toMatchObject({ skills: [{ notificationsPerSecond: 7 }] });
    expect(formerNames(ALL_SETTINGS, env)).toHaveLength(1);
  });

  test('goes by the new one where both are set', () => {
    expect(loadConfig({ ...GOOD, ...OLD, ALOUD_NOTIFICATIONS_PER_SECOND: '9' })).toMatchObject({
      skills: [{ notificationsPerSecond: 9 }],
    });
  });

  test('is named as it was set where its value is wrong', () => {
    expect(problems({ ...GOOD, ALOUD_NOTICES_PER_SECOND: 'many' })).toEqual([
      'ALOUD_NOTICES_PER_SECOND must be a whole number from 1 to 1000',
    ]);
  });

  test('needs no word where only new names are set', () => {
    expect(formerNames(ALL_SETTINGS, { ...GOOD, ALOUD_NOTIFICATIONS_PER_SECOND: '9' })).toEqual([]);
  });
});

test.each([
  ['ALOUD_SKILL_ID', 'my-skill'],
  ['ALOUD_SKILL_ID', 'amzn1.ask.skill.one,,'],
  ['ALOUD_STORE', 'postgres://db'],
  ['ALOUD_STORE', 'sqlite:'],
  ['ALOUD_STORE', 'dynamodb:'],
  ['ALOUD_STORE', 'dynamodb:no such table'],
  ['ALOUD_PUBLIC_URL', 'alexa.example.com'],
  ['ALOUD_PUBLIC_URL', 'ftp://alexa.example.com'],
  ['PORT', '3000.5'],
  ['PORT', '-1'],
  ['ALOUD_TURN_BUDGET_MS', '8000'],
  ['ALOUD_TURN_BUDGET_MS', 'soon'],
  ['ALOUD_METRICS_TOKEN', 'short'],
  ['ALOUD_NAME', 'n'.repeat(51)],
  ['BOTDISTRIKT_WEBCHAT_APP_ID', 'app-7'],
  ['BOTDISTRIKT_AUTHORIZATION', 'Bearer token'],
  ['BOTDISTRIKT_MESSAGE_TEMPLATE', '{"text":"{{text}}"'],
  ['BOTDISTRIKT_MESSAGE_TEMPLATE', '{"text":"hello"}'],
  ['BOTDISTRIKT_CHOICE_TEMPLATE', '{"text":"{{text}}"}'],
])('%s=%s stops the start with one line that names it', (name, value) => {
  const lines = problems({ ...GOOD, [name]: value });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^${name} \\w`));
});

test('a value never stands in a message, wherever a secret was put by mistake', () => {
  const secret = 'sk-live-0123456789';
  for (const { name } of ALL_SETTINGS) {
    expect(problems({ ...GOOD, [name]: secret }).join('\n')).not.toContain(secret);
  }
});

test('the platforms are whichever it is given', () => {
  const cage = { name: 'PARROT_CAGE', schema: anyText, doc: 'The cage.', required: true } as const;
  const platforms = { parrot: { settings: { cage } } };
  const env = { ...GOOD, ALOUD_PLATFORM: 'parrot', PARROT_CAGE: 'gilded' };
  expect(loadFor(env, platforms).skills[0].platform).toEqual({ name: 'parrot', values: { cage: 'gilded' } });
  expect(() => loadFor(GOOD, platforms)).toThrow('ALOUD_PLATFORM must be one of: parrot');
});
