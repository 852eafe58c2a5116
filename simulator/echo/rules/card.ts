import type { Rule } from './rule';

/** Characters of a card's title, text and image addresses together. */
const MAX_CARD = 8000;
const MAX_IMAGE_URL = 2000;

/** A permission as a manifest names it: `alexa::devices:all:notifications:write`. */
const PERMISSION = /^(?:alexa|read|write)::[a-z_:]+$/;

export const cardRule: Rule = ({ card }) => {
  if (card?.type === 'AskForPermissionsConsent') {
    if (card.permissions.length === 0) return 'Card asks for no permission';
    const unknown = card.permissions.find((permission) => !PERMISSION.test(permission));
    return unknown === undefined ? undefined : `Card asks for an unknown permission: ${unknown}`;
  }
  if (card?.type !== 'Simple' && card?.type !== 'Standard') return undefined;
  const text = card.type === 'Simple' ? card.content : card.text;
  const images = card.type === 'Simple' ? [] : [card.image?.smallImageUrl, card.image?.largeImageUrl];
  for (const url of images) {
    if (!url) continue;
    if (!url.startsWith('https://')) return `Card image url is not https: ${url}`;
    if (url.length > MAX_IMAGE_URL) return `Card image url exceeds ${MAX_IMAGE_URL} characters`;
  }
  const size = [card.title, text, ...images].reduce((sum, part) => sum + (part?.length ?? 0), 0);
  return size > MAX_CARD ? `Card of ${size} characters exceeds allowed size of ${MAX_CARD} characters` : undefined;
};
