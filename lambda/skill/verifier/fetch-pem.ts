/** Amazon's bundles are about 7 KB. */
const MAX_BYTES = 64 * 1024;

/** Gets a PEM bundle: 200 only, no redirect, at most 64 KB. Rejects for anything else, and when `signal` fires. */
export async function fetchPem(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { redirect: 'error', signal });
  if (response.status !== 200 || !response.body) {
    await response.body?.cancel();
    throw new Error(`HTTP ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('latin1');
}
