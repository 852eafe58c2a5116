import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { businessFileOf } from '../business/load';
import { isLocale, type Locale } from '../business/locales';
import { projectRoot } from '../simulator/root';
import { type Call, EXIT, type Exit, type Run } from './command';
import { diagnose } from './doctor';
import { readEnvFile } from './env-file';
import { askBusiness, businessOf, type Place } from './init/ask-business';
import { askSettings } from './init/ask-settings';
import { draftFaults } from './init/business-faults';
import { type BusinessDraft, businessText } from './init/business-text';
import { type EnvDraft, envText, openSettings } from './init/env-text';
import { type Given, readGiven } from './init/given';
import { invented, newSecret } from './init/invented';
import { chooseNewSkill, givenFor, processFaults, processFile } from './init/new-skill';
import { nextSteps } from './init/next-steps';
import { chosenIn } from './init/platform';
import { type NewFile, writeFiles } from './init/write';
import { folderOf, wordsFor } from './own-skill';
import { OperatorProblem, told } from './problem';
import { openPrompts, type Prompts } from './prompts';

const ENV_MODE = 0o600;
const BUSINESS_MODE = 0o644;

/** `aloud init` */
export const run: Run = (call) =>
  told(call.screen, async () => setUp(call, call.screen.isInteractive ? await openPrompts() : undefined));

/** @param prompts absent: nobody can be asked */
export async function setUp(typed: Call, prompts: Prompts | undefined): Promise<Exit> {
  const { options, screen } = typed;
  const call = chooseNewSkill(typed);
  const read = readGiven(options);
  const faults = typeof call === 'string' ? [call] : 'faults' in read ? read.faults : processFaults(call, read);
  if (typeof call === 'string' || 'faults' in read || faults.length > 0) {
    for (const fault of faults) screen.note(fault);
    return EXIT.usage;
  }
  const given = givenFor(call, read);
  const made = prompts ? await ask(call, given, prompts) : fill(call, given);
  // Everything is asked before anything is written.
  writeFiles(filesOf(call, made));
  tell(call, made);
  if (!prompts || !given.doctor || !made.env) return EXIT.good;
  if (!(await prompts.confirm('Look at the set-up now (aloud doctor)?'))) return EXIT.good;
  const env = { ...typed.env, ...readEnvFile(join(call.root, '.env'))?.values };
  await diagnose({ ...typed, options: call.skill ? { skill: call.skill.own.name } : {}, env });
  return EXIT.good;
}

/** What is to be written; absent where it stays as it is. */
interface Made {
  readonly env?: EnvDraft;
  readonly business?: BusinessDraft;
}

async function ask(call: Call, given: Given, prompts: Prompts): Promise<Made> {
  const [hasEnv, hasBusiness] = [existsSync(envPath(call)), existsSync(businessPath(call))];
  const inWords = wordsFor(call);
  prompts.intro(inWords('Aloud writes .env and business.yaml, here. Ctrl-C leaves everything as it is.'));
  const mayEnv =
    !hasEnv ||
    given.force ||
    (await prompts.confirm(inWords('There is a .env. Change it? What it sets is kept, its secret always.')));
  const answers = mayEnv ? await askSettings(prompts, given, before(call)) : undefined;
  const mayBusiness =
    !hasBusiness || given.force || (await prompts.confirm(`There is a ${businessFile(call)}. Write over it?`, false));
  const business = mayBusiness ? await askBusiness(prompts, given, placeOf(call)) : undefined;
  // Without a platform the demo's bot answers, which does not start beside settings of a real skill.
  const env = answers && (answers.platform !== undefined || hasEnv) ? envOf(call, answers) : undefined;
  return checked(call, { env, business });
}

/** What the command line says, and no more: the rest is left open. */
function fill(call: Call, given: Given): Made {
  const { screen } = call;
  const inWords = wordsFor(call);
  const hasEnv = existsSync(envPath(call));
  const wantsEnv = given.platform !== undefined || given.where !== undefined || Object.keys(given.values).length > 0;
  const hasBusiness = existsSync(businessPath(call));
  const kept = [
    ...(hasEnv && wantsEnv && !given.force
      ? [inWords('There is a .env:  --force  changes it, and keeps its secret and what else it sets.')]
      : []),
    ...(hasBusiness && given.name !== undefined && !given.force
      ? [`There is a ${businessFile(call)}:  --force  writes over it.`]
      : []),
  ];
  if (kept.length > 0) throw new OperatorProblem(kept);
  const business = hasBusiness && given.name === undefined ? undefined : businessOf(given);
  if (!business && !hasBusiness)
    screen.note(inWords('business.yaml is not written, as nobody says the name:  --name "…"'));
  const stood = before(call);
  const platform = given.platform ?? chosenIn(stood.ALOUD_PLATFORM);
  const values = { ...stood, ...given.values, ...(platform && { ALOUD_PLATFORM: platform }) };
  const env =
    hasEnv && !wantsEnv ? undefined : envOf(call, { platform, where: given.where, ...withInvented(platform, values) });
  if (!env && !business)
    throw new OperatorProblem(['There is nothing to write: .env and the business file are there.']);
  return checked(call, { env, business });
}

