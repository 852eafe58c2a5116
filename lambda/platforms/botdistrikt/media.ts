import type { Media } from '../../conversation/message';
import { readList, readText, readUrl, toText, toUrl } from '../fields';
import { isObject, type JsonObject, member } from '../json';

type Kind = Media['kind'];

const MEMBERS: Readonly<Record<string, Kind>> = {
  image: 'image',
  image_url: 'image',
  sticker: 'image',
  video: 'video',
  video_url: 'video',
  audio: 'audio',
  audio_url: 'audio',
  file: 'file',
  file_url: 'file',
  document: 'file',
  location: 'location',
  coordinates: 'location',
};

const EXTENSIONS: readonly (readonly [RegExp, Kind])[] = [
  [/\.(png|jpe?g|gif|webp|svg)$/i, 'image'],
  [/\.(mp4|mov|webm)$/i, 'video'],
  [/\.(mp3|m4a|ogg|wav)$/i, 'audio'],
  [/\.(pdf|docx?|xlsx?|zip)$/i, 'file'],
];

/** The media that an object names by their kind: `image`, `video`, …; or the place that it is. */
export function readMedia(item: JsonObject): Media[] {
  const named = Object.keys(item).flatMap((name) => {
    const kind = kindOfType(name);
    return kind ? readList(item, [name]).flatMap((value) => toMedia(value, kind)) : [];
  });
  const place = kindOfType(member(item, 'type')) === 'location' ? readPlace(item) : undefined;
  return place ? [...named, medium('location', place, readText(item, ['name', 'address']))] : named;
}

/** The address of an object's picture. */
export function readImageUrl(item: JsonObject): string | undefined {
  const [image] = readList(item, ['image_url', 'imageUrl', 'image']);
  return isObject(image) ? readUrl(image) : toUrl(image);
}

/** What a type or an address says about the kind. */
export function kindOf(type: unknown, url: string): Kind | undefined {
  const [path = ''] = url.split(/[?#]/, 1);
  return kindOfType(type) ?? EXTENSIONS.find(([extension]) => extension.test(path))?.[1];
}

export function medium(kind: Kind, url?: string, title?: string): Media {
  return { kind, ...(url && { url }), ...(title && { title }) };
}

function kindOfType(type: unknown): Kind | undefined {
  return typeof type === 'string' && Object.hasOwn(MEMBERS, type) ? MEMBERS[type] : undefined;
}

function toMedia(value: unknown, kind: Kind): Media[] {
  const url = isObject(value) ? (readUrl(value) ?? (kind === 'location' ? readPlace(value) : undefined)) : toUrl(value);
  const words = kind === 'location' && !url ? toText(value) : undefined;
  const title = isObject(value) ? readText(value, ['title', 'name', 'caption', 'address']) : words;
  return url || (kind === 'location' && title) ? [medium(kind, url, title)] : [];
}

/** Coordinates as a URI (RFC 5870). */
function readPlace(place: JsonObject): string | undefined {
  const latitude = readText(place, ['latitude', 'lat']);
  const longitude = readText(place, ['longitude', 'long', 'lng', 'lon']);
  return latitude && longitude ? toUrl(`geo:${latitude},${longitude}`) : undefined;
}
