import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { AloudError } from '../errors';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Authenticated encryption of what must not be readable in the database. */
export interface Seal {
  /** Seals a text. The same `context` must be given to open it: a sealed value cannot be moved to another user. */
  seal(text: string, context: string): Buffer;
  /** @throws AloudError ALOUD_STORE_SEALED when it was sealed with another secret or context, or was altered. */
  open(sealed: Uint8Array, context: string): string;
}

/** AES-256-GCM with a key derived from ALOUD_SECRET (HKDF-SHA256). A sealed value is version, IV, tag, ciphertext. */
export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'aloud:seal', 32));
  return {
    seal(text, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), sealed]);
    },
    open(sealed, context) {
      try {
        if (sealed[0] !== VERSION) throw new Error('unknown version');
        const iv = sealed.subarray(1, 1 + IV_BYTES);
        const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
        const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
        const text = decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString();
      } catch (cause) {
        throw new AloudError('ALOUD_STORE_SEALED', 'a stored value cannot be unsealed', { cause });
      }
    },
  };
}
