import type { Media } from '../../conversation/message';
import { first, toText } from './fields';
import type { JsonObject } from './json';

const EXTENSIONS: readonly (readonly [RegExp, Media['kind']])[] = [
  [/\.(png|jpe?g|gif|webp|svg|bmp|heic)$/i, 'image'],
  [/\.(mp4|mov|webm|m4v)$/i, 'video'],
  [/\.(mp3|m4a|ogg|wav|aac)$/i, 'audio'],
  [/\.(pdf|docx?|xlsx?|zip)$/i, 'file'],
];

export function medium(kind: Media['kind'], url?: string, title?: string): Media {
  return { kind, ...(url && { url }), ...(title && { title }) };
}

/** What an address says about the kind of what is there. */
export function kindOfUrl(url: string): Media['kind'] | undefined {
  const [path = ''] = url.split(/[?#]/, 1);
  return EXTENSIONS.find(([extension]) => extension.test(path))?.[1];
}

/** Coordinates as a URI (RFC 5870). */
export function readPlace(place: JsonObject): string | undefined {
  const latitude = first(place, ['latitude', 'lat'], (value) => toDegrees(value, 90));
  const longitude = first(place, ['longitude', 'long', 'lng', 'lon'], (value) => toDegrees(value, 180));
  return latitude === undefined || longitude === undefined ? undefined : `geo:${latitude},${longitude}`;
}

function toDegrees(value: unknown, most: number): number | undefined {
  const degrees = Number(toText(value) ?? Number.NaN);
  return Math.abs(degrees) <= most ? degrees : undefined;
}
