import type { RequestEnvelope } from 'ask-sdk-model';
import { type Answer, ENDPOINT_TIMEOUT_MS, responseIn } from './link';
import type { InteractionModel } from './models';
import { cardRule } from './rules/card';
import { directivesRule } from './rules/directives';
import type { Rule } from './rules/rule';
import { farewellRule, sessionRule } from './rules/session';
import { responseEnvelope } from './rules/shape';
import { speechRule } from './rules/speech';
import type { Verdict } from './types';

/** Bytes of a response: "120 kilobytes", read the strict way. */
const MAX_RESPONSE = 120_000;
const UNDISPATCHED = 'An exception occurred while dispatching the request to the skill.';

const RULES: readonly Rule[] = [farewellRule, speechRule, cardRule, directivesRule, sessionRule];

/** What Alexa would have against an answer of the skill; `undefined` when she would play it. */
export async function judge(
  envelope: RequestEnvelope,
  answer: Answer,
  model: InteractionModel,
): Promise<Verdict | undefined> {
  const { status, body, ms } = answer;
  if (envelope.request.type.startsWith('AlexaSkillEvent.')) return undefined;
  if (ms >= ENDPOINT_TIMEOUT_MS) {
    return {
      type: 'ENDPOINT_TIMEOUT',
      message: `The skill took ${Math.round(ms)} ms; Alexa waits ${ENDPOINT_TIMEOUT_MS}.`,
    };
  }
  if (status === 0) return invalid(`${UNDISPATCHED} (no answer)`);
  if (status < 200 || status > 299) return invalid(`${UNDISPATCHED} (HTTP ${status})`);
  const bytes = Buffer.byteLength(body);
  if (bytes > MAX_RESPONSE) return invalid(`Response of ${bytes} bytes exceeds the allowed ${MAX_RESPONSE} bytes`);

  const { success, data, error } = responseEnvelope.safeParse(responseIn(answer));
  if (!success) {
    const { path, message } = error.issues[0] ?? { path: [], message: '' };
    return invalid(`The response is not valid: ${path.join('.') || 'body'}: ${message}`);
  }
  for (const rule of RULES) {
    const fault = await rule(data.response, { envelope, model });
    if (fault) return invalid(fault);
  }
  return undefined;
}

function invalid(message: string): Verdict {
  return { type: 'INVALID_RESPONSE', message };
}
