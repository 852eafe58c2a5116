import type { Child } from './child';

/** How many webhooks a server has put on disk, by its own metrics. */
export async function storedBy({ url }: Pick<Child, 'url'>): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^aloud_webhook_seconds_count\{outcome="stored"[^}]*\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
}
