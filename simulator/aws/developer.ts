import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Call, json, objectIn, type Reply } from './call';

/** An Amazon developer, and what their machine holds of it. */
export interface Developer {
  readonly vendorId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Login with Amazon: gives a new access token for the refresh token. */
  refresh(call: Call): Reply;
  /** Whether an access token is good. */
  accepts(token: string | undefined): boolean;
  /** Writes what `ask configure` leaves in a home folder, for these profiles of the CLI. The access token is over. */
  configure(home: string, profiles?: readonly string[]): void;
}

export function createDeveloper(): Developer {
  const refreshToken = `Atzr|${randomUUID()}`;
  const tokens = new Set<string>();
  const vendorId = 'M0SIMULATED0';
  const accessKeyId = 'AKIASIMULATED0000000';
  const secretAccessKey = randomUUID();

  return {
    vendorId,
    accessKeyId,
    secretAccessKey,
    accepts: (token = '') => tokens.has(token.replace(/^Bearer /, '')),
    refresh(call) {
      const { grant_type, refresh_token, client_id } = readForm(call);
      if (grant_type !== 'refresh_token' || !client_id) return json(400, { error: 'unsupported_grant_type' });
      if (refresh_token !== refreshToken) return json(400, { error: 'invalid_grant' });
      const access_token = `Atza|${randomUUID()}`;
      tokens.add(access_token);
      return json(200, { access_token, refresh_token: refreshToken, token_type: 'bearer', expires_in: 3600 });
    },
    configure(home, profiles = ['default']) {
      const profile = {
        token: {
          access_token: 'Atza|over',
          refresh_token: refreshToken,
          token_type: 'bearer',
          expires_in: 3600,
          expires_at: '2026-01-01T00:00:00.000Z',
        },
        vendor_id: vendorId,
        aws_profile: 'ask_cli_default',
      };
      write(join(home, '.ask'), 'cli_config', {
        share_usage: false,
        profiles: Object.fromEntries(profiles.map((name) => [name, profile])),
      });
      const lines = [
        '[ask_cli_default]',
        `aws_access_key_id = ${accessKeyId}`,
        `aws_secret_access_key = ${secretAccessKey}`,
      ];
      write(join(home, '.aws'), 'credentials', `${lines.join('\n')}\n`);
    },
  };
}

/** The token request is JSON from the ASK CLI, a form from others. */
function readForm(call: Call): Readonly<Record<string, unknown>> {
  const isJson = call.headers['content-type']?.startsWith('application/json');
  return isJson ? objectIn(call) : Object.fromEntries(new URLSearchParams(call.body.toString()));
}

function write(folder: string, name: string, content: string | object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}
