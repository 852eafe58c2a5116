import { createHash } from 'node:crypto';
import type { BotDistriktServer } from '../platforms/botdistrikt';
import type { Vendor } from '../platforms/vendor';

/** Where the business writes to its customer. */
export interface Desk {
  /** Whether the platform has broadcasts. */
  readonly broadcasts: boolean;
  /**
   * A live agent writes. Resolves to the status that our webhook answered, 0 for none; `undefined` when the platform does
   * not know the customer, who has to say something to the bot first.
   */
  agent(text: string, name: string): Promise<number | undefined>;
  /** A broadcast reaches the customer. Resolves as `agent` does, also to `undefined` where there are no broadcasts. */
  broadcast(text: string): Promise<number | undefined>;
}

/** @param idOf as whom the vendor knows the customer, once it does */
export function createDesk(vendor: Vendor, idOf: () => string | undefined): Desk {
  const sender = isBroadcaster(vendor) ? vendor : undefined;
  let broadcasts = 0;
  return {
    broadcasts: sender !== undefined,
    async agent(text, name) {
      const id = idOf();
      // A vendor without a conversation of theirs has nowhere to write.
      return id === undefined
        ? undefined
        : vendor.agentSays(id, text, { id: numberOf(name), name }).catch(() => undefined);
    },
    async broadcast(text) {
      const id = idOf();
      return id === undefined ? undefined : sender?.broadcast(id, text, ++broadcasts);
    },
  };
}

function isBroadcaster(vendor: Vendor): vendor is BotDistriktServer {
  return 'broadcast' in vendor;
}

/** The same agent has the same number. */
function numberOf(name: string): number {
  return 1 + createHash('sha256').update(name).digest().readUInt16BE();
}
