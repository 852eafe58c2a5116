import { heardSpeech } from '../speech';
import type { Rule } from './rule';

/** Requests that end or follow a session: nothing may be said to them any more. */
export function isFarewell(requestType: string): boolean {
  return requestType === 'SessionEndedRequest' || requestType === 'System.ExceptionEncountered';
}

export const farewellRule: Rule = (response, { envelope }) => {
  if (!isFarewell(envelope.request.type)) return undefined;
  const parts = ['outputSpeech', 'card', 'reprompt'] as const;
  const part = parts.find((name) => response[name]);
  const fault = part
    ? `Response may not contain ${part === 'outputSpeech' ? 'an' : 'a'} ${part}`
    : response.shouldEndSession === false
      ? 'Response may not have shouldEndSession set to false'
      : response.directives?.[0]?.type;
  return fault && `The following directives are not supported: ${fault}`;
};

/**
 * A session stays open only with a question and a reprompt, and always on purpose. Alexa herself accepts some of what
 * is refused here, but then devices differ in what they do, or certification fails the skill.
 */
export const sessionRule: Rule = ({ outputSpeech, reprompt, directives, shouldEndSession }, { envelope }) => {
  if (isFarewell(envelope.request.type)) return undefined;
  const video = directives?.some(({ type }) => type === 'VideoApp.Launch') ?? false;
  if (video) return shouldEndSession === undefined ? undefined : 'VideoApp.Launch does not allow shouldEndSession';
  if (typeof shouldEndSession !== 'boolean') return 'shouldEndSession is missing: what happens depends on the device';
  if (shouldEndSession) return reprompt ? 'A reprompt is never heard when shouldEndSession is true' : undefined;
  if (!heardSpeech(outputSpeech)) return 'The session stays open, but nothing is said';
  return heardSpeech(reprompt?.outputSpeech) ? undefined : 'The session stays open without a reprompt';
};
