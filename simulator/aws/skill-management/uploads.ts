import { randomUUID } from 'node:crypto';
import { type Call, json, type Reply } from '../call';

/** Where packages wait to be imported. */
export interface Uploads {
  /** Gives out the address of an upload. */
  create(): Reply;
  /** The upload itself, to an address that needs no token. */
  take(call: Call): Reply;
  /** What was uploaded to an address. */
  at(location: string): Buffer | undefined;
}

/** @param url where this service is reached; asked once a request has come */
export function createUploads(url: () => string): Uploads {
  const uploads = new Map<string, Buffer | undefined>();

  return {
    create() {
      const id = randomUUID();
      uploads.set(id, undefined);
      return json(201, {
        uploadUrl: `${url()}/uploads/${id}`,
        expiresAt: new Date(Date.now() + 600_000).toISOString(),
      });
    },
    take({ method, path, body }) {
      const id = idIn(path);
      if (method !== 'PUT' || !uploads.has(id)) return { status: 403 };
      uploads.set(id, body);
      return { status: 200 };
    },
    at: (location) => uploads.get(idIn(location)),
  };
}

function idIn(address: string): string {
  return address.split('/').at(-1) ?? '';
}
