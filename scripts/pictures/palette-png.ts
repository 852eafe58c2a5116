import { crc32, deflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each, row by row. */
  readonly rgba: Uint8Array;
}

const MOST_COLOURS = 256;

/** A PNG of 256 colours at most: a picture of a page becomes a quarter as large as with all of its shades. Opaque. */
export function palettePng({ width, height, rgba }: Pixels): Buffer {
  const shades = Array.from({ length: width * height }, (_, at) => shadeAt(rgba, at * 4));
  const palette = mostFrequent(shades);
  const places = new Map(palette.map((shade, place) => [shade, place]));
  const rows = Buffer.alloc(height * (width + 1));
  for (const [at, shade] of shades.entries()) {
    const place = places.get(shade) ?? nearest(palette, shade);
    places.set(shade, place);
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place;
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', headerOf(width, height)),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function shadeAt(rgba: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3);
  return (red << 16) | (green << 8) | blue;
}

function mostFrequent(shades: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const shade of shades) counts.set(shade, (counts.get(shade) ?? 0) + 1);
  const ordered = [...counts].sort(([a, often], [b, oftener]) => oftener - often || a - b);
  return ordered.slice(0, MOST_COLOURS).map(([shade]) => shade);
}

function nearest(palette: readonly number[], shade: number): number {
  const distances = palette.map((other) => distance(other, shade));
  return distances.indexOf(Math.min(...distances));
}

function distance(a: number, b: number): number {
  const [one, other] = [channelsOf(a), channelsOf(b)];
  return one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0);
}

function channelsOf(shade: number): readonly number[] {
  return [shade >> 16, (shade >> 8) & 255, shade & 255];
}

/** Eight bits for a pixel, which name a colour of the palette; as PNG has it (https://www.w3.org/TR/png-3/). */
function headerOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return header;
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
