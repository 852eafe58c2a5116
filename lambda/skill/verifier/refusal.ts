import type { RefusalReason } from '../../telemetry/telemetry';

/** A request that is not from Alexa, not for this skill, or not of now. The reason is for the metrics, not for the caller. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly reason: RefusalReason) {
    super('request refused');
  }
}
