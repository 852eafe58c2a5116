// The package `aloud`, for a bot of one's own: the port that a module meets, and what our own adapters are made of. docs/own-bot.md
import type { Platform as Port } from './conversation/ports/platform';

export { anyText, oneOf, parsed, type Setting, type Settings, text, url, wholeNumber } from './config/setting';
export type { Card, Choice, InputRequest, Media, Message, Sender } from './conversation/message';

export type {
  Address,
  PlatformEvent,
  PlatformInput,
  PlatformUser,
  Received,
  SendResult,
  Thread,
  WebhookRefusal,
  WebhookRequest,
  WebhookResponse,
} from './conversation/ports/platform';
/** What a module must be. Its `signal` is what `fetch` takes. */
export type Platform = Port<AbortSignal>;
export type { Signal } from './conversation/ports/signal';
export { AloudError, type AloudErrorOptions, type ErrorCode } from './errors';
export { type AdapterDeps, definePlatform, type OptionsOf, type PlatformDefinition } from './platforms/definition';
export { botMessage } from './platforms/own/message';
export { type Content, isEmpty, NOTHING } from './platforms/shared/content';
export { type EventId, eventId } from './platforms/shared/event-ids';
export { first, MAX_EACH, paragraphs, readList, readSynonyms, readText, toText } from './platforms/shared/fields';
export {
  codeOfStatus,
  createHttp,
  type ExplainedError,
  type Http,
  type HttpAnswer,
  type HttpOptions,
  type HttpRequest,
} from './platforms/shared/http';
export { readId } from './platforms/shared/ids';
export { child, isObject, type JsonObject, member, readBody, readObject } from './platforms/shared/json';
export { kindOfUrl, medium, readPlace } from './platforms/shared/media';
export { guestOf, readName, senderOf } from './platforms/shared/people';
export { MALFORMED, taken, UNAUTHORIZED } from './platforms/shared/received';
export { parseTime, toMoment } from './platforms/shared/time';
export { readUrl, toPhoneUrl, toUrl, toWebUrl } from './platforms/shared/urls';
