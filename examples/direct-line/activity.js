// @ts-check
// Activities of the Bot Framework: what is put to the bot, and what it says.
import {
  botMessage,
  isObject,
  kindOfUrl,
  medium,
  paragraphs,
  parseTime,
  readList,
  readText,
  readUrl,
  toText,
} from 'aloud';

/** @import { Card, Choice, JsonObject, Media, Message, PlatformInput } from 'aloud' */

const CARD = /^application\/vnd\.microsoft\.card\.(hero|thumbnail|signin|oauth|receipt)$/;
const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
/** Buttons that say something to the bot; others open or call something. */
const SPOKEN = ['imBack', 'postBack', 'messageBack'];

/**
 * What the user says, as an activity.
 *
 * @param {PlatformInput} input
 * @param {{ user: string, locale: string }} user
 * @returns {JsonObject}
 */
export function toActivity(input, { user, locale }) {
  const activity = { type: 'message', from: { id: user }, locale, textFormat: 'plain' };
  if (input.kind === 'choice') return { ...activity, ...saidBy(input.choice) };
  return { ...activity, text: 'text' in input ? input.text : '' };
}

/**
 * What Web Chat sends where a button is pressed: its value is the text, unless it is data.
 *
 * @param {Choice} choice
 */
function saidBy({ label, option }) {
  const [action] = [option].flat();
  const { text, value } = isObject(action) ? action : { text: undefined, value: undefined };
  if (isObject(value)) return { text: toText(text) ?? '', value };
  return { text: toText(text) ?? toText(value) ?? label };
}

/**
 * Whether the bot has said it, and not the user: both are in the history.
 *
 * @param {JsonObject} activity
 * @param {string} user
 */
export function isOfBot({ from, type }, user) {
  return (type === 'message' || type === 'endOfConversation') && isObject(from) && from.id !== user;
}

/**
 * The message of an activity; none where it holds nothing.
 *
 * @param {JsonObject} activity
 * @param {number} receivedAt
 * @returns {readonly Message[]}
 */
export function readMessage(activity, receivedAt) {
  const id = toText(activity.id);
  if (activity.type !== 'message' || id === undefined) return [];
  const attachments = readList(activity, ['attachments']).filter(isObject);
  const cards = attachments.flatMap(cardOf);
  const actions = isObject(activity.suggestedActions) ? readList(activity.suggestedActions, ['actions']) : [];
  const text = readText(activity, ['text', 'speak']);
  const media = [...attachments.flatMap(mediumOf), ...actions.flatMap(linkOf)];
  const choices = actions.flatMap(choiceOf);
  if (text === undefined && choices.length + media.length + cards.length === 0) return [];
  const sentAt = parseTime(activity.timestamp, receivedAt) ?? receivedAt;
  return [botMessage({ id, ...(text !== undefined && { text }), choices, media, cards, sentAt })];
}

/**
 * @param {JsonObject} attachment
 * @returns {readonly Card[]}
 */
function cardOf({ contentType, content }) {
  if (!isObject(content)) return [];
  if (contentType === ADAPTIVE) {
    const body = readList(content, ['body']).filter(isObject);
    const text = paragraphs(...body.map((block) => (block.type === 'TextBlock' ? toText(block.text) : undefined)));
    const choices = readList(content, ['actions']).filter(isObject).flatMap(submitOf);
    return [{ ...(text !== undefined && { text }), choices }];
  }
  if (!CARD.test(String(contentType))) return [];
  const text = paragraphs(toText(content.subtitle), toText(content.text));
  const imageUrl = readList(content, ['images'])
    .filter(isObject)
    .map((image) => readUrl(image))
    .find(Boolean);
  const choices = readList(content, ['buttons']).flatMap(choiceOf);
  const title = toText(content.title);
  return [{ ...(title && { title }), ...(text && { text }), ...(imageUrl && { imageUrl }), choices }];
}

/**
 * @param {unknown} action
 * @returns {readonly Choice[]}
 */
function choiceOf(action) {
  if (!isObject(action) || !SPOKEN.includes(String(action.type))) return [];
  const { title, text, value } = action;
  const label = toText(title) ?? toText(text) ?? toText(value);
  return label === undefined ? [] : [{ label, option: { text: text ?? null, value: value ?? null } }];
}

/**
 * A button of an Adaptive Card, which sends data.
 *
 * @param {JsonObject} action
 * @returns {readonly Choice[]}
 */
function submitOf({ type, title, data }) {
  const label = toText(title);
  return type !== 'Action.Submit' || label === undefined ? [] : [{ label, option: { value: data ?? {} } }];
}

/**
 * @param {unknown} action
 * @returns {readonly Media[]}
 */
function linkOf(action) {
  const address = isObject(action) && !SPOKEN.includes(String(action.type)) ? readUrl(action, ['value']) : undefined;
  return isObject(action) && address ? [medium('link', address, toText(action.title))] : [];
}

/**
 * A file, a picture; what the buttons of a card open.
 *
 * @param {JsonObject} attachment
 * @returns {readonly Media[]}
 */
function mediumOf(attachment) {
  const { content, contentType, name } = attachment;
  const links = isObject(content) ? readList(content, ['buttons']).flatMap(linkOf) : [];
  const address = readUrl(attachment, ['contentUrl']);
  if (!address) return links;
  const [kind] = String(contentType).split('/', 1);
  const known = kind === 'image' || kind === 'audio' || kind === 'video' ? kind : (kindOfUrl(address) ?? 'file');
  return [medium(known, address, toText(name)), ...links];
}
