import { failStart } from '../lambda/server';
import { startDemo } from './demo';
import { loadModels } from './echo/models';
import { talk } from './echo/terminal';

/** `npm run chat`: a conversation with the demo bot in the terminal. */
export async function main(): Promise<void> {
  const { stdin: input, stdout: output, env } = process;
  const demo = await startDemo({ port: 0, quiet: true }).catch(failStart);
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
