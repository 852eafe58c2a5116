import type { Message } from '../../lambda/conversation/message';
import type { Platform, PlatformInput, SendResult } from '../../lambda/conversation/ports/platform';
import type { PlatformCall } from '../../lambda/telemetry/telemetry';
import type { Bot } from '../../simulator/platforms/bot-reply';
import type { Fault } from '../../simulator/platforms/faults';

/** A platform's adapter, connected to its simulated vendor. */
export interface PlatformHarness {
  readonly platform: Platform;
  /** What a new thread begins with, where the platform learns of a user with the first message. */
  readonly firstInput?: PlatformInput;
  /** What the adapter reported to its telemetry. */
  readonly calls: readonly PlatformCall[];
  /** What must not show in an error: credentials, secret settings. */
  readonly secrets: readonly string[];
  /** The messages that a send led to, by whatever way they come. */
  messages(result: SendResult): Promise<readonly Message[]>;
  /** Makes the vendor fail at the next call: at the one by which a thread (or the access to it) is opened, or a later. */
  fail(operation: 'open' | 'send', fault: Fault): void;
  /** Makes the vendor forget all users. */
  forget(): void;
  /** Connections that the vendor has open. */
  connections(): Promise<number>;
  /** Calls that the vendor still has to answer. */
  waiting(): number;
  /** Stops the vendor, and whatever hears of it. Safe to repeat. */
  stopVendor(): Promise<void>;
}

/** What differs from vendor to vendor, needed before one is started. */
export interface PlatformTraits {
  /** Whether it can forget a thread; a vendor may take words from anybody at any time. */
  readonly forgets: boolean;
  /** The HTTP statuses by which it says that it does not know the thread. */
  readonly goneStatuses: readonly number[];
  /** No call is made before the first message, so there is none that could fail. */
  readonly opensSilently?: boolean;
}

export type StartHarness = (bot: Bot) => Promise<PlatformHarness>;
