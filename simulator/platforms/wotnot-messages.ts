import type { BotCard, BotOption, BotReply } from './bot-reply';

type Json = Record<string, unknown>;

/** How a bot's message is written. Of all kinds only `text` and `button` are seen in use: the rest is assumed. */
export interface MessageForm {
  /** Texts and questions come as HTML. */
  html: boolean;
}

/** One reply as the vendor's messages: a picture, a place and a carousel are messages of their own. */
export function toMessages(reply: BotReply, form: MessageForm): Json[] {
  const { text, options = [], links = [], image, location, cards = [], scale } = reply;
  const words = text === undefined ? undefined : toWords(text, form);
  const buttons = [
    ...options.map(toButton),
    ...links.map(({ title, url }) => ({ title, type: 'url', url, callback: null, next_dialog: null, key: null })),
  ];
  const isQuestion = buttons.length > 0 && cards.length === 0;
  const isText = !isQuestion && !scale && cards.length === 0 && words !== undefined;
  return [
    ...(isQuestion ? [{ type: 'button', payload: { title: words, buttons } }] : []),
    ...(isText ? [{ type: 'text', text: words }] : []),
    ...(scale ? [{ type: 'slider', payload: { title: words, ...scale, callback: 'scale' } }] : []),
    ...(cards.length > 0 ? [{ type: 'carousel', payload: { title: words, cards: cards.map(toCard), buttons } }] : []),
    ...(image ? [{ type: 'image', payload: { url: image.url, title: image.title } }] : []),
    ...(location ? [{ type: 'location', payload: location }] : []),
  ];
}

export function toWords(text: string, { html }: MessageForm): string {
  if (!html || /^<p>/.test(text)) return text;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped}</p>`;
}

/** What a visitor's answer to a button must hold. */
export interface ButtonData {
  readonly body: string;
  readonly callback: string;
  readonly next_dialog: string;
  readonly key: string;
}

/** The buttons that a message offers, wherever in it they stand. */
export function buttonsOf(value: unknown): ButtonData[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'branch') {
    const { title: body, callback, next_dialog, key } = value as unknown as ButtonData & { title: string };
    return [{ body, callback, next_dialog, key }];
  }
  return Object.values(value).flatMap(buttonsOf);
}

function toButton({ title, payload }: BotOption, index: number): Json {
  return { title, type: 'branch', callback: payload, next_dialog: `dialog-${index}`, key: `button-${index}` };
}

function toCard({ title, text, imageUrl, options }: BotCard): Json {
  return { title, description: text, image_url: imageUrl, buttons: options.map(toButton) };
}
