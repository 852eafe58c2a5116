import { type Call, EXIT, type Exit, isOn, textOf as optionOf, type Run } from './command';
import { examineSetup } from './doctor/examine';
import { traceOf } from './doctor/outside/vendor';
import { countsOf, jsonOf, textOf } from './doctor/report';
import { readSetup, type Setup, type Surroundings } from './doctor/setup';
import { OperatorProblem, told } from './problem';
import { openPrompts } from './prompts';

/** `aloud doctor` */
export const run: Run = (call) => told(call.screen, () => diagnose(call));

/** @param outside what a test has in place of the internet */
export async function diagnose(call: Call, outside: Partial<Surroundings> = {}): Promise<Exit> {
  const { options, env, root, screen } = call;
  const where = optionOf(options, 'where') as Surroundings['where'];
  const setup = readSetup({ root, env, where, offline: isOn(options, 'offline'), ...outside });
  const asked = isOn(options, 'call') && !setup.offline ? await mayCall(call, setup) : false;
  const findings = await examineSetup({ ...setup, call: asked }, (subjects) =>
    screen.progress(`Looking at ${subjects.slice(0, 3).join(', ')}`),
  );
  const isJson = isOn(options, 'json');
  screen.print(isJson ? jsonOf(findings) : textOf(findings, screen.style));
  if (asked) screen.note(`The call has left ${traceOf(setup)}.`);
  return countsOf(findings).bad > 0 ? EXIT.bad : EXIT.good;
}

/** A call leaves a trace at the vendor: somebody has to agree. */
async function mayCall({ options, screen }: Call, setup: Setup): Promise<boolean> {
  const trace = traceOf(setup);
  if (trace === undefined) return false;
  if (isOn(options, 'yes')) return true;
  if (!screen.isInteractive || isOn(options, 'json')) {
    throw new OperatorProblem([`--call leaves ${trace}. Say --yes as well, as nobody can be asked here.`]);
  }
  const prompts = await openPrompts();
  return prompts.confirm(`The call leaves ${trace}. Call the bot?`, false);
}
