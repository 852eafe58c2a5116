/** Where the time of a turn went: stage name to milliseconds, in the order the stages ran. */
export type Ledger = Readonly<Record<string, number>>;

/** What happened in one turn. Holds no id of a person and nothing that was said. */
export interface TurnRecord {
  /** Alexa's id of the request. */
  readonly requestId: string;
  /** The request or intent: `LaunchRequest`, `ChatIntent`, `AMAZON.YesIntent`. */
  readonly name: string;
  /** `ok`, or the code of the error that the user heard about. */
  readonly outcome: string;
  readonly ms: number;
  readonly ledger: Ledger;
}

/** Why a request to `/alexa` was refused. */
export type RefusalReason =
  | 'headers'
  | 'certificate_url'
  | 'certificate_fetch'
  | 'certificate'
  | 'signature'
  | 'timestamp'
  | 'application'
  | 'body'
  | 'too_large';

/** One call to a bot platform. */
export interface PlatformCall {
  readonly platform: string;
  readonly operation: string;
  /** `ok`, or an error code. */
  readonly outcome: string;
  readonly ms: number;
}

/** Where the rooms report what happened. Must not throw. */
export interface Telemetry {
  turn(record: TurnRecord): void;
  refused(reason: RefusalReason): void;
  platformCall(call: PlatformCall): void;
  /** An error that no turn reported: `where` names the place. */
  error(error: unknown, where: string): void;
}

export const NO_TELEMETRY: Telemetry = {
  turn() {},
  refused() {},
  platformCall() {},
  error() {},
};

/** Reports to all of them. */
export function fanOut(listeners: readonly Telemetry[]): Telemetry {
  const each = (report: (listener: Telemetry) => void) => {
    for (const listener of listeners) report(listener);
  };
  return {
    turn: (record) => each((listener) => listener.turn(record)),
    refused: (reason) => each((listener) => listener.refused(reason)),
    platformCall: (call) => each((listener) => listener.platformCall(call)),
    error: (error, where) => each((listener) => listener.error(error, where)),
  };
}
