import { failStart } from '../lambda/server/process';
import { DEMO_CUSTOMER, platformIn, startDemo } from './demo';
import { demoModels } from './demo/business';
import { chatCommands } from './demo/chat-commands';
import { talk } from './echo/terminal';
import type { Echo } from './echo/types';

/** `npm run chat`: a conversation with the demo bot in the terminal. `npm run chat -- --platform klaunch` on another platform. */
export async function main(): Promise<void> {
  const { stdin: input, stdout: output, env, argv } = process;
  // The first argument after the script names this entry.
  const start = async () => startDemo({ port: 0, quiet: true, platform: platformIn(argv.slice(3)) });
  const demo = await start().catch(failStart);
  const { desk, alexaApp } = demo;
  let echo: Echo = demo.echo();
  try {
    await talk({
      models: demoModels(),
      locale: 'en-US',
      createEcho(locale) {
        echo = demo.echo({ locale });
        return echo;
      },
      commands: chatCommands({ desk, alexaApp, userId: DEMO_CUSTOMER, echo: () => echo }),
      watch: (note) =>
        demo.onNotification(({ userId }) => {
          if (userId === DEMO_CUSTOMER) note('the Echo\'s light turns yellow: say "Alexa, read my notifications"');
        }),
      input,
      output,
      interactive: Boolean(input.isTTY && output.isTTY),
      colour: Boolean(output.isTTY && !env.NO_COLOR),
    });
  } finally {
    await demo.close();
  }
}
