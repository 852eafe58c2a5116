// `npm start`, and the tools of those who build Aloud: runs one entry.
import { makeLambda, runEntry, serve, tell } from './run.mjs';

const [entry, ...args] = process.argv.slice(2);
try {
  if (entry === undefined) await serve();
  // Of `aloud deploy`.
  else if (entry === 'lambda') process.exitCode = (await makeLambda()) ? 0 : 1;
  else await runEntry(entry, args);
} catch (error) {
  tell(error);
}
