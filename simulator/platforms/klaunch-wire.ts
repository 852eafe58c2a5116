import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './vendor-server';

/** What the page lists, and nothing else. */
const MEMBERS = ['channelID', 'token', 'message', 'userID', 'attachments'];
const REQUIRED = ['channelID', 'token', 'message'];
/** Within a JSON string its quotes would be escaped. */
const USER_ID = /(?<!\\)"userID"\s*:\s*(\d+)\s*[,}]/;

/** A message that came in. */
export interface Sent {
  readonly channelID: string;
  readonly token: string;
  readonly message: string;
  /** The digits as they were written; absent where a new user is asked for. */
  readonly userID?: string;
}

/** Forms of an error that are in use for APIs of this kind; the vendor's page shows none. */
export const ERROR_SHAPES = {
  message: (message: string) => ({ success: false, message }),
  error: (error: string) => ({ success: false, error }),
  nested: (message: string) => ({ success: false, error: { code: 7, message } }),
} as const;

export type ErrorShape = keyof typeof ERROR_SHAPES;

/** Whether a body names a user, readable or not. */
export function namesUser(body: string): boolean {
  const json = parse(body);
  return isObject(json) && Object.hasOwn(json, 'userID');
}

/** A message in the page's form: its members and their types, and the two forms of an attachment. */
export function readSent(headers: IncomingHttpHeaders, body: string): Sent {
  if (headers['content-type'] !== 'application/json') throw new Refusal(415, 'The request must be JSON');
  const json = parse(body);
  if (!isObject(json)) throw new Refusal(400, 'The request cannot be read');
  const unknown = Object.keys(json).find((name) => !MEMBERS.includes(name));
  if (unknown) throw new Refusal(400, `${unknown} is not supported`);
  const missing = REQUIRED.find((name) => typeof json[name] !== 'string' || json[name] === '');
  if (missing) throw new Refusal(400, `${missing} must be a string`);

  const { userID, attachments = [] } = json;
  const [, digits] = (typeof userID === 'number' && USER_ID.exec(body)) || [];
  if (userID !== undefined && !digits) throw new Refusal(400, 'userID must be a whole number');
  if (!Array.isArray(attachments) || !attachments.every(isAttachment)) {
    throw new Refusal(400, 'attachments must be objects with a base64 or a url');
  }
  return {
    channelID: String(json.channelID),
    token: String(json.token),
    message: String(json.message),
    userID: digits,
  };
}

function isAttachment(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 1) return false;
  const { url, base64 } = value;
  if (typeof base64 === 'string') return /^data:[\w.+-]+\/[\w.+-]+;base64,[\w+/]+=*$/.test(base64);
  return typeof url === 'string' && URL.canParse(url) && /^https?:/.test(url);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
