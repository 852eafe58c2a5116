import { readFileSync } from 'node:fs';

/** Width and height of an icon of the store, in pixels. */
export const ICON_SIZES = { small: 108, large: 512 } as const;

/** What is wrong with an icon file, and what to do about it. */
export function iconFault(path: string, size: number): string | undefined {
  const png = read(path);
  if (!png) return `there is no file ${path}: paths count from the business file`;
  return pngFault(png, size)?.message;
}

/** What is wrong with the bytes of an icon, and what to do about it. */
export function pngFault(
  png: Buffer,
  size: number,
): { readonly code: 'format' | 'size'; readonly message: string } | undefined {
  if (png.length < HEADER || png.subarray(1, 4).toString('latin1') !== 'PNG') {
    return { code: 'format', message: 'is no PNG file: export it as PNG' };
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (width === size && height === size) return undefined;
  return { code: 'size', message: `is ${width} × ${height} pixels: Amazon wants ${size} × ${size}` };
}

/** Bytes of a PNG up to its height. */
const HEADER = 24;

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
