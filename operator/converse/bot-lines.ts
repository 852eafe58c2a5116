import type { BotCard, BotReply } from '../../simulator/platforms/bot-reply';

/** More than a listener takes in at once. */
const STORY = 'And so it went on and on. '.repeat(28).trim();

const OPTION = /\[([^\]]+)\]/g;
const CARD = /\{card: ([^|}]+)\|([^}]*)\}/g;
const PICTURE = /\{picture: ([^}]+)\}/;
const PLACE = /\{place: ([^}]+)\}/;
const ASKS_FOR = /\{asks for: (email|phone|location)\}/;
const SCALE = /\{scale: (\d+) to (\d+)\}/;

/**
 * A message of the bot as a conversation file writes it: `Which day? [Monday] [Tuesday]`, with options in brackets, and in braces
 * `{card: Title | Text. [Option]}`, `{picture: Title}`, `{place: Title}`, `{scale: 0 to 10}`, `{asks for: email}` (or
 * `phone`, `location`) and `{story}`, which is more than is said at once.
 */
export function readBotLine(source: string): BotReply {
  const cards = [...source.matchAll(CARD)].map(([, title = '', rest = '']) => readCard(title, rest));
  const others = source.replace(CARD, '').replace('{story}', STORY);
  const text = [OPTION, PICTURE, PLACE, ASKS_FOR, SCALE]
    .reduce((rest, pattern) => rest.replace(pattern, ''), others)
    .trim();
  const [, picture] = PICTURE.exec(source) ?? [];
  const [, place] = PLACE.exec(source) ?? [];
  const [, asksFor] = ASKS_FOR.exec(source) ?? [];
  const [, min, max] = SCALE.exec(source) ?? [];
  return {
    ...(text !== '' && { text }),
    options: optionsIn(others),
    cards,
    ...(picture && { image: { url: 'https://shop.example/picture.png', title: picture } }),
    ...(place && { location: { title: place, latitude: 44.4759, longitude: -73.2121 } }),
    ...(asksFor && { asksFor: asksFor as BotReply['asksFor'] }),
    ...(min && { scale: { min: Number(min), max: Number(max) } }),
  };
}

function readCard(title: string, rest: string): BotCard {
  const options = optionsIn(rest).map((option) => ({ ...option, payload: `${option.title} ${title.trim()}` }));
  const text = rest.replace(OPTION, '').trim();
  return { title: title.trim(), text, imageUrl: 'https://shop.example/card.png', options };
}

function optionsIn(source: string) {
  return [...source.matchAll(OPTION)].map(([, title = '']) => ({ title, payload: title }));
}
