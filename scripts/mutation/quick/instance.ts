import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { type Answering, through } from './calls';
import { loadExpect } from './packages';
import type { Passing } from './passing';
import { createSuite, type FoundTest } from './suite';

/** Which change is at work, and how often its place was passed. */
export interface Switch {
  active: number | undefined;
  hits: number;
  limit: number;
  /** Where what is passed is counted. */
  passing: Passing | undefined;
  /** What answers in place of a function that depends on nothing but what it is given. */
  answering: Answering | undefined;
  /** How often somebody has looked at the processor's time: who does so judges nothing beside others that use it. */
  clockReads: number;
}

/** The room, as it is when it is loaded anew: nothing that was remembered under another change is left. */
export interface Instance {
  testsOf(file: string): readonly FoundTest[];
  /** Empties what is kept to save time alone. */
  forget(): void;
}

const NAMES = [
  'require',
  'module',
  'exports',
  'test',
  'it',
  'describe',
  'expect',
  'changes',
  'through',
  'process',
  'ForgetfulMap',
];

/** What Stryker's instrumenter calls; a test that hits its limit is caught in a loop. */
const HELPERS = `
function stryMutAct_9fa48(id) {
  if (changes.active !== id) return false;
  if (++changes.hits > changes.limit) throw new Error('hit limit');
  return true;
}
const stryCov_9fa48 = (() => {
  const { passing } = changes;
  if (passing === undefined) return () => {};
  const { counts } = passing;
  return function () {
    for (let at = 0; at < arguments.length; at++) {
      const id = arguments[at];
      if (counts[id]++ === 0) passing.passed.push(id);
    }
  };
})();
`;

/** What loads the room anew each time. Its bytecode is made once. */
export function createLoader(code: string, changes: Switch): () => Instance {
  const script = new Script(`(function (${NAMES.join(', ')}) {${HELPERS}{${code}}\n})`, { filename: 'room.js' });
  const start = script.runInThisContext() as (...args: unknown[]) => void;
  const expect = loadExpect();
  const watched = Object.create(process, {
    cpuUsage: {
      value: (before?: NodeJS.CpuUsage) => {
        changes.clockReads++;
        return process.cpuUsage(before);
      },
    },
  });
  const load = cachingRequire(createRequire(join(process.cwd(), 'package.json')));
  return () => {
    const suite = createSuite();
    const module = { exports: {} as Record<string, () => unknown> };
    const { test, it, describe } = suite.globals;
    const answered = (name: string, object: object) => through(name, object, () => changes.answering);
    const filled = new Set<Map<unknown, unknown>>();
    class ForgetfulMap extends Map<unknown, unknown> {
      override set(key: unknown, value: unknown): this {
        filled.add(this);
        return super.set(key, value);
      }
    }
    start(load, module, module.exports, test, it, describe, expect, changes, answered, watched, ForgetfulMap);
    const known = new Map<string, readonly FoundTest[]>();
    return {
      testsOf(file) {
        let tests = known.get(file);
        if (tests === undefined) {
          module.exports[file]?.();
          tests = suite.take();
          known.set(file, tests);
        }
        return tests;
      },
      forget() {
        for (const map of filled) map.clear();
        filled.clear();
      },
    };
  };
}

/** Reads each file once, whoever asks: tests read the corpus as they are loaded, again and again. */
function cachingRequire(load: NodeJS.Require): Pick<NodeJS.Require, 'resolve'> & ((name: string) => unknown) {
  const texts = new Map<string, unknown>();
  const fs = {
    ...(load('node:fs') as object),
    readFileSync(path: string, how?: 'utf8') {
      const key = `${how} ${path}`;
      if (!texts.has(key)) texts.set(key, readFileSync(path, how));
      return texts.get(key);
    },
  };
  return Object.assign((name: string) => (name === 'node:fs' ? fs : load(name)), { resolve: load.resolve });
}
