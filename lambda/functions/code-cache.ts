import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Whether V8 took the code as it was compiled at build time: there was none, it took it, or it compiled the source itself. */
export type CodeCache = 'none' | 'accepted' | 'rejected';

/** Where the entry leaves word of it for the code that it starts, which is another script. */
const NOTE = Symbol.for('aloud.code-cache');
type Noted = { [NOTE]?: CodeCache };

export function noteCodeCache(state: CodeCache): void {
  (globalThis as Noted)[NOTE] = state;
}

/** `none` too where `index.js` was loaded without the entry beside it. */
export function notedCodeCache(): CodeCache {
  return (globalThis as Noted)[NOTE] ?? 'none';
}

/** One for each processor that it was made on: what V8 writes on one it refuses on another. */
export const cacheFile = (architecture: string) => `index.${architecture}.cache`;

/** As Node wraps a CommonJS module: a script whose value is a function of what the module may use. */
const HEAD = Buffer.from('(function (exports, require, module, __filename, __dirname) { ');
const TAIL = Buffer.from('\n})');

/** A module as a script. */
export interface Source {
  readonly text: string;
  /** V8 itself only compares the length of the source with that of which a cache was made. */
  readonly crc: number;
}

/** Reads a module of ASCII alone, as esbuild writes them: read as such, it is not copied once more for V8. */
export function readSource(file: string): Source {
  const bytes = readWhole(file, HEAD.length, TAIL.length);
  HEAD.copy(bytes);
  TAIL.copy(bytes, bytes.length - TAIL.length);
  return { text: bytes.toString('latin1'), crc: crc32(bytes) };
}

/** Behind V8's data: the checksums of the source and of the data, of 32 bits each. */
const SEAL = 8;

/** V8 does not look whether its data is whole, and what is damaged may end the process: so it is sealed. */
export function sealed(data: Buffer, source: Source): Buffer {
  const seal = Buffer.alloc(SEAL);
  seal.writeUInt32LE(source.crc, 0);
  seal.writeUInt32LE(crc32(data), 4);
  return Buffer.concat([data, seal]);
}

/** V8's data, where it is whole and of this source. */
export function unsealed(file: Buffer, source: Source): Buffer | undefined {
  const length = file.length - SEAL;
  if (length <= 0) return undefined;
  const data = file.subarray(0, length);
  const isWhole = file.readUInt32LE(length) === source.crc && file.readUInt32LE(length + 4) === crc32(data);
  return isWhole ? data : undefined;
}

/** A file in one buffer, with room before and behind it. */
export function readWhole(file: string, before = 0, behind = 0): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.allocUnsafeSlow(before + size + behind);
    for (let read = 0; read < size; ) {
      const more = readSync(descriptor, bytes, before + read, size - read, null);
      if (more === 0) throw new Error(`${file} became shorter`);
      read += more;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}
