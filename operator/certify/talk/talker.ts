import type { Echo } from '../../../simulator/echo/types';

/** What an Echo is that talks with the skill. */
export interface Device {
  readonly locale: string;
  readonly hasScreen: boolean;
}

/** A skill that can be talked with, with a bot behind it. */
export interface Talker {
  readonly bot: 'simulated' | 'own';
  echo(device: Device): Promise<Echo>;
  /** What the bot offers now whom the Echo of a locale was for. */
  offered(locale: string): Promise<readonly string[]>;
  /** Has the bot fail until it is told not to; absent where nobody may do that to it. */
  readonly fail?: (locale: string, isDown: boolean) => void;
  /** Where requests go, and who signs them. */
  door(): Promise<Door>;
  close(): Promise<void>;
}

/** The skill's `/alexa`, and what it takes a request by. */
export interface Door {
  readonly url: string;
  readonly skillId: string;
  readonly sign: (body: string) => Record<string, string>;
}
