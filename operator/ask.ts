import { EXIT, type Run } from './command';
import { installAskCli, runAskCli } from './deploy/ask-cli';
import { provideFiles } from './deploy/files';
import { told } from './problem';

/** `aloud ask …`: the ASK CLI of this project, installed where it is missing. */
export const run: Run = (call) =>
  told(call.screen, async () => {
    provideFiles(call.root);
    installAskCli(call.screen);
    return runAskCli(call.words) === 0 ? EXIT.good : EXIT.bad;
  });
