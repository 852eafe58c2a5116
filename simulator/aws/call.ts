import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** A request to a service of Amazon's, read whole. */
export interface Call {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Reads a request whole. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const { method = '', url = '', headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return { method, path: decodeURIComponent(pathname), query: searchParams, headers, body: Buffer.concat(chunks) };
}

export function json(status: number, body: unknown, headers?: Readonly<Record<string, string>>): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The body of a request as a JSON object; throws for any other. */
export function objectIn({ body }: Call): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(body.toString());
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an object');
  return value as Readonly<Record<string, unknown>>;
}

/** A list of members or a structure in AWS's XML; what is undefined is left out. */
export type Xml = string | number | readonly Xml[] | { readonly [tag: string]: Xml | undefined };

/** An XML element. Lists become `member` elements. */
export function xml(tag: string, content: Xml, attributes = ''): string {
  return `<${tag}${attributes}>${inner(content)}</${tag}>`;
}

function inner(content: Xml): string {
  if (typeof content !== 'object') {
    return String(content).replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
  }
  if (Array.isArray(content)) return content.map((member) => xml('member', member)).join('');
  return Object.entries(content)
    .map(([tag, value]) => (value === undefined ? '' : xml(tag, value as Xml)))
    .join('');
}

export function send(response: ServerResponse, { status, headers, body = '' }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, headers).end(body);
}
