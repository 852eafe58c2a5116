import type { Platform, Received, WebhookRequest } from '../conversation/ports/platform';

/** A call to a vendor, as it goes out. */
export interface SentCall {
  readonly platform: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
}

/** What is recorded of one call while it is under way. */
export interface CallRecording {
  /** @returns the answer's value, whose reads are seen from then on */
  answered(status: number, text: string | undefined, value: unknown): unknown;
  /** @param outcome `ok`, or the code of an error */
  ended(outcome: string): void;
}

/** Where calls and webhooks go while an operator captures them (`aloud capture`). */
export interface Recorder {
  /** All that a turn asks while no capture is on. */
  readonly isOn: boolean;
  call(call: SentCall): CallRecording;
  webhook(platform: Pick<Platform, 'name' | 'receive'>, request: WebhookRequest, received: Received): void;
}

export const NO_RECORDER: Recorder = {
  isOn: false,
  call: () => ({ answered: (_status, _text, value) => value, ended() {} }),
  webhook() {},
};
