import type { SkillEnvironment } from '../lambda/config/environment';
import { readSkillFolders } from '../lambda/config/skill-folders';
import { type Call, EXIT, type Exit, isOn, textOf as optionOf, type Run } from './command';
import { examineSetup } from './doctor/examine';
import type { Finding } from './doctor/finding';
import { traceOf } from './doctor/outside/vendor';
import { countsOf, jsonOf, textOf } from './doctor/report';
import { readSetup, type Setup, type Surroundings } from './doctor/setup';
import { inSkill, severalSetups } from './doctor/several';
import { chooseSkill } from './own-skill';
import { OperatorProblem, told } from './problem';
import { openPrompts } from './prompts';

/** `aloud doctor` */
export const run: Run = (call) => {
  const wanted = optionOf(call.options, 'skill');
  const chosen = wanted === undefined ? call : chooseSkill(call);
  if (typeof chosen !== 'string') return told(call.screen, () => diagnose(call));
  call.screen.note(chosen);
  return Promise.resolve(EXIT.usage);
};

/** @param outside what a test has in place of the internet */
export async function diagnose(call: Call, outside: Partial<Surroundings> = {}): Promise<Exit> {
  const { options, screen } = call;
  const findings: Finding[] = [];
  const traces: string[] = [];
  for (const setup of setupsOf(call, outside)) {
    const trace = setup.part?.of === 'process' ? undefined : traceOf(setup);
    const asked = isOn(options, 'call') && !setup.offline ? await mayCall(call, trace) : false;
    if (asked && trace !== undefined) traces.push(trace);
    const found = await examineSetup({ ...setup, call: asked }, (subjects) =>
      screen.progress(`Looking at ${subjects.slice(0, 3).join(', ')}`),
    );
    findings.push(...found.map((finding) => inSkill(finding, setup)));
  }
  const isJson = isOn(options, 'json');
  screen.print(isJson ? jsonOf(findings) : textOf(findings, screen.style));
  for (const trace of traces) screen.note(`The call has left ${trace}.`);
  return countsOf(findings).bad > 0 ? EXIT.bad : EXIT.good;
}

/** One; of several skills the process' and those of all, or of the one that was named. */
function setupsOf({ options, env, root }: Call, outside: Partial<Surroundings>): readonly Setup[] {
  const where = optionOf(options, 'where') as Surroundings['where'];
  const surroundings = { root, env, where, offline: isOn(options, 'offline'), ...outside };
  const skills = readSkillFolders(root);
  if (skills.length === 0) return [readSetup(surroundings)];
  const wanted = optionOf(options, 'skill');
  const isWanted = ({ name }: SkillEnvironment) => wanted === undefined || name === wanted;
  return severalSetups(surroundings, skills, skills.filter(isWanted));
}

/** A call leaves a trace at the vendor: somebody has to agree. */
async function mayCall({ options, screen }: Call, trace: string | undefined): Promise<boolean> {
  if (trace === undefined) return false;
  if (isOn(options, 'yes')) return true;
  if (!screen.isInteractive || isOn(options, 'json')) {
    throw new OperatorProblem([`--call leaves ${trace}. Say --yes as well, as nobody can be asked here.`]);
  }
  const prompts = await openPrompts();
  return prompts.confirm(`The call leaves ${trace}. Call the bot?`, false);
}
