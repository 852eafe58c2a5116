import type { Media } from '../../conversation/message';
import { readList, readText, readUrl, toUrl } from '../fields';
import { isObject, type JsonObject } from '../json';
import { firstIn, type Layers, readTitle, toNumber } from './layers';

const URLS = ['url', 'link', 'href', 'src', 'media_url', 'file_url', 'image_url', 'audio_url', 'video_url'];
const VALUES = ['image', 'audio', 'video', 'document', 'file'];
const LISTS = ['images', 'files', 'media', 'urls', 'attachments', 'payload', 'data', ...VALUES];
const NAMES = ['filename', 'file_name', 'name'];

/** What a message shows or plays. Without an address it is still said to be there. */
export function readMedia(kind: Media['kind'], layers: Layers): readonly Media[] {
  if (kind === 'location') {
    const name = readName(layers) ?? firstIn(layers, (layer) => readText(layer, ['address']));
    return [medium(kind, firstIn(layers, readPlace) ?? readAddress(layers), name)];
  }
  const listed = layers
    .flatMap((layer) => readList(layer, LISTS))
    .flatMap((item) => {
      const url = isObject(item) ? readUrl(item, URLS) : toUrl(item);
      return url === undefined ? [] : [medium(kind, url, isObject(item) ? readName([item]) : undefined)];
    });
  const distinct = listed.filter(({ url }, index) => listed.findIndex((other) => other.url === url) === index);
  if (distinct.length > 1) return distinct;
  return [medium(kind, readAddress(layers) ?? distinct[0]?.url, readName(layers))];
}

/** The one address of a message: where its kind has it, or in place of its text. */
export function readAddress(layers: Layers): string | undefined {
  return firstIn(layers, (layer) => readUrl(layer, [...URLS, ...VALUES])) ?? firstIn(layers, readTextUrl);
}

function readTextUrl(layer: JsonObject): string | undefined {
  return readUrl(layer, ['text', 'body']);
}

function readName(layers: Layers): string | undefined {
  return firstIn(layers, (layer) => readTitle(layer) ?? readText(layer, NAMES));
}

/** Coordinates as a URI (RFC 5870). */
function readPlace(place: JsonObject): string | undefined {
  const latitude = toNumber(readText(place, ['latitude', 'lat']));
  const longitude = toNumber(readText(place, ['longitude', 'long', 'lng']));
  return latitude === undefined || longitude === undefined ? undefined : `geo:${latitude},${longitude}`;
}

function medium(kind: Media['kind'], url: string | undefined, title: string | undefined): Media {
  return { kind, ...(url && { url }), ...(title && { title }) };
}
