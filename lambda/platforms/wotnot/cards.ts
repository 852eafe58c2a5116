import type { Card, Media } from '../../conversation/message';
import { readList, readText, readUrl, toUrl } from '../fields';
import { isObject, type JsonObject, member } from '../json';
import { readButtons } from './buttons';
import type { Layers } from './layers';

const LISTS = ['cards', 'elements', 'items', 'slides', 'carousel', 'list', 'payload', 'data'];
const PICTURES = ['image_url', 'imageUrl', 'image', 'media_url', 'picture'];

/** The cards of a carousel; their links belong to the message, as a card has none. */
export function readCards(layers: Layers): { readonly cards: readonly Card[]; readonly links: readonly Media[] } {
  const all = layers
    .map((layer) =>
      readList(
        layer,
        LISTS.filter((name) => Array.isArray(member(layer, name))),
      ),
    )
    .find((list) => list.some(isObject));
  const read = (all ?? []).filter(isObject).map(readCard);
  return {
    cards: read.map(({ card }) => card).filter((card) => Object.keys(card).length > 1 || card.choices.length > 0),
    links: read.flatMap(({ links }) => links),
  };
}

function readCard(element: JsonObject): { card: Card; links: readonly Media[] } {
  const title = readText(element, ['title', 'name', 'header', 'heading']);
  const text = readText(element, ['description', 'subtitle', 'sub_title', 'text', 'body', 'content']);
  const [picture] = readList(element, PICTURES);
  const imageUrl = isObject(picture) ? readUrl(picture) : toUrl(picture);
  const { choices, links } = readButtons([element]);
  return { card: { ...(title && { title }), ...(text && { text }), ...(imageUrl && { imageUrl }), choices }, links };
}
