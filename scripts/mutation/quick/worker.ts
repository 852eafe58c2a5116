import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { type Coverage, cover, settleChance } from './coverage';
import { createJudge, type Judged } from './judge';
import { createLuck } from './luck';
import { nearness } from './nearness';
import type { Uses } from './uses';

/** What is to be judged, in this order. */
export interface Work {
  readonly code: string;
  readonly coverage: string;
  readonly files: readonly string[];
  /** Of each change of the room, by its number. */
  readonly sources: readonly string[];
  readonly mutants: readonly number[];
  readonly mostMs: number;
  readonly uses: readonly Uses[];
}

/** What the one who watches is told: before and after each change, as it may end the process. */
export type Report =
  | { readonly covering: string }
  | { readonly ready: readonly string[] }
  | { readonly begun: number }
  | { readonly id: number; readonly judged: Judged };

/** A process of its own, as a change may end it, or never end. */
export async function work(file: string): Promise<void> {
  const { code, coverage, files, sources, mutants, mostMs, uses } = JSON.parse(readFileSync(file, 'utf8')) as Work;
  const tell = (report: Report) => void process.send?.(report);
  process.on('disconnect', () => process.exit());
  settleChance();
  const text = readFileSync(code, 'utf8');
  const known = await knownCoverage(coverage, () =>
    cover(text, files, sources.length, (covering) => tell({ covering })),
  );
  tell({ ready: known.leftOut });
  // What goes wrong behind a test that has failed is of no interest.
  process.on('unhandledRejection', () => {});
  process.on('uncaughtException', () => {});
  const judge = createJudge(text, known, createLuck(nearness(known.tests, sources)), mostMs);
  const used = new Map(uses.flatMap(({ changes, passed }) => changes.map((id) => [id, passed] as const)));
  for (const id of mutants) {
    tell({ begun: id });
    tell({ id, judged: await judge(id, sources[id] ?? '', used.get(id)) });
    // Lets what was told go out, and what waits for its turn have it.
    await new Promise(setImmediate);
  }
  process.disconnect?.();
  process.exit();
}

async function knownCoverage(file: string, make: () => Promise<Coverage>): Promise<Coverage> {
  try {
    return deserialize(readFileSync(file));
  } catch {
    const made = await make();
    writeFileSync(file, serialize(made));
    return made;
  }
}