/** What stands in .env already. */
function before(call: Call): Readonly<Record<string, string | undefined>> {
  return readEnvFile(envPath(call))?.values ?? {};
}

/** What an operator makes up is made up for them where nobody can be asked. */
function withInvented(platform: string | undefined, values: EnvDraft['values']): Pick<EnvDraft, 'values' | 'madeUp'> {
  const made = openSettings({ platform, where: undefined, values }).flatMap((name) => {
    const value = invented(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { values: { ...values, ...Object.fromEntries(made) }, madeUp: made.map(([name]) => name) };
}

/** An .env that is there keeps its secret, always: with another one every user is a new user. */
function envOf(call: Call, draft: EnvDraft): EnvDraft {
  const secret = before(call).ALOUD_SECRET || draft.values.ALOUD_SECRET || newSecret();
  return { ...draft, ...(call.skill && { part: 'skill' }), values: { ...draft.values, ALOUD_SECRET: secret } };
}

function checked(call: Call, made: Made): Made {
  if (call.skill && !existsSync(envPath(call)) && !made.env?.values.ALOUD_PLATFORM) {
    throw new OperatorProblem([
      'One of several skills has a bot of its own: name its platform, with  --platform',
      'Nothing was written.',
    ]);
  }
  if (!made.business) return made;
  const { file, folder } = placeOf(call);
  const faults = draftFaults(made.business, file, folder);
  if (faults.length > 0) throw new OperatorProblem([...faults, 'Nothing was written.']);
  return made;
}

function filesOf(call: Call, { env, business }: Made): readonly NewFile[] {
  return [
    ...(env ? processFile(call, env) : []),
    ...(env ? [{ path: envPath(call), content: envText(env), mode: ENV_MODE }] : []),
    ...(business
      ? [{ path: businessPath(call), content: businessText(business, schemaFrom(call)), mode: BUSINESS_MODE }]
      : []),
  ];
}

function tell(call: Call, { env, business }: Made): void {
  const { screen } = call;
  const inWords = wordsFor(call);
  if (env) screen.print(inWords('Wrote .env, readable by you alone.'));
  if (business) screen.print(`Wrote ${businessFile(call)}.`);
  const values = env?.values ?? before(call);
  const platform = chosenIn(values.ALOUD_PLATFORM);
  const where = env ? env.where : existsSync(envPath(call)) ? guessed(values) : undefined;
  const steps = nextSteps({
    platform,
    where,
    open: env ? openSettings(env) : [],
    madeUp: env ? env.madeUp : [],
    hasBusiness: existsSync(businessPath(call)),
  });
  screen.print(['', 'Next:', ...steps.map((step, index) => `  ${index + 1}. ${inWords(step)}`)].join('\n'));
  if (env) screen.print(inWords('npx aloud doctor  says at any time what is wrong, and how to mend it.'));
}

function guessed(values: EnvDraft['values']): 'aws' | 'server' {
  return values.ALOUD_PUBLIC_URL ? 'server' : 'aws';
}

/** The business file that is there, or would be. */
function businessFile(call: Call): string {
  const folder = folderOf(call);
  return businessFileOf(call.root, call.env, folder) ?? join(folder, 'business.yaml');
}

/** The file of the settings that is there, or would be. */
function envPath(call: Call): string {
  return join(call.root, folderOf(call), '.env');
}

function businessPath(call: Call): string {
  const file = businessFile(call);
  return isAbsolute(file) ? file : join(call.root, file);
}

/** A checkout has it; elsewhere it is where Aloud is: `./node_modules/aloud`. */
function schemaFrom(call: Call): string {
  const name = 'docs/business.schema.json';
  const folder = existsSync(join(call.root, name)) ? call.root : projectRoot();
  const path = relative(dirname(businessPath(call)), join(folder, name));
  return path.startsWith('.') ? path : `./${path}`;
}

function placeOf(call: Call): Place {
  return { file: businessFile(call), folder: dirname(businessPath(call)), locale: localeOf(call.env) };
}

/** The locale of the terminal, `de_DE.UTF-8`, where Alexa has it. */
function localeOf({ LC_ALL, LANG }: Call['env']): Locale | undefined {
  const named = (LC_ALL || LANG || '').split('.', 1)[0]?.replace('_', '-') ?? '';
  return isLocale(named) ? named : undefined;
}
