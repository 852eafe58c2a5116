// First, as it sets the clock of whatever is loaded after it.
import './clock';

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PLATFORM_NAMES, type PlatformName } from '../lambda/platforms';
import { readArguments, refuseArguments } from '../scripts/usage';
import { judge } from './judge';
import { LIVE_PLANTS, type LivePlantName } from './live-plants';
import { reportOf } from './report';
import { type RunOptions, runChaos } from './run';
import { serveRole } from './server-role';

const USAGE = `npm run chaos -- [--seconds 90] [--seed 7] [--store sqlite|dynamodb] [--platform ${PLATFORM_NAMES.join('|')}]
  [--users 100] [--servers 2] [--messages named|nameless] [--plant ${Object.keys(LIVE_PLANTS).join('|')}] [--history file]`;

/** `npm run chaos`: breaks the system for a while and says which promises did not hold. Exit code 1: some. */
export async function main(args: readonly string[]): Promise<void> {
  // A server's process is started from this bundle too.
  if (process.env.CHAOS_ROLE === 'server') return serveRole();
  const values = readArguments(args, USAGE, parsed);
  if (!values) return;
  const read = optionsOf(values);
  if (!read) return refuseArguments(USAGE);
  const { options, file } = read;
  const result = await runChaos(options);
  const faults = judge(result.history);
  if (file !== undefined) writeFileSync(file, result.history.map((seen) => `${JSON.stringify(seen)}\n`).join(''));
  console.log(reportOf(options, result, faults));
  process.exit(faults.length > 0 ? 1 : 0);
}

function parsed(args: string[]) {
  return parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '90' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
      store: { type: 'string', default: 'sqlite' },
      platform: { type: 'string', default: 'wotnot' },
      users: { type: 'string', default: '100' },
      servers: { type: 'string', default: '2' },
      messages: { type: 'string', default: 'named' },
      plant: { type: 'string' },
      history: { type: 'string' },
    },
  }).values;
}

function optionsOf(values: ReturnType<typeof parsed>): { options: RunOptions; file: string | undefined } | undefined {
  const { store, platform, messages, plant } = values;
  const [seconds, seed, users, servers] = [values.seconds, values.seed, values.users, values.servers].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (messages !== 'named' && messages !== 'nameless') return undefined;
  if (store !== 'sqlite' && store !== 'dynamodb') return undefined;
  if (![seconds, seed, users, servers].every(Number.isInteger)) return undefined;
  if (!isPlatform(platform) || (plant !== undefined && !isPlant(plant))) return undefined;
  const planted = plant === undefined ? {} : { plant: LIVE_PLANTS[plant] };
  return {
    options: { seconds, seed, users, servers, store, platform, messages, script: __filename, ...planted },
    file: values.history,
  };
}

function isPlatform(name: string): name is PlatformName {
  return (PLATFORM_NAMES as readonly string[]).includes(name);
}

function isPlant(name: string): name is LivePlantName {
  return Object.hasOwn(LIVE_PLANTS, name);
}
