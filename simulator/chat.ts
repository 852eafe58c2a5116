import { failStart } from '../lambda/server';
import { platformIn, startDemo } from './demo';
import { loadModels } from './echo/models';
import { talk } from './echo/terminal';

/** `npm run chat`: a conversation with the demo bot in the terminal. `npm run chat -- --platform klaunch` on another platform. */
export async function main(): Promise<void> {
  const { stdin: input, stdout: output, env, argv } = process;
  // The first argument after the script names this entry.
  const start = async () => startDemo({ port: 0, quiet: true, platform: platformIn(argv.slice(3)) });
  const demo = await start().catch(failStart);
  try {
    await talk({
      models: loadModels(),
      locale: 'en-US',
      createEcho: (locale) => demo.echo({ locale }),
      input,
      output,
      interactive: Boolean(input.isTTY && output.isTTY),
      colour: Boolean(output.isTTY && !env.NO_COLOR),
    });
  } finally {
    await demo.close();
  }
}
