import { type RequestRecord, stretchesOf } from '../../lambda/telemetry/request';
import type { TurnReport } from '../echo/types';
import { boundedMap } from './bounded-map';

const MAX_RECORDS = 200;

/** Keeps what the backend reports of its last turns, by Alexa's id of the request. */
export function keepTurnRecords(): {
  readonly onRequest: (record: RequestRecord) => void;
  of(requestId: string): TurnReport | undefined;
} {
  const records = boundedMap<string, TurnReport>(MAX_RECORDS);
  return {
    onRequest(record) {
      const timings: Record<string, number> = {};
      for (const { name, from, to } of stretchesOf(record)) timings[name] = (timings[name] ?? 0) + to - from;
      if (record.turn) records.set(record.requestId, { timings, understood: record.turn.understood });
    },
    of: records.get,
  };
}
