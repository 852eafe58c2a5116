import type { DeliveryBehaviour } from './deliveries';
import type { CallBehaviour, LoggedRequest } from './vendor-server';

/** What all simulated vendors have in common. */
export interface Vendor {
  /** The settings that connect Aloud to it, ALOUD_PLATFORM included. */
  readonly environment: Readonly<Record<string, string>>;
  /** `open` is the call by which a thread, or the access to the platform, is opened. */
  readonly behaviour: CallBehaviour<'open' | 'send'>;
  /** How its webhooks come. */
  readonly deliveries: DeliveryBehaviour;
  /** The last 1,000 calls that came in whole, refused ones too. */
  readonly requests: readonly LoggedRequest[];
  /** Calls that are not answered yet. */
  readonly waiting: number;
  /** Connections open at the moment. */
  connections(): Promise<number>;
  /** The webhook that its customer enters in the dashboard. */
  sendWebhooksTo(url: string): void;
  /** Resolves when no webhook is on its way any more. */
  idle(): Promise<void>;
  /**
   * A live agent writes to a user, named as the bot behind the vendor knows them. Resolves to the status that our
   * webhook answered.
   */
  agentSays(userId: string, text: string, agent: { readonly id: number; readonly name: string }): Promise<number>;
  /** Forgets all users, as a platform does whose conversations run out. */
  forget(): void;
  close(): Promise<void>;
}
