import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Config } from '../lambda/app/config';
import { startServer } from '../lambda/server';
import { createLogger } from '../lambda/telemetry/log';
import { demoSpoken, type Spoken, spokenOf } from '../simulator/demo/business';
import { modelOf } from '../simulator/echo/models';
import { type Call, EXIT, type Exit, isOn, type Run, textOf } from './command';
import { simulatedStage } from './converse/stage';
import { changesIn, type Findings, findingsOf, writeFindings } from './field-test/findings';
import { type Finding, type Holder, holdSteps } from './field-test/hold';
import { createPerson } from './field-test/person';
import { checkReach } from './field-test/reach';
import { createSimulated } from './field-test/simulated';
import type { Step } from './field-test/step';
import { STEPS } from './field-test/steps';
import { createWatcher, type Watcher } from './field-test/watcher';
import { configOf, ofOneSkill, ownBusiness } from './own-skill';
import { OperatorProblem, told } from './problem';

/** Where findings go by default. `data/` is in no repository. */
const FOLDER = 'data/field-test';
/** The simulated Echo knows no voices. */
const NOT_SIMULATED = ['person'];
/** With the simulated Echo nobody has to wait as people do. */
const SIMULATED_SECONDS = 1;

/** `aloud field-test` */
export const run: Run = ofOneSkill((call) => {
  const chosen = chooseSteps(textOf(call.options, 'steps'));
  if (!Array.isArray(chosen)) {
    call.screen.note(`There is no step ${chosen}. aloud field-test --list names them.`);
    return Promise.resolve(EXIT.usage);
  }
  if (isOn(call.options, 'list')) return Promise.resolve(list(chosen, call));
  if (isOn(call.options, 'simulate')) return told(call.screen, () => simulate(chosen, call));
  if (!call.screen.isInteractive) {
    call.screen.note(
      'A field test is held by a person at a terminal. To see what it is like: aloud field-test --simulate',
    );
    return Promise.resolve(EXIT.usage);
  }
  return told(call.screen, () => withEcho(chosen, call));
});

/** @returns the name of one that there is not */
export function chooseSteps(names: string | undefined): readonly Step[] | string {
  if (names === undefined) return STEPS;
  const wanted = names.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !STEPS.some(({ id }) => id === name));
  return unknown ?? STEPS.filter(({ id }) => wanted.includes(id));
}

function list(steps: readonly Step[], { options, screen }: Call): Exit {
  const rows = steps.map(({ id, title, expect, fact, source, change }) => ({
    id,
    title,
    expect,
    fact,
    source,
    change,
  }));
  if (isOn(options, 'json')) screen.print(JSON.stringify(rows));
  else for (const { id, title, fact } of rows) screen.print(`${id.padEnd(18)} ${title}\n${' '.repeat(19)}${fact}`);
  return EXIT.good;
}

async function simulate(steps: readonly Step[], call: Call): Promise<Exit> {
  const { screen } = call;
  const watcher = createWatcher();
  const spoken = demoSpoken();
  const locale = 'en-US';
  const stage = await simulatedStage({
    ...{ platform: 'botdistrikt', spoken, settings: {}, budgetMs: 6000 },
    observe: watcher.observe,
  });
  screen.note('The simulated Echo answers the steps itself, offline: what is found says nothing of a real Echo.');
  try {
    const holder = createSimulated(stage.echo('FIELD', locale), quiet(call), nameIn(spoken, locale));
    const hurried = steps
      .filter(({ id }) => !NOT_SIMULATED.includes(id))
      .map((step) => ({ ...step, seconds: Math.min(step.seconds, SIMULATED_SECONDS), holdMs: 0 }));
    return await hold(hurried, { call, watcher, holder, locale, simulated: true, chosen: steps });
  } finally {
    await stage.close();
  }
}

async function withEcho(steps: readonly Step[], call: Call): Promise<Exit> {
  const { screen } = call;
  const loaded = ownBusiness(call);
  if ('problems' in loaded) throw new OperatorProblem(loaded.problems);
  const spoken = spokenOf(loaded);
  const config = configOf(call);
  const publicUrl = publicUrlOf(config);
  const watcher = createWatcher();
  const word = randomBytes(16).toString('hex');
  const path = `/field-test/${randomBytes(16).toString('hex')}`;
  const server = await startServer({
    config,
    businessOf: () => spoken.business,
    logger: createLogger('silent'),
    observe: watcher.observe,
    extend: (app) => void app.get(path, (_request, response) => void response.type('text').send(word)),
  });
  try {
    await checkReach(publicUrl, path, word);
    const locale = loaded.business.locales[0]?.locale ?? 'en-US';
    screen.print(
      `The skill’s endpoint is ${publicUrl}/alexa, and reaches this machine. Sit down by the Echo: it takes twenty minutes.`,
    );
    const person = createPerson(process.stdin, quiet(call), nameIn(spoken, locale), locale);
    try {
      return await hold(steps, { call, watcher, holder: person, locale, simulated: false, chosen: steps });
    } finally {
      person.close();
    }
  } finally {
    await server.close();
  }
}

function publicUrlOf({ publicUrl }: Config): string {
  if (publicUrl !== undefined) return publicUrl;
  throw new OperatorProblem([
    'ALOUD_PUBLIC_URL is not set: Alexa has to reach this machine by HTTPS.',
    'Set it to the address of your tunnel or proxy, have the skill’s endpoint lead there (npx aloud deploy), and try again.',
  ]);
}

/** One document is all that stands on standard output with --json. */
function quiet({ options, screen }: Call): Call['screen'] {
  return isOn(options, 'json') ? { ...screen, print: (text) => screen.note(text) } : screen;
}

function nameIn({ models }: Spoken, locale: string): string {
  return modelOf(models, locale).languageModel.invocationName;
}

interface Holding {
  readonly call: Call;
  readonly watcher: Watcher;
  readonly holder: Holder;
  readonly locale: string;
  readonly simulated: boolean;
  /** Those that were asked for, also where the holder cannot do them. */
  readonly chosen: readonly Step[];
}

async function hold(
  steps: readonly Step[],
  { call, watcher, holder, locale, simulated, chosen }: Holding,
): Promise<Exit> {
  const now = () => Date.now();
  const found = await holdSteps(steps, { watcher, holder, now });
  const all = findingsOf(found, { at: new Date(now()).toISOString(), simulated, locale, steps: chosen });
  const folder = resolve(call.root, textOf(call.options, 'out') ?? join(FOLDER, call.skill?.own.name ?? ''));
  writeFindings(folder, all, found, randomBytes(32).toString('hex'));
  return tell(all, found, folder, call);
}

function tell(all: Findings, found: readonly Finding[], folder: string, { options, screen }: Call): Exit {
  const count = (verdict: Finding['verdict']) => found.filter((finding) => finding.verdict === verdict).length;
  if (isOn(options, 'json')) screen.print(JSON.stringify(all));
  else {
    screen.print(
      `\n${count('held')} held, ${count('differs')} differ, ${count('unclear')} unclear, ${all.left.length} not tried.`,
    );
    for (const line of changesIn(all)) screen.print(screen.style('yellow', line));
  }
  screen.note(`Findings and fixtures are in ${folder}: ${join(folder, 'findings.md')}`);
  if (found.length === 0) return EXIT.nothing;
  return count('differs') > 0 ? EXIT.bad : EXIT.good;
}
