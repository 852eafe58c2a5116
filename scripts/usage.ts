const HELP = ['--help', '-h'];

/** Refuses a command line: says what was wrong, if that is known, and how the tool is used. The exit code is 2. */
export function refuseArguments(usage: string, wrong?: string): undefined {
  console.error(wrong === undefined ? usage : `${wrong}\n${usage}`);
  process.exitCode = 2;
  return undefined;
}

/**
 * What `read` makes of a command line by `parseArgs`; `undefined` where it asks how the tool is used, or names what there is not, and
 * that was told.
 */
export function readArguments<Read>(
  args: readonly string[],
  usage: string,
  read: (args: string[]) => Read,
): Read | undefined {
  if (args.some((arg) => HELP.includes(arg))) {
    console.log(usage);
    return undefined;
  }
  try {
    return read([...args]);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS_')) throw error;
    return refuseArguments(usage, message);
  }
}
