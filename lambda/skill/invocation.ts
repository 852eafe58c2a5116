import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Telemetry } from '../telemetry/telemetry';
import type { Skill } from './dispatch';
import { EventNotTaken } from './events';

/** A response, and the JSON it is written as. */
export interface Invoked {
  readonly response: ResponseEnvelope;
  readonly json: string;
}

/** A valid answer that says nothing. */
const EMPTY: ResponseEnvelope = { version: '1.0', response: {} };

/**
 * The last net: the skill has an error handler that speaks, and this is for when even that fails.
 *
 * @throws EventNotTaken, which is no answer to an event: Alexa delivers it again
 */
export async function invokeSafely(
  skill: Skill,
  telemetry: Telemetry,
  envelope: RequestEnvelope,
  context?: unknown,
): Promise<Invoked> {
  try {
    const response = await skill.invoke(envelope, context);
    const json: string | undefined = JSON.stringify(response);
    if (!json?.startsWith('{')) throw new TypeError('the skill returned no response envelope');
    return { response, json };
  } catch (error) {
    // Its own report was made.
    if (error instanceof EventNotTaken) throw error;
    telemetry.error(error, 'alexa');
    return { response: EMPTY, json: JSON.stringify(EMPTY) };
  }
}
