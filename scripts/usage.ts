const HELP = ['--help', '-h'];

/** Says how a tool is used, and what was wrong, if something was. The exit code tells the two apart. */
export function tellUsage(usage: string, wrong?: string): undefined {
  if (wrong === undefined) {
    console.log(usage);
    return undefined;
  }
  console.error([...(wrong === '' ? [] : [wrong]), usage].join('\n'));
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
  if (args.some((arg) => HELP.includes(arg))) return tellUsage(usage);
  try {
    return read([...args]);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS_')) throw error;
    return tellUsage(usage, message);
  }
}
