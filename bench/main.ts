import { parseArgs } from 'node:util';
import { readArguments } from '../scripts/usage';
import { benchAnswers } from './answers';
import { benchBroadcast } from './broadcast';
import { serve } from './child';
import { benchCold } from './cold';
import { benchFlood } from './flood';
import { benchNotifications } from './notifications';
import { benchPair } from './pair';
import { benchScale } from './scale';
import { ROLES, type Role } from './servers';
import { benchSpeech } from './speech/render';
import { benchTurns } from './turns';
import { benchTwo } from './two';
import { benchUnits } from './units';
import { benchWaiting } from './waiting';
import { benchWebhooks } from './webhooks';

export interface Options {
  /** `--against`: another checkout, whose server takes its turn beside ours. */
  readonly against?: string;
  /** `--write`: what is measured goes into the docs. */
  readonly write?: boolean;
  /** `--users`: how many, where that can be said. */
  readonly users?: number;
}

const BENCHES: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  turns: benchTurns,
  answers: benchAnswers,
  speech: benchSpeech,
  cold: benchCold,
  units: benchUnits,
  waiting: benchWaiting,
  webhooks: benchWebhooks,
  notifications: benchNotifications,
  two: benchTwo,
  pair: benchPair,
  flood: benchFlood,
  scale: benchScale,
};

/** What benchmarks were called before; works for one more minor version. */
const FORMER_NAMES: Readonly<Record<string, string>> = { notices: 'notifications' };

const USAGE = `npm run bench -- [${Object.keys(BENCHES).join('|')}|broadcast …] [--against ../before] [--write] [--users N]`;

/** `npm run bench`, with the names of benchmarks or without, for all of them. */
export async function main(args: readonly string[]): Promise<void> {
  // Takes minutes, so only when asked for.
  if (args[0] === 'broadcast') return benchBroadcast(args.slice(1));
  const role = process.env.BENCH_ROLE as Role | undefined;
  if (role) return serve(() => ROLES[role](JSON.parse(process.env.BENCH_OPTIONS ?? '{}')));
  const known = { against: { type: 'string' }, write: { type: 'boolean' }, users: { type: 'string' } } as const;
  const read = readArguments(args, USAGE, (given) =>
    parseArgs({ args: given, options: known, allowPositionals: true }),
  );
  if (!read) return;
  const { positionals, values } = read;
  const options = { ...values, users: values.users === undefined ? undefined : Number(values.users) };
  const names = positionals.map(currentName);
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined) {
    console.error(`There is no benchmark "${unknown}", only ${Object.keys(BENCHES).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) await BENCHES[name]?.(options);
}

function currentName(name: string): string {
  const current = FORMER_NAMES[name];
  if (current !== undefined) console.error(`The benchmark "${name}" is deprecated: use "${current}".`);
  return current ?? name;
}
