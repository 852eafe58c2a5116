/** A request that is not taken, and why. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** Whether it is a fault of the caller's. A user who takes none, and a limit, are no fault. */
    readonly isViolation = true,
  ) {
    super(message);
  }
}
