import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './vendor-server';

/** An error as LoopBack answers it; BotDistrikt's API reference refers to that framework. */
export function errorBody({ statusCode, message, details }: Refusal): string {
  return JSON.stringify({ error: { statusCode, name: 'Error', message, ...(details && { details }) } });
}

/** The JSON object that a request brings. */
export function readBody(headers: IncomingHttpHeaders, body: string): Record<string, unknown> {
  if (headers['content-type'] !== 'application/json') throw new Refusal(415, 'Unsupported Media Type');
  let value: unknown;
  try {
    value = parse(body);
  } catch {
    throw new Refusal(400, 'Unexpected token in JSON');
  }
  if (!isObject(value)) throw new Refusal(422, 'The body must be an object');
  return value;
}

/** JSON whose long numbers can be told apart. */
export function parse(text: string): unknown {
  return JSON.parse(text.replace(/(?<=[:,[]\s*)-?\d{16,}(?=\s*[,}\]])/g, '"$&"'));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A strict model takes no properties that it does not define. */
export function refuseOthers(others: object): void {
  const [name] = Object.keys(others);
  if (name) throw new Refusal(422, `\`${name}\` is not defined in the model.`);
}
