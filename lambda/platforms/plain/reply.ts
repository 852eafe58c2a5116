import type { Card, Choice, Media } from '../../conversation/message';
import { type Content, isEmpty } from '../shared/content';
import { MAX_EACH, paragraphs, toText } from '../shared/fields';
import { kindOfUrl, medium } from '../shared/media';
import { toUrl } from '../shared/urls';
import type { Places } from './description';
import { at, parsePath } from './path';

/** What an answer or a webhook says, message by message. What holds nothing is left out. */
export function readContents(answer: unknown, places: Places): readonly Content[] {
  const messages = messagesOf(answer, places);
  const last = messages.length - 1;
  const all = messages.map((message, index) => {
    const find = finder(message, answer, index === last);
    return {
      ...textOf(message, find, places),
      choices: choicesOf(find, places),
      media: mediaOf(find, places),
      cards: cardsOf(find, places),
    };
  });
  return all.filter((content) => !isEmpty(content)).slice(0, MAX_EACH);
}

type Find = (path: string | undefined) => readonly unknown[];

function messagesOf(answer: unknown, { messages }: Places): readonly unknown[] {
  const found = messages === undefined ? [answer] : find(answer, messages);
  return found.flat().slice(0, MAX_EACH);
}

/** What is told of the whole answer belongs to its last message: options to the question that was asked last. */
function finder(message: unknown, answer: unknown, isLast: boolean): Find {
  return (path) => {
    const parsed = path === undefined ? undefined : parsePath(path);
    if (!parsed) return [];
    if (parsed.isFromTop) return isLast ? at(answer, parsed) : [];
    return at(message, parsed);
  };
}

/** What stands at a path of a description, whose paths were checked. */
export function find(value: unknown, path: string): readonly unknown[] {
  const parsed = parsePath(path);
  return parsed ? at(value, parsed) : [];
}

export function findText(value: unknown, path: string | undefined): string | undefined {
  return path === undefined
    ? undefined
    : find(value, path)
        .map(toText)
        .find((text) => text !== undefined);
}

function textOf(message: unknown, find: Find, { text: path }: Places): Pick<Content, 'text'> {
  const text = path === undefined ? toText(message) : paragraphs(...find(path).flat().map(toText));
  return text === undefined ? {} : { text };
}

function choicesOf(find: Find, { choices }: Places): readonly Choice[] {
  return listed(find, choices).flatMap((item) => {
    const label = choices?.title === undefined ? toText(item) : findText(item, choices.title);
    if (label === undefined) return [];
    const value = findText(item, choices?.value);
    return [{ label, ...(value !== undefined && { option: { value } }) }];
  });
}

function mediaOf(find: Find, { media }: Places): readonly Media[] {
  return listed(find, media).flatMap((item) => {
    const url = toUrl(media?.url === undefined ? item : findText(item, media.url));
    return url === undefined ? [] : [medium(kindOfUrl(url) ?? 'link', url, findText(item, media?.title))];
  });
}

function cardsOf(find: Find, { cards }: Places): readonly Card[] {
  return listed(find, cards).flatMap((item) => {
    const [title, text] = [findText(item, cards?.title), findText(item, cards?.text)];
    const imageUrl = toUrl(findText(item, cards?.image));
    if (title === undefined && text === undefined && imageUrl === undefined) return [];
    return [{ ...(title && { title }), ...(text && { text }), ...(imageUrl && { imageUrl }), choices: [] }];
  });
}

function listed(find: Find, place: { readonly list: string } | undefined): readonly unknown[] {
  return find(place?.list).flat().slice(0, MAX_EACH);
}
