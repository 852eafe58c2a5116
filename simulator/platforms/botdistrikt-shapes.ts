import type { BotCard, BotOption, BotReply } from './bot-reply';

type Json = Record<string, unknown>;

/**
 * The forms in which a list of responses may be answered. The vendor's pages do not show one, so all of these are
 * assumed: each is in use somewhere for the same thing.
 */
export const REPLY_SHAPES = {
  list: (replies) => replies.map(toItem),
  responses: (replies) => ({ responses: replies.map(toItem) }),
  response: (replies) => ({ response: replies.length === 1 ? replies.map(toItem)[0] : replies.map(toItem) }),
  messages: (replies) => ({ status: 'success', messages: replies.map(toMessage) }),
  message: (replies) => ({ message: replies.map(toItem) }),
  data: (replies) => ({ success: true, message: 'OK', data: { responses: replies.map(toContent) } }),
  result: (replies) => ({ result: { data: replies.map((reply) => ({ type: 'text', data: toItem(reply) })) } }),
  messenger: (replies) => ({ messages: replies.flatMap(toMessenger) }),
  strings: (replies) => ({
    responses: replies.flatMap(({ text }) => text ?? []),
    quickreplies: replies.flatMap((reply) => [
      ...(reply.options ?? []).map(({ title }) => title),
      ...toAsking(reply, 'content_type'),
    ]),
    ...pick({
      attachments: replies.flatMap(toAttachments),
      cards: replies.flatMap(({ cards = [] }) => cards.map(toCard)),
      buttons: replies.flatMap(({ links = [] }) => links.map(toLink)),
    }),
  }),
} as const satisfies Record<string, (replies: readonly BotReply[]) => unknown>;

export type ReplyShape = keyof typeof REPLY_SHAPES;

/** The form of the platform's own fulfilment webhook, as objects. */
function toItem(reply: BotReply): Json {
  const { text, options = [], links = [], cards = [] } = reply;
  return pick({
    text,
    quick_replies: [...options, ...toAsking(reply, 'content_type')],
    buttons: links.map(toLink),
    attachments: toAttachments(reply),
    cards: cards.map(toCard),
  });
}

function toMessage(reply: BotReply): Json {
  const { text, options = [], links = [], image, location, cards = [] } = reply;
  return pick({
    message: text,
    buttons: [
      ...options.map(({ title, payload }) => ({ type: 'text', label: title, value: payload })),
      ...toAsking(reply, 'type'),
      ...links.map(toLink),
    ],
    image: image?.url,
    location,
    elements: cards.map(toCard),
  });
}

function toContent(reply: BotReply): Json {
  return pick({
    type: 'text',
    content: reply.text,
    quickReplies: [
      ...(reply.options ?? []).map(({ title, payload }) => ({ name: title, payload })),
      ...toAsking(reply, 'contentType'),
    ],
    buttons: (reply.links ?? []).map(toLink),
    attachment: toAttachments(reply),
    cards: (reply.cards ?? []).map(toCard),
  });
}

/** Facebook Messenger's form, in which each thing is a message of its own. */
function toMessenger(reply: BotReply): Json[] {
  const { text, options = [], links = [], image, location, cards = [] } = reply;
  const buttons = links.map(toLink);
  const messages: Json[] = [];
  if (text !== undefined && buttons.length > 0) messages.push(template({ template_type: 'button', text, buttons }));
  else if (text !== undefined) messages.push({ text });
  if (image) messages.push({ attachment: { type: 'image', payload: { url: image.url } } });
  if (location)
    messages.push({
      attachment: {
        type: 'location',
        title: location.title,
        payload: { coordinates: { lat: location.latitude, long: location.longitude } },
      },
    });
  if (cards.length > 0) messages.push(template({ template_type: 'generic', elements: cards.map(toCard) }));
  const last = messages.at(-1);
  const asking = toAsking(reply, 'content_type');
  const quickReplies = [...options.map((option) => ({ content_type: 'text', ...option })), ...asking];
  if (last && quickReplies.length > 0) last.quick_replies = quickReplies;
  return messages;
}

/** Messenger's names of the quick replies that the vendor calls User Email, User Phone Number and Location. */
const ASKING = { email: 'user_email', phone: 'user_phone_number', location: 'location' };

function toAsking({ asksFor }: BotReply, member: string): Json[] {
  return asksFor ? [{ [member]: ASKING[asksFor] }] : [];
}

function template(payload: Json): Json {
  return { attachment: { type: 'template', payload } };
}

function toAttachments({ image, location }: BotReply): Json[] {
  return [...(image ? [{ type: 'image', ...image }] : []), ...(location ? [{ type: 'location', location }] : [])];
}

function toCard({ title, text, imageUrl, options }: BotCard): Json {
  return { title, subtitle: text, image_url: imageUrl, buttons: options.map(toPostback) };
}

function toPostback(option: BotOption): Json {
  return { type: 'postback', ...option };
}

function toLink({ title, url }: { title: string; url: string }): Json {
  return { type: 'web_url', title, url };
}

/** Only the members that hold something. */
function pick(members: Json): Json {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}
