import type { TerminalCommand } from '../echo/terminal';
import type { Echo } from '../echo/types';
import type { AlexaApp } from './alexa-app';
import type { Desk } from './desk';

/** Who writes at the desk of the terminal chat. */
const AGENT = 'Rosa';

export interface ChatCommandsOptions {
  readonly desk: Desk;
  readonly alexaApp: AlexaApp;
  readonly userId: string;
  /** The customer's present Echo. */
  readonly echo: () => Echo;
}

/** What one can do in the terminal beside talking: as the business, and in the Alexa app. */
export function chatCommands({ desk, alexaApp, userId, echo }: ChatCommandsOptions): Map<string, TerminalCommand> {
  const commands = new Map<string, TerminalCommand>();
  commands.set('/agent', {
    usage: ['/agent <text>', 'write to yourself as a live agent'],
    run: async (text) => (text ? told(await desk.agent(text, AGENT)) : 'what does the agent write?'),
  });
  if (desk.broadcasts) {
    commands.set('/broadcast', {
      usage: ['/broadcast <text>', 'send yourself a broadcast'],
      run: async (text) => (text ? told(await desk.broadcast(text)) : 'what is broadcast?'),
    });
  }
  commands.set('/notifications', {
    usage: ['/notifications', 'turn them on or off in the Alexa app'],
    async run() {
      const allowed = !alexaApp.allows(userId);
      await alexaApp.allow(userId, allowed, echo());
      return `notifications are ${allowed ? 'on' : 'off'}`;
    },
  });
  return commands;
}

function told(webhook: number | undefined): string {
  return webhook === undefined
    ? 'the platform does not know you yet: say something to the bot first'
    : `the webhook was answered ${webhook}`;
}
