import type { BotReply } from './bot-reply';

/** What the channel's webhook brings of a message, beside whom it is for and when it was sent. */
export interface ChannelMessage {
  readonly message: string;
  readonly quickReplies?: readonly string[];
  readonly attachments?: readonly Attachment[];
  readonly adminID?: number;
}

interface Attachment {
  /** Where it stands in the text, counted in characters; assumed, as the page does not say. */
  readonly offset: number;
  readonly url: string;
}

/** A reply as a medium renders it that knows text, quick replies and attachments: all else is written out. */
export function toChannelMessage({ text, options = [], links = [], image, location, cards = [] }: BotReply) {
  const attachments: Attachment[] = [];
  let message = text ?? '';
  const write = (line: string) => {
    message += message === '' ? line : `\n${line}`;
  };

  if (image) attachments.push({ offset: message.length, url: image.url });
  if (location) write(`${location.title}: https://maps.example/?q=${location.latitude},${location.longitude}`);
  for (const link of links) write(`${link.title}: ${link.url}`);
  for (const card of cards) {
    write(card.title);
    attachments.push({ offset: message.length, url: card.imageUrl });
    write(card.text);
  }
  const quickReplies = [options, ...cards.map((card) => card.options)].flat().map(({ title }) => title);

  const rendered: ChannelMessage = {
    message,
    ...(quickReplies.length > 0 && { quickReplies }),
    ...(attachments.length > 0 && { attachments }),
  };
  return rendered;
}
