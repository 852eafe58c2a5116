import { loadConfig } from '../lambda/app/config';
import { startServer } from '../lambda/server';

/** What a server's process is told beside the settings of the skill. */
export interface Trusted {
  readonly rootPem: string;
  readonly chainPem: string;
}

/** The process of a server: the whole of it as `npm start` runs it, which believes a PKI of ours. */
export async function serveRole(): Promise<void> {
  const { rootPem, chainPem } = JSON.parse(process.env.CHAOS_TRUST ?? '{}') as Trusted;
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`unhandled rejection: ${reason instanceof Error ? reason.stack : reason}\n`);
  });
  process.on('disconnect', () => process.exit());
  const config = loadConfig(process.env);
  const trust = { roots: [rootPem], fetchPem: async () => chainPem };
  const { port, url, webhookUrl } = await startServer({ config, trust });
  process.send?.({ port, url, webhookUrl });
}
