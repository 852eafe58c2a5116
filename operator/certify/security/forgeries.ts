/** A request that is not Alexa's, and how it was answered. */
export interface Refusal {
  /** What is wrong with it: "without a signature". */
  readonly forgery: string;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
}
