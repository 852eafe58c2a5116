import type { AddressInfo } from 'node:net';
import { startShop } from '../contract/shop';
import type { Serve } from './stage';

/** An Express app of a developer's own, with the skill in it. */
export const serveShop: Serve = async ({ config, logger, trust }) => {
  const { server, webhookPath, close } = await startShop(config, logger, trust);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return { port, url, webhookUrl: url + webhookPath, close };
};
