import type { Skill as SdkSkill } from 'ask-sdk-core';
import { ExpressAdapter, type Verifier } from 'ask-sdk-express-adapter';
import { type ErrorRequestHandler, type RequestHandler, raw } from 'express';
import type { Telemetry } from '../telemetry/telemetry';
import type { Skill } from './dispatch';
import { readRequest } from './incoming';
import { invokeSafely } from './invocation';
import { BODY_LIMIT_BYTES, textOf } from './request-body';

export interface EndpointOptions {
  readonly skill: Skill;
  /** What a request must pass, `createVerifiers` above all. They must refuse a body that is not a JSON object. */
  readonly verifiers: readonly Verifier[];
  readonly telemetry: Telemetry;
}

/**
 * Alexa's requests over HTTP, for `app.post('/alexa', alexaEndpoint(…))`. Answers 200 with the skill's response, 400 to
 * what is refused, 413 to what is larger than 256 KB: each with a fixed text. Never 500, to which Alexa says that there
 * was a problem with the skill, but to a skill event that was not carried out: Alexa then delivers it again. No other
 * body parser may run before it.
 */
export function alexaEndpoint(options: EndpointOptions): (RequestHandler | ErrorRequestHandler)[] {
  const { verifiers, telemetry } = options;

  const decode: RequestHandler = (req, res, next) => {
    const text = Buffer.isBuffer(req.body) ? textOf(req.body, req.headers['content-type']) : undefined;
    if (text !== undefined) {
      req.body = text;
      return next();
    }
    telemetry.refused('body');
    res.sendStatus(400);
  };

  const refuseUnreadable: ErrorRequestHandler = (error, _req, res, _next) => {
    const isTooLarge = error.type === 'entity.too.large';
    telemetry.refused(isTooLarge ? 'too_large' : 'body');
    res.sendStatus(isTooLarge ? 413 : 400);
  };

  // Of the adapter's three handlers only the last is used, which verifies, invokes and answers: the first refuses
  // requests that another parser has read, and the second is a parser with a fixed limit of 100 KB.
  const adapter = new ExpressAdapter(neverThrowing(options.skill, telemetry) as SdkSkill, false, false, [...verifiers]);
  return [
    raw({ type: () => true, limit: BODY_LIMIT_BYTES, inflate: false }),
    decode,
    ...adapter.getRequestHandlers().slice(-1),
    refuseUnreadable,
  ];
}

/** What the verifiers have let in can be read. The adapter would answer 500, with the message, where a skill throws or returns what cannot be written as JSON. */
function neverThrowing(skill: Skill, telemetry: Telemetry): Pick<SdkSkill, 'invoke' | 'appendAdditionalUserAgent'> {
  return {
    appendAdditionalUserAgent() {},
    invoke: async (envelope, context) =>
      (await invokeSafely(skill, telemetry, readRequest(envelope), context)).response,
  };
}
