import { NO_TELEMETRY, type Telemetry } from '../../lambda/telemetry/telemetry';
import type { TurnReport } from '../echo/types';
import { boundedMap } from './bounded-map';

const MAX_RECORDS = 200;

/** Keeps what the backend reports of its last turns, by Alexa's id of the request. */
export function keepTurnRecords(): { readonly telemetry: Telemetry; of(requestId: string): TurnReport | undefined } {
  const records = boundedMap<string, TurnReport>(MAX_RECORDS);
  return {
    telemetry: {
      ...NO_TELEMETRY,
      turn: ({ requestId, timings, understood }) => void records.set(requestId, { timings, understood }),
    },
    of: records.get,
  };
}
