import { Pool } from 'undici';
import type { HttpAnswer } from './checks';

/** The connections to a server of ours. */
export interface Exchange {
  post(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export function openExchange(origin: string): Exchange {
  const pool = new Pool(origin, { connections: 4 });
  return {
    async post(path, body, headers) {
      const answer = await pool.request({ method: 'POST', path, headers, body });
      return { status: answer.statusCode, body: await answer.body.text() };
    },
    close: () => pool.destroy(),
  };
}
