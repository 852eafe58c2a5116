import { AloudError, toAloudError } from '../errors';
import { failure, type LambdaContext, type Runtime } from './runtime';
import { start } from './start';

/** Kept back of an invocation's time for what is on its way. */
const RESERVE_MS = 8000;
const LOOK_EVERY_MS = 300_000;

/** What wakes the notifier: records of the table's stream, or a schedule. */
export type NotifierEvent =
  | { readonly Records: readonly StreamRecord[] }
  | { readonly source: 'aws.events' | 'aws.scheduler' };

interface StreamRecord {
  readonly eventSource: 'aws:dynamodb';
  readonly dynamodb: { readonly SequenceNumber: string };
}

/** Which records AWS is to deliver again, and those behind them. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * The function that works off what is due: notifications, and users' queued words that are to be passed on. Whatever wakes
 * it, it does the same: all that is due, and what becomes due within a few seconds, for as long as the invocation may last.
 * Any number may run at a time.
 *
 * A batch of the stream that could not be worked off comes again. Rejects when the settings are wrong, and for an event
 * of anything else.
 */
export async function notifierFunction(event: NotifierEvent, context: LambdaContext): Promise<BatchResponse> {
  const { app, telemetry } = await started();
  const records = recordsOf(event);
  if (!records) {
    const text = 'notifier is woken by the stream of the table and by a schedule, and by nothing else';
    telemetry.error(new AloudError('ALOUD_FUNCTION_MISUSED', text), 'notifier');
    throw failure('ALOUD_FUNCTION_MISUSED');
  }
  try {
    const ms = context.getRemainingTimeInMillis() - RESERVE_MS;
    // Neither is to be cut off by the other's failure.
    const ended = await Promise.allSettled([app.notifications()?.drain(ms), app.queuedWords().drain(ms)]);
    const failed = ended.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    return { batchItemFailures: [] };
  } catch (thrown) {
    telemetry.error(thrown, 'notifier');
    const [first] = records;
    if (!first) throw failure(toAloudError(thrown).code);
    return { batchItemFailures: [{ itemIdentifier: first.dynamodb.SequenceNumber }] };
  } finally {
    await app.flush();
  }
}

/** Whose notification it is that is due is not told by what wakes it: it looks for skills that were added now and then. */
async function started(): Promise<Runtime> {
  await start().catch(orFail);
  return start({ knows: () => false, lookEveryMs: LOOK_EVERY_MS }).catch(() => start());
}

function orFail(thrown: unknown): never {
  throw thrown instanceof AloudError ? failure(thrown.code) : thrown;
}

/** The records that came; none with a schedule. `undefined` for what is neither. */
function recordsOf(event: unknown): readonly StreamRecord[] | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const { Records: records, source } = event as { readonly Records?: unknown; readonly source?: unknown };
  if (Array.isArray(records)) return records.every(isStreamRecord) ? records : undefined;
  return source === 'aws.events' || source === 'aws.scheduler' ? [] : undefined;
}

function isStreamRecord(record: Partial<StreamRecord> | null): record is StreamRecord {
  return record?.eventSource === 'aws:dynamodb' && typeof record.dynamodb?.SequenceNumber === 'string';
}

/** Loads and connects what the function needs, before it is needed. */
export async function prepare(): Promise<void> {
  const { app } = await start();
  app.notifications();
  app.queuedWords();
  await app.ready();
}
