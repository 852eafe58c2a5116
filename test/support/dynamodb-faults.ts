import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { localClient } from './dynamodb';

/** What becomes of a request: it never arrives and this is thrown, or it arrives and its answer is lost or changed. */
export type Fault =
  | { readonly kind: 'fail'; readonly error: Error }
  | { readonly kind: 'lose answer' }
  | { readonly kind: 'change answer'; readonly change: (output: Answer, input: Answer) => void }
  /** The request is cut down before it is sent, and its answer changed accordingly. */
  | {
      readonly kind: 'change both';
      readonly before: (input: Answer) => void;
      readonly after: (output: Answer) => void;
    };

// biome-ignore lint/suspicious/noExplicitAny: answers of all commands
export type Answer = any;

/** A client that counts what it sends, and in whose way a test can stand. */
export interface WatchedClient {
  readonly client: DynamoDBClient;
  /** The commands sent since the last look, each try of them. */
  sent(): string[];
  /** Capacity units consumed since the last look, of reads and writes. */
  units(): number;
  /** The next requests of this command have these faults, one after the other. */
  next(command: string, ...faults: readonly Fault[]): void;
  /** All requests of these commands fail until `heal`. */
  failAll(commands: RegExp, error: () => Error): void;
  heal(): void;
}

export function watchedClient(): WatchedClient {
  const client = localClient();
  const faults = new Map<string, Fault[]>();
  let all: { readonly commands: RegExp; readonly error: () => Error } | undefined;
  let sent: string[] = [];
  let units = 0;

  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const name = commandName.replace('Command', '');
        const input: Answer = args.input;
        const queue = faults.get(name) ?? [];
        const [fault] = queue;
        if (fault?.kind === 'change answer' || fault?.kind === 'change both') queue.shift();
        if (fault?.kind === 'change both') fault.before(input);
        const result = await next({ ...args, input: { ...input, ReturnConsumedCapacity: 'TOTAL' } });
        const output: Answer = result.output;
        for (const { CapacityUnits = 0 } of [output.ConsumedCapacity ?? []].flat()) units += CapacityUnits;
        if (fault?.kind === 'change answer') fault.change(output, input);
        if (fault?.kind === 'change both') fault.after(output);
        return result;
      },
    { step: 'initialize', name: 'watch' },
  );
  const standInTheWay: Parameters<typeof client.middlewareStack.addRelativeTo>[0] =
    (next: Answer, { commandName = '' }: { commandName?: string }) =>
    async (args: Answer) => {
      const name = commandName.replace('Command', '');
      sent.push(name);
      if (all?.commands.test(name)) throw all.error();
      const queue = faults.get(name) ?? [];
      const fault = queue[0]?.kind === 'fail' || queue[0]?.kind === 'lose answer' ? queue.shift() : undefined;
      if (fault?.kind === 'fail') throw fault.error;
      if (fault?.kind !== 'lose answer') return next(args);
      await next(args).catch(() => {});
      throw named('TimeoutError', 'the answer was lost');
    };
  // Within the SDK's own retries.
  client.middlewareStack.addRelativeTo(standInTheWay, {
    relation: 'after',
    toMiddleware: 'retryMiddleware',
    name: 'faults',
  });
  return {
    client,
    sent() {
      const before = sent;
      sent = [];
      return before;
    },
    units() {
      const before = units;
      units = 0;
      return before;
    },
    next(command, ...more) {
      faults.set(command, [...(faults.get(command) ?? []), ...more]);
    },
    failAll(commands, error) {
      all = { commands, error };
    },
    heal() {
      all = undefined;
      faults.clear();
    },
  };
}

/** An error as the SDK makes them of answers. */
export function named(name: string, message = '', more: object = {}): Error {
  return Object.assign(new Error(message), { name, $metadata: {}, ...more });
}
