import type { ServerResponse } from 'node:http';

/** How a vendor's server may fail: an HTTP status, in the vendor's own form, or something on the wire. */
export type Fault = number | WireFault;
export type WireFault = (typeof WIRE_FAULTS)[number];

export const WIRE_FAULTS = [
  'hang',
  'reset',
  'garbage',
  'half',
  'half-chunked',
  'drip',
  'huge',
  'not-json',
  'html',
  'html-502',
] as const;

const HTML = '<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>';
const HUGE_BYTES = 5 * 1024 * 1024;
const DRIP_MS = 25;

/** Fails in place of a good answer (JSON text), which some faults begin with. */
export function misbehave(fault: WireFault, response: ServerResponse, good: string): void {
  const { socket } = response;
  const bytes = Buffer.from(good);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  const json = (headers = {}) => response.writeHead(200, { 'content-type': 'application/json', ...headers });

  switch (fault) {
    case 'hang':
      return;
    case 'reset':
      socket?.resetAndDestroy();
      return;
    case 'garbage':
      socket?.end('\u0000\u0001 this is not HTTP\r\n\r\n');
      return;
    case 'half':
      json({ 'content-length': bytes.length }).write(half, () => socket?.destroy());
      return;
    case 'half-chunked':
      json().write(half, () => socket?.destroy());
      return;
    case 'drip': {
      json({ 'content-length': HUGE_BYTES }).write('[');
      const timer = setInterval(() => response.write(' '), DRIP_MS);
      response.on('close', () => clearInterval(timer));
      return;
    }
    case 'huge':
      json().end(`["${'a'.repeat(HUGE_BYTES)}"]`);
      return;
    case 'not-json':
      response.writeHead(200, { 'content-type': 'text/plain' }).end('OK, message accepted');
      return;
    case 'html':
    case 'html-502':
      response.writeHead(fault === 'html' ? 200 : 502, { 'content-type': 'text/html' }).end(HTML);
  }
}
