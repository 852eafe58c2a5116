import type { CallBehaviour } from './vendor-server';

export type Operation = 'open' | 'send';

/** What the vendor's pages leave open, and what may go wrong. Every member may be changed at any time. */
export interface Behaviour extends CallBehaviour<Operation> {
  /** The member that names the bot. */
  botKeyField: 'bot_key' | 'publish_key';
  /** A visitor who has an open conversation gets another one, or none. */
  known: 'new' | 'refused';
  /** The account's plan has the API channel. */
  channelEnabled: boolean;
  /** The status for a message to a closed conversation. */
  closedStatus: 400 | 404;
  /** The type of a button's answer. */
  buttonAnswer: string;
  /** The bot's first messages stand in the answer to the start: besides the events, in place of them, or not at all. */
  inline: 'no' | 'too' | 'only';
  /** How our webhook must repeat the token. */
  handshake: 'json' | 'text';
}

/** As a vendor that does what its pages say. */
export function usualBehaviour(): Behaviour {
  return {
    delayMs: 0,
    faults: { open: [], send: [] },
    botKeyField: 'bot_key',
    known: 'new',
    channelEnabled: true,
    closedStatus: 400,
    buttonAnswer: 'button.response',
    inline: 'no',
    handshake: 'json',
  };
}
