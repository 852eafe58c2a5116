import type { IncomingMessage } from 'node:http';

/** Whether a request says that it has a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return (headers['content-length'] ?? headers['transfer-encoding']) !== undefined;
}

/** All of a body that is not too large and not encoded. What is left of one that is refused is read and thrown away. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer | 'too large' | 'unreadable'> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length } = request.headers;
  if (encoding.toLowerCase() !== 'identity') return Promise.resolve('unreadable');
  if (Number(length ?? 0) > limitBytes) return Promise.resolve('too large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limitBytes) resolve('too large');
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', () => resolve('unreadable'));
    request.on('close', () => {
      if (!request.complete) resolve('unreadable');
    });
  });
}
