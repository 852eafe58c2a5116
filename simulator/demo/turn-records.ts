import { NO_TELEMETRY, type Telemetry, type TurnRecord } from '../../lambda/telemetry/telemetry';
import { boundedMap } from './bounded-map';

const MAX_RECORDS = 200;

/** Keeps what the backend reports of its last turns, by Alexa's id of the request. */
export function keepTurnRecords(): { readonly telemetry: Telemetry; of(requestId: string): TurnRecord | undefined } {
  const records = boundedMap<string, TurnRecord>(MAX_RECORDS);
  return {
    telemetry: { ...NO_TELEMETRY, turn: (record) => void records.set(record.requestId, record) },
    of: (requestId) => records.get(requestId),
  };
}
