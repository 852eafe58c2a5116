import { parseArgs } from 'node:util';
import { quickPass } from './mutation/quick/pass';
import { inRandomOrder } from './mutation/quick/random-order';
import { work } from './mutation/quick/worker';
import { ROOMS, type Room, type RoomName } from './mutation/rooms';
import { judgedAgain, rangeOf, runStryker } from './mutation/stryker';
import { type Mutant, summarize } from './mutation/summary';
import { readArguments, refuseArguments } from './usage';

const USAGE = [
  `npm run mutate -- ${Object.keys(ROOMS).join('|')} [--file 'lambda/conversation/outbox.ts'] [--again]`,
  'of large rooms also [--quick] [--minutes 60] [--rest 300] [--most 3000]',
].join('\n');

/**
 * `npm run mutate`: changes the code of a room in one place after the other, and says which changes no test notices.
 * What is unchanged since the last run, code and tests, is not judged again, unless with `--again`.
 */
export async function main(args: readonly string[]): Promise<void> {
  const read = readArguments(args, USAGE, parsed);
  if (!read) return;
  const { positionals, values } = read;
  if (values.work !== undefined) return work(values.work);
  const [name = '', ...others] = positionals;
  if (!isRoom(name) || others.length > 0) {
    return refuseArguments(USAGE);
  }
  const { again, file: files } = values;
  const { mutate, isLarge = false }: Room = ROOMS[name];
  const incrementalFile = `dist/mutation/${name}.json`;
  if (!isLarge) return print(await runStryker(name, files ?? mutate, { again, incrementalFile }));
  const judged = await quickPass(name, { again, files, minutes: Number(values.minutes), mostMs: Number(values.most) });
  const left = inRandomOrder(judged.filter(({ status }) => status !== 'Killed')).slice(0, Number(values.rest));
  if (values.quick || left.length === 0) return print(judged);
  const whole = await runStryker(name, left.map(rangeOf), {
    again,
    incrementalFile: `dist/mutation/${name}-rest.json`,
  });
  print(judgedAgain(judged, whole));
}

function parsed(args: string[]) {
  return parseArgs({
    args,
    options: {
      file: { type: 'string', multiple: true },
      again: { type: 'boolean', default: false },
      // A large room: the quick pass alone; how long it takes at most; how many changes that it left alive Stryker judges;
      // and how many milliseconds each may take in it.
      quick: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '6000' },
      rest: { type: 'string', default: '100000' },
      most: { type: 'string', default: '3000' },
      // The process in which the quick pass judges.
      work: { type: 'string' },
    },
    allowPositionals: true,
  });
}

function print(mutants: readonly Mutant[]): void {
  for (const line of summarize(mutants)) console.log(line);
}

function isRoom(name: string): name is RoomName {
  return Object.hasOwn(ROOMS, name);
}
