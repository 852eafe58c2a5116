import type { Link } from './link';
import type { Models } from './models';
import type { Routing } from './nlu';
import type { Device } from './request';
import type { NotificationSource, ProgressSource } from './types';

/** What an Echo is, and what it talks to. */
export interface EchoOptions extends Device, Link {
  readonly models: Models;
  /** Which way a device takes where Amazon promises none. */
  readonly routing?: Routing;
  /** Where the skill may speak before its answer. By default nowhere. */
  readonly directives?: ProgressSource;
  /** Where the skill's notifications arrive. By default there are none. */
  readonly notifications?: NotificationSource;
}
