import { randomUUID } from 'node:crypto';
import type { Rights } from './rights';

/** Who a function is to AWS: its role's keys, lent for a while. */
export interface Identity {
  readonly name: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly rights: Rights;
}

/** The keys that functions run with. */
export interface Identities {
  /** Lends a function keys with these rights: the variables in which it finds them. */
  lend(functionName: string, rights: Rights): Readonly<Record<string, string>>;
  of(keyId: string): Identity | undefined;
}

export function createIdentities(): Identities {
  const identities = new Map<string, Identity>();
  return {
    lend(name, rights) {
      const keyId = `ASIA${Buffer.from(name).toString('hex').toUpperCase()}`;
      // A new state of a stack gives new rights to keys that are lent already.
      const { secretAccessKey = randomUUID(), sessionToken = randomUUID() } = identities.get(keyId) ?? {};
      identities.set(keyId, { name, secretAccessKey, sessionToken, rights });
      return {
        AWS_ACCESS_KEY_ID: keyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken,
      };
    },
    of: (keyId) => identities.get(keyId),
  };
}
