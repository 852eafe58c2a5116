import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median } from './figures';
import { envelopeOf } from './traffic';

/** Of each process. */
const ANSWERS = 21;

/** A Lambda artifact, and what its environment is. */
export interface Artifact {
  readonly name: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Milliseconds in a new process. */
export interface Start {
  /** Until the module is loaded, and what it starts by itself is started. */
  readonly loaded: number;
  /** From there to the first answer. */
  readonly answered: number;
  /** What of both the processor works: what is put off from the one to the other saves nothing. */
  readonly worked: number;
  /** What a later answer takes. */
  readonly warm: number;
  /** What of that the processor works. */
  readonly warmWorked: number;
  /** Bytes of log that an answer writes. */
  readonly logged: number;
}

/** Loads an artifact as AWS does, has it answer one request, and then some more. */
const PROBE = `
  const { randomUUID } = require('node:crypto');
  const processor = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const [begun, from] = [performance.now(), processor()];
  const { handler } = require(process.env.ARTIFACT);
  const loaded = performance.now();
  const answer = async () => {
    const event = JSON.parse(process.env.EVENT);
    // What is asked again would only be answered again.
    event.request.requestId = 'amzn1.echo-api.request.' + randomUUID();
    event.request.timestamp = new Date().toISOString();
    const { response } = await handler(event, { getRemainingTimeInMillis: () => 8000 });
    if (!response.outputSpeech) throw new Error('no answer');
    return performance.now();
  };
  (async () => {
    const answered = await answer();
    const worked = processor() - from;
    const times = [];
    const before = processor();
    for (let turn = 0; turn < ${ANSWERS - 1}; turn++) {
      const asked = performance.now();
      times.push((await answer()) - asked);
    }
    const warmWorked = (processor() - before) / ${ANSWERS - 1};
    const result = { loaded: loaded - begun, answered: answered - loaded, worked, times, warmWorked };
    process.stdout.write(JSON.stringify(result), () => process.exit());
  })();
`;

/** Starts a process that loads the artifact and asks it something for a user, several times. */
export async function probe({ file, environment }: Artifact, user: string, question: string): Promise<Start> {
  const event = JSON.stringify(envelopeOf(user, question));
  const env = { PATH: process.env.PATH, ARTIFACT: file, EVENT: event, ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', PROBE], { env });
  const log = stdout.slice(0, stdout.lastIndexOf('\n') + 1);
  const { times, ...start } = JSON.parse(stdout.slice(log.length));
  return { ...start, warm: median(times), logged: Buffer.byteLength(log) / ANSWERS };
}
