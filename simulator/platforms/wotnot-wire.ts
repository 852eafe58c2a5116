import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './vendor-server';
import type { ButtonData } from './wotnot-messages';

export type Json = Record<string, unknown>;

/** An error in either of the forms that the vendor's page shows: with a code, or bare. */
export function errorBody({ statusCode, message, details }: Refusal): string {
  const code = details && 'code' in details ? details.code : undefined;
  if (code === undefined) return JSON.stringify({ error: message });
  return JSON.stringify({ ok: false, error: code, code, message, status: statusCode });
}

export function refuse(status: number, code: string, message: string): never {
  throw new Refusal(status, message, { code });
}

/** Digits that `stringify` writes as a number of any length. */
export function numeric(digits: string): string {
  return /^\d+$/.test(digits) ? `#number:${digits}` : digits;
}

export function stringify(value: unknown): string {
  return JSON.stringify(value).replace(/"#number:(\d+)"/g, '$1');
}

/** 32 digits of an id, as the vendor makes some. */
export function hex(): string {
  return randomUUID().replaceAll('-', '');
}

/** The JSON object that a request brings. */
export function readBody(headers: IncomingHttpHeaders, body: string): Json {
  if (headers['content-type'] !== 'application/json') throw invalid();
  try {
    return object(JSON.parse(body));
  } catch {
    throw invalid();
  }
}

export interface StartRequest {
  readonly channel: unknown;
  readonly text: string;
  readonly bot: Json;
  readonly user: string;
}

/** A start, as the vendor's page has it. What stands for the bot is left to the caller. */
export function readStart({ channel, message, variables, from, ...bot }: Json): StartRequest {
  const { type, user_external_id: user, ...others } = object(from);
  if (type !== 'VISITOR' || typeof user !== 'string' || user === '' || Object.keys(others).length > 0) throw invalid();
  if (variables !== undefined) readVariables(object(variables));
  return { channel, text: readText(object(message)), bot, user };
}

/** What a visitor answers, in the forms that the vendor's page shows, and the one for a button. */
export type VisitorResponse =
  | { readonly kind: 'text' | 'slider' | 'files' | 'script'; readonly said: string }
  | { readonly kind: 'button'; readonly said: string; readonly data: Json };

export function readResponse({ message, user, ...others }: Json, buttonAnswer: string): VisitorResponse {
  const { type, ...rest } = object(user);
  if (type !== 'VISITOR' || Object.keys({ ...rest, ...others }).length > 0) throw invalid();
  const { type: kind, data: content, ...more } = object(message);
  const data = object(content);
  if (Object.keys(more).length > 0) throw invalid();
  switch (kind) {
    case 'text':
      return { kind: 'text', said: readText(object(message)) };
    case buttonAnswer:
      return { kind: 'button', said: string(data.body), data };
    case 'slider.response':
      return { kind: 'slider', said: readSlider(data) };
    case 'file_upload.response':
      return { kind: 'files', said: readFiles(data) };
    case 'javascript.response':
      return { kind: 'script', said: readScript(data) };
    default:
      throw invalid();
  }
}

/** Whether an answer gives back the whole of a button that was offered. */
export function isButton(data: Json, { body, callback, next_dialog, key }: ButtonData): boolean {
  return data.body === body && data.callback === callback && data.next_dialog === next_dialog && data.key === key;
}

export function invalid(): Refusal {
  return new Refusal(400, 'Invalid request');
}

function readText({ type, data, ...others }: Json): string {
  const { body, ...rest } = object(data);
  if (type !== 'text' || Object.keys({ ...others, ...rest }).length > 0) throw invalid();
  return string(body);
}

function readSlider({ body, value, callback, ...others }: Json): string {
  const isWhole = typeof value === 'number' && String(value) === body && callback !== undefined;
  if (!isWhole || Object.keys(others).length > 0) throw invalid();
  return body;
}

function readFiles({ files, ...others }: Json): string {
  if (!Array.isArray(files) || Object.keys(others).length > 0) throw invalid();
  return files
    .map((file) => {
      const { filename, link, mime_type, extension, ...rest } = object(file);
      if (Object.keys(rest).length > 0) throw invalid();
      return [filename, link, mime_type, extension].map(string)[0];
    })
    .join(', ');
}

function readScript({ variables, ...others }: Json): string {
  const { contact_variables, non_contact_variables, ...rest } = object(variables);
  const lists = [contact_variables, non_contact_variables];
  if (!lists.every(Array.isArray) || Object.keys({ ...others, ...rest }).length > 0) throw invalid();
  return lists
    .flat()
    .map((variable) => {
      const { name, value } = object(variable);
      return `${string(name)}=${value}`;
    })
    .join(', ');
}

function readVariables({ system, contact, conversation, ...others }: Json): void {
  if (Object.keys(others).length > 0) throw invalid();
  const { timezone, referrerUrl, browserLanguage, ...rest } = object(system ?? {});
  if (Object.keys(rest).length > 0) throw invalid();
  for (const value of [timezone, referrerUrl, browserLanguage]) if (value !== undefined) string(value);
  object(contact ?? {});
  object(conversation ?? {});
}

function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid();
  return value as Json;
}

function string(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw invalid();
  return value;
}
