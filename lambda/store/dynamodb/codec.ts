import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AloudError } from '../../errors';

/** JSON as an attribute: a text, or bytes where it was worth compressing. */
export type Packed = string | Uint8Array;

/**
 * DynamoDB bills writes by the kilobyte, twice in a transaction, and half of the first one is the user's id and the like. A unit
 * costs as much as a hundred milliseconds of a function, and compressing this takes a tenth of one.
 */
const COMPRESS_FROM_BYTES = 512;
/** An item may have 400 KB with its keys and other attributes. */
const LARGEST_BYTES = 390 * 1024;

/** @throws AloudError ALOUD_STORE_TOO_LARGE for what fits no item, even compressed */
export function pack(value: unknown): Packed {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('not JSON');
  const bytes = Buffer.byteLength(text);
  if (bytes < COMPRESS_FROM_BYTES) return text;
  const packed = deflateRawSync(text);
  if (packed.length > LARGEST_BYTES) {
    throw new AloudError('ALOUD_STORE_TOO_LARGE', `${bytes} bytes of JSON do not fit into one item`);
  }
  return packed;
}

/** @throws SyntaxError for what `pack` has not made */
export function unpack<T>(packed: Packed): T {
  if (typeof packed === 'string') return JSON.parse(packed) as T;
  let text: string;
  try {
    text = inflateRawSync(packed).toString();
  } catch {
    throw new SyntaxError('not compressed JSON');
  }
  return JSON.parse(text) as T;
}

export function sizeOf(packed: Packed): number {
  return Buffer.byteLength(packed);
}
