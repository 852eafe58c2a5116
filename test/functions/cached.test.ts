import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { start } from '../../lambda/cached';
import { cacheFile, notedCodeCache, readSource, sealed } from '../../lambda/functions/code-cache';

const CODE = 'const { basename } = require("node:path"); exports.handler = () => "one of " + basename(__dirname);';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-cached-'));
  writeFileSync(join(folder, 'index.js'), CODE);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What V8 makes of the code, as the build keeps it; or of what V8 made, what was made of that. */
function cache(change: (data: Buffer) => Buffer = (data) => data): Buffer {
  const source = readSource(join(folder, 'index.js'));
  return sealed(change(new Script(source.text).createCachedData()), source);
}

/** Starts the code as AWS Lambda does: what was made of the cache, and what the code answers. */
function started(kept?: Buffer): { readonly state: string; readonly said: string } {
  if (kept) writeFileSync(join(folder, cacheFile(process.arch)), kept);
  const module: { exports: { handler(): string } } = { exports: { handler: () => 'nothing' } };
  start(module, createRequire(join(folder, 'index')), folder);
  return { state: notedCodeCache(), said: module.exports.handler() };
}

/** With some bits turned. */
function damaged(data: Buffer, at: number): Buffer {
  const copy = Buffer.from(data);
  copy.writeUInt32LE((copy.readUInt32LE(at) ^ 0x5555_5555) >>> 0, at);
  return copy;
}

test('code is started from what V8 has made of it', () => {
  expect(started(cache())).toEqual({ state: 'accepted', said: expect.stringMatching(/^one of aloud-cached-/) });
});

test('without a cache it is compiled', () => {
  expect(started()).toMatchObject({ state: 'none', said: expect.stringMatching(/^one of/) });
});

test.each<[string, () => Buffer]>([
  // The second word of V8's header is its version, the fourth its flags.
  ['another version of V8', () => cache((data) => damaged(data, 4))],
  ['other flags', () => cache((data) => damaged(data, 12))],
  ['none of V8', () => cache(() => Buffer.from('nothing that V8 has ever made'))],
  ['damaged', () => damaged(cache(), 200)],
  ['cut off', () => cache().subarray(0, 300)],
  ['empty', () => Buffer.alloc(0)],
])('a cache is refused, and the code runs: %s', (_what, kept) => {
  expect(started(kept())).toMatchObject({ state: 'rejected', said: expect.stringMatching(/^one of/) });
});

test('a cache of other code of the same length is refused, which V8 would take', () => {
  const kept = cache();
  writeFileSync(join(folder, 'index.js'), CODE.replace('one of', 'two of'));
  expect(started(kept)).toMatchObject({ state: 'rejected', said: expect.stringMatching(/^two of/) });
});
