import { loadConfig } from '../lambda/app/config';
import { startServer } from '../lambda/server';
import { failStart } from '../lambda/server/process';

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
  const trust = { roots: [rootPem], fetchPem: async () => chainPem };
  try {
    const { port, url, webhookUrl } = await startServer({ config: loadConfig(process.env), trust });
    process.send?.({ port, url, webhookUrl });
  } catch (error) {
    failStart(error);
  }
}
