// The package `aloud/testing`: what a fake of a vendor is made of, which `aloud contract` puts a bot of its own behind. docs/own-bot.md
import type { PlatformInput } from '../lambda/conversation/ports/platform';
import type { Bot } from './platforms/bot-reply';
import type { CallBehaviour } from './platforms/vendor-server';

export type { Bot, BotOption, BotReply } from './platforms/bot-reply';
export type { Fault } from './platforms/faults';
export {
  type CallBehaviour,
  Refusal,
  startVendorServer,
  type VendorRequest,
  type VendorServer,
  type VendorServerOptions,
} from './platforms/vendor-server';

/** A fake of a vendor, with a bot behind it. What it cannot do is left out, and what needs it is not checked. */
export interface Fake {
  /** The settings that connect the platform to it, by their variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** By which it is told to fail: `open` is the first call of a thread. */
  readonly behaviour?: CallBehaviour<'open' | 'send'>;
  /** What a new thread begins with, where the vendor learns of a user with the first message. */
  readonly firstInput?: PlatformInput;
  /** The HTTP statuses by which it says that it does not know a thread. */
  readonly goneStatuses?: readonly number[];
  /** No call is made before the first message, so there is none that could fail. */
  readonly opensSilently?: boolean;
  /** Forgets all users. */
  forget?(): void;
  /** Calls that it still has to answer. */
  readonly waiting?: number;
  /** Connections that it has open. */
  connections?(): Promise<number>;
  /** Where the webhooks of its bot go, where there are any. */
  sendWebhooksTo?(url: string): void;
  /** Resolves when no webhook is on its way. */
  idle?(): Promise<void>;
  close(): Promise<void>;
}

/** What `my-bot.fake.js`, beside `my-bot.js`, exports as `fake`. */
export type StartFake = (bot: Bot) => Promise<Fake>;
