import { styleText } from 'node:util';

/** Where a command says what it does: a terminal, a pipe or a test. */
export interface Screen {
  /** Whether somebody reads along, and can be asked. */
  readonly isInteractive: boolean;
  /** What was asked for: standard output. */
  print(text: string): void;
  /** What else is to be known, warnings and faults: standard error. */
  note(text: string): void;
  /** What takes long, while it does; told to those who read along only. */
  progress(text: string): void;
  style(style: Style, text: string): string;
}

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** A stream that is written to; `on` where it tells what goes wrong with it. */
interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
  on?(event: 'error', told: (error: NodeJS.ErrnoException) => void): unknown;
}

interface Streams {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  /** `NO_COLOR`, `FORCE_COLOR`, `TERM` and `CI` are looked at: https://no-color.org. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Whoever reads may have read enough: `aloud help | head -1`. The command goes on to its end, as its exit code is no less true;
 * whatever else is wrong with a stream is thrown, as it would be.
 */
function stayWithoutReader(stream: Output): void {
  stream.on?.('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Begins the line anew and empties it. */
const LINE_START = '\r\u001b[K';

/** Colours, questions and progress are for terminals; a pipe or `TERM=dumb` gets plain lines. */
export function createScreen({ stdin, stdout, stderr, env }: Streams): Screen {
  for (const stream of [stdout, stderr]) stayWithoutReader(stream);
  const isPlain = Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  const hasColours = env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : Boolean(stdout.isTTY) && !isPlain;
  const isWatched = Boolean(stderr.isTTY) && env.TERM !== 'dumb' && !env.CI;
  let underWay = false;
  const settle = () => {
    if (underWay) stderr.write(LINE_START);
    underWay = false;
  };
  return {
    isInteractive: Boolean(stdin.isTTY && stdout.isTTY) && env.TERM !== 'dumb' && !env.CI,
    print(text) {
      settle();
      stdout.write(`${text}\n`);
    },
    note(text) {
      settle();
      stderr.write(`${text}\n`);
    },
    progress(text) {
      if (!isWatched) return;
      underWay = true;
      stderr.write(`${LINE_START}${text} …`);
    },
    // Whether there are colours is decided above, not by the process.
    style: (style, text) => (hasColours ? styleText(style, text, { validateStream: false }) : text),
  };
}
