/** How much a capture keeps: the newest. */
export const CAPTURE_LIMITS = { entries: 200, chars: 1_000_000 };

/**
 * What `aloud capture` asks for and keeps: texts, whose form is not the store's concern. There is one capture at a time. It goes
 * with the erase of any user, as nothing in it says whose it is.
 */
export interface CaptureStore {
  /** Begins a capture, and deletes what an earlier one has kept. After `expires` (epoch milliseconds) nothing is kept of it. */
  beginCapture(state: string, expires: number): Promise<void>;
  /** What was asked for last; `undefined` where nothing was, or it has expired. */
  capture(): Promise<string | undefined>;
  /** Keeps something of the capture with this state; nothing where that is not the one any more. */
  keepCaptured(state: string, entry: string): Promise<void>;
  /** The newest within the limits, the oldest first. */
  captured(): Promise<readonly string[]>;
  /** Ends the capture, and deletes what it has kept. */
  endCapture(): Promise<void>;
}
