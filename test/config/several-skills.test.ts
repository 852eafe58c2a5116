import { formerNames, loadConfig } from '../../lambda/app/config';
import type { Environment, SkillEnvironment } from '../../lambda/config/environment';
import { linesOf } from '../support/problems';

const PROCESS: Environment = { ALOUD_SECRET: 'the secret of the store, 32 letters', ALOUD_STORE: 'sqlite:./all.db' };

const DENTIST: SkillEnvironment = {
  name: 'dentist',
  environment: {
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SKILL_ID: 'amzn1.ask.skill.dentist',
    ALOUD_SECRET: 'the secret of the dentist, 32 letters',
    BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
    BOTDISTRIKT_DOMAIN: 'https://a9sn38h.example',
  },
};

const HOTEL: SkillEnvironment = {
  name: 'hotel',
  environment: {
    ALOUD_PLATFORM: 'wotnot',
    ALOUD_SKILL_ID: 'amzn1.ask.skill.hotel',
    ALOUD_SECRET: 'the secret of the hotel, 32 letters!',
    WOTNOT_BOT_KEY: '8Kd2',
    WOTNOT_TOKEN: 'a-token',
    WOTNOT_WEBHOOK_TOKEN: 'another-token',
  },
};

function withSet(skill: SkillEnvironment, change: Environment): SkillEnvironment {
  return { ...skill, environment: { ...skill.environment, ...change } };
}

function problems(process: Environment, skills: readonly SkillEnvironment[]): readonly string[] {
  return linesOf(() => loadConfig(process, skills));
}

test('a process has its settings once, and each skill its own', () => {
  const { store, secret, skills } = loadConfig(PROCESS, [DENTIST, HOTEL]);
  expect({ store, secret }).toEqual({ store: 'sqlite:./all.db', secret: PROCESS.ALOUD_SECRET });
  expect(skills.map(({ name, platform, secret, skillIds }) => [name, platform.name, secret, skillIds])).toEqual([
    ['dentist', 'botdistrikt', DENTIST.environment.ALOUD_SECRET, ['amzn1.ask.skill.dentist']],
    ['hotel', 'wotnot', HOTEL.environment.ALOUD_SECRET, ['amzn1.ask.skill.hotel']],
  ]);
});

test('what the process sets is a default of each skill, also where the skill leaves it empty on purpose', () => {
  const shared = { ...PROCESS, ALOUD_QUIET_MS: '900', ALOUD_UNMATCHED_DAYS: '3' };
  const { skills } = loadConfig(shared, [
    withSet(DENTIST, { ALOUD_QUIET_MS: '300' }),
    withSet(HOTEL, { ALOUD_UNMATCHED_DAYS: '' }),
  ]);
  expect(skills.map(({ quietMs, unmatchedDays }) => [quietMs, unmatchedDays])).toEqual([
    [300, 3],
    [900, undefined],
  ]);
});

test('no skill takes the ids, the secret, the name or the messaging credentials of the process for its own', () => {
  const shared = { ...PROCESS, ALEXA_CLIENT_ID: 'one', ALEXA_CLIENT_SECRET: 'one', ALOUD_NAME: 'One' };
  const [skill] = loadConfig(shared, [HOTEL]).skills;
  expect(skill).toMatchObject({ alexaClientId: undefined, alexaClientSecret: undefined, businessName: undefined });
  const bare = withSet(HOTEL, { ALOUD_SKILL_ID: undefined, ALOUD_SECRET: undefined });
  expect(problems({ ...shared, ALOUD_SKILL_ID: 'amzn1.ask.skill.one' }, [bare])).toEqual([
    expect.stringMatching(/^skills\/hotel\/\.env: ALOUD_SKILL_ID is missing: /),
    expect.stringMatching(/^skills\/hotel\/\.env: ALOUD_SECRET is missing: /),
  ]);
});

test('what is wrong in any of them is told at once, with the file that has it', () => {
  const skills = [
    withSet(DENTIST, { PORT: '3001', ALOUD_QUIET_MS: 'soon' }),
    withSet(HOTEL, { WOTNOT_BOT_KEY: undefined, ALOUD_SKILL_ID: DENTIST.environment.ALOUD_SKILL_ID }),
    { name: 'bakery', environment: {}, fault: 'there is no such file' },
    { ...withSet(HOTEL, { ALOUD_SECRET: DENTIST.environment.ALOUD_SECRET }), name: 'a b' },
  ];
  expect(problems({ LOG_LEVEL: 'loud', ALOUD_PAGE_SECONDS: '1' }, skills)).toEqual([
    "skills/dentist/.env: PORT is of the whole process: set it in the project's root, not for a skill",
    'skills/dentist/.env: ALOUD_QUIET_MS must be a whole number from 0 to 5000',
    'ALOUD_PAGE_SECONDS must be a whole number from 15 to 120',
    expect.stringMatching(/^skills\/hotel\/\.env: WOTNOT_BOT_KEY is missing: /),
    'skills/bakery/.env: there is no such file',
    'skills/a b/.env: the name of its folder may have letters, digits and - in it, at most 40',
    expect.stringMatching(/^LOG_LEVEL must be one of: /),
    expect.stringMatching(/^ALOUD_SECRET is missing: /),
    'the skills dentist and hotel have the same ALOUD_SKILL_ID, amzn1.ask.skill.dentist',
    'the skills dentist and a b have the same ALOUD_SECRET',
  ]);
});

test('a secret is in no line', () => {
  const lines = problems(PROCESS, [withSet(DENTIST, { ALOUD_SECRET: 'too short' }), DENTIST]);
  expect(lines.join()).not.toContain('too short');
  expect(lines).toContain('two skills are named dentist');
});

test('a former name is told with the file that has it', () => {
  const skill = withSet(HOTEL, { ALOUD_NOTICES_PER_SECOND: '5' });
  expect(formerNames(PROCESS, [DENTIST, skill])).toEqual([
    expect.stringMatching(/^skills\/hotel\/\.env: ALOUD_NOTICES_PER_SECOND is deprecated, /),
  ]);
});
