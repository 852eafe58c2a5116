import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { isLocale, type Locale } from '../business/locales';
import { PLATFORM_NAMES } from '../lambda/platforms';
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
import { nextSteps } from './init/next-steps';
import { type NewFile, writeFiles } from './init/write';
import { OperatorProblem, told } from './problem';
import { openPrompts, type Prompts } from './prompts';

const ENV_MODE = 0o600;
const BUSINESS_MODE = 0o644;
const BUSINESS_NAMES = ['business.yaml', 'business.yml', 'business.json'];

/** `aloud init` */
export const run: Run = (call) =>
  told(call.screen, async () => setUp(call, call.screen.isInteractive ? await openPrompts() : undefined));

/** @param prompts absent: nobody can be asked */
export async function setUp(call: Call, prompts: Prompts | undefined): Promise<Exit> {
  const { options, screen } = call;
  const given = readGiven(options);
  if ('faults' in given) {
    for (const fault of given.faults) screen.note(fault);
    return EXIT.usage;
  }
  const made = prompts ? await ask(call, given, prompts) : fill(call, given);
  // Everything is asked before anything is written.
  writeFiles(filesOf(call, made));
  tell(call, made);
  if (!prompts || !given.doctor || !made.env) return EXIT.good;
  if (!(await prompts.confirm('Look at the set-up now (aloud doctor)?'))) return EXIT.good;
  await diagnose({ ...call, options: {}, env: { ...call.env, ...readEnvFile(join(call.root, '.env'))?.values } });
  return EXIT.good;
}

/** What is to be written; absent where it stays as it is. */
interface Made {
  readonly env?: EnvDraft;
  readonly business?: BusinessDraft;
}

async function ask(call: Call, given: Given, prompts: Prompts): Promise<Made> {
  const { root } = call;
  const [hasEnv, hasBusiness] = [existsSync(join(root, '.env')), existsSync(businessPath(call))];
  prompts.intro('Aloud writes .env and business.yaml, here. Ctrl-C leaves everything as it is.');
  const mayEnv =
    !hasEnv ||
    given.force ||
    (await prompts.confirm('There is a .env. Change it? What it sets is kept, its secret always.'));
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
  const { root, screen } = call;
  const hasEnv = existsSync(join(root, '.env'));
  const wantsEnv = given.platform !== undefined || given.where !== undefined || Object.keys(given.values).length > 0;
  const hasBusiness = existsSync(businessPath(call));
  const kept = [
    ...(hasEnv && wantsEnv && !given.force
      ? ['There is a .env:  --force  changes it, and keeps its secret and what else it sets.']
      : []),
    ...(hasBusiness && given.name !== undefined && !given.force
      ? [`There is a ${businessFile(call)}:  --force  writes over it.`]
      : []),
  ];
  if (kept.length > 0) throw new OperatorProblem(kept);
  const business = hasBusiness && given.name === undefined ? undefined : businessOf(given);
  if (!business && !hasBusiness) screen.note('business.yaml is not written, as nobody says the name:  --name "…"');
  const stood = before(call);
  const platform = given.platform ?? PLATFORM_NAMES.find((name) => name === stood.ALOUD_PLATFORM);
  const values = { ...stood, ...given.values, ...(platform && { ALOUD_PLATFORM: platform }) };
  const env =
    hasEnv && !wantsEnv ? undefined : envOf(call, { platform, where: given.where, ...withInvented(platform, values) });
  if (!env && !business)
    throw new OperatorProblem(['There is nothing to write: .env and the business file are there.']);
  return checked(call, { env, business });
}

/** What stands in .env already. */
function before({ root }: Call): Readonly<Record<string, string | undefined>> {
  return readEnvFile(join(root, '.env'))?.values ?? {};
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
  return { ...draft, values: { ...draft.values, ALOUD_SECRET: secret } };
}

function checked(call: Call, made: Made): Made {
  if (!made.business) return made;
  const { file, folder } = placeOf(call);
  const faults = draftFaults(made.business, file, folder);
  if (faults.length > 0) throw new OperatorProblem([...faults, 'Nothing was written.']);
  return made;
}

function filesOf(call: Call, { env, business }: Made): readonly NewFile[] {
  return [
    ...(env ? [{ path: join(call.root, '.env'), content: envText(env), mode: ENV_MODE }] : []),
    ...(business
      ? [{ path: businessPath(call), content: businessText(business, schemaFrom(call)), mode: BUSINESS_MODE }]
      : []),
  ];
}

function tell(call: Call, { env, business }: Made): void {
  const { screen, root } = call;
  if (env) screen.print('Wrote .env, readable by you alone.');
  if (business) screen.print(`Wrote ${businessFile(call)}.`);
  const values = env?.values ?? before(call);
  const platform = PLATFORM_NAMES.find((name) => name === values.ALOUD_PLATFORM);
  const where = env ? env.where : existsSync(join(root, '.env')) ? guessed(values) : undefined;
  const steps = nextSteps({
    platform,
    where,
    open: env ? openSettings(env) : [],
    madeUp: env ? env.madeUp : [],
    hasBusiness: existsSync(businessPath(call)),
  });
  screen.print(['', 'Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n'));
  if (env) screen.print('npx aloud doctor  says at any time what is wrong, and how to mend it.');
}

function guessed(values: EnvDraft['values']): 'aws' | 'server' {
  return values.ALOUD_PUBLIC_URL ? 'server' : 'aws';
}

/** The business file that is there, or would be. */
function businessFile({ root, env }: Call): string {
  const named = env.ALOUD_BUSINESS?.trim();
  return named || BUSINESS_NAMES.find((name) => existsSync(join(root, name))) || 'business.yaml';
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
