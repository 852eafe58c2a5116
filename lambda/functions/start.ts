import { readBusiness } from '../business/read';
import { SKILL_SECRETS } from '../secrets/variable';
import { failedStart, makeRuntime, type Runtime, type Wanted } from './runtime';
import type { Several } from './several';

let runtime: Runtime | undefined;
let several: Several | undefined;

/**
 * Made once per process, from the environment; of several skills, from their secrets too.
 *
 * @throws Error whose message is the code alone; the log has one line per problem. AloudError ALOUD_SECRETS_…, logged as well,
 * where the secrets of several skills cannot be read: it is tried again with the next call
 */
export async function start(wanted?: Wanted): Promise<Runtime> {
  const prefix = process.env[SKILL_SECRETS];
  if (prefix) {
    several ??= (require('./several') as typeof import('./several')).createSeveral(prefix, process.env);
    return several.start(wanted);
  }
  if (runtime) return runtime;
  try {
    runtime = makeRuntime(process.env, (skill) => readBusiness(__dirname, skill));
    return runtime;
  } catch (thrown) {
    throw failedStart(thrown);
  }
}
