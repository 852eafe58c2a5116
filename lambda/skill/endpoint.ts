import { isUtf8 } from 'node:buffer';
import type { Skill } from 'ask-sdk-core';
import { ExpressAdapter, type Verifier } from 'ask-sdk-express-adapter';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { type ErrorRequestHandler, type RequestHandler, raw } from 'express';
import type { Telemetry } from '../telemetry/telemetry';
import { EventNotTaken } from './events';

/** Requests are some 5 KB; session attributes and the visual context of APL may make one larger than 100 KB. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** A valid answer that says nothing. */
const EMPTY: ResponseEnvelope = { version: '1.0', response: {} };

export interface EndpointOptions {
  readonly skill: Pick<Skill, 'invoke' | 'appendAdditionalUserAgent'>;
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

  /** Hands on as text exactly the bytes that were signed: `isUtf8` makes the way back to them unambiguous. */
  const decode: RequestHandler = (req, res, next) => {
    if (Buffer.isBuffer(req.body) && isUtf8(req.body) && isUtf8Charset(req.headers['content-type'])) {
      req.body = req.body.toString('utf8');
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
  const adapter = new ExpressAdapter(neverThrowing(options.skill, telemetry) as Skill, false, false, [...verifiers]);
  return [
    raw({ type: () => true, limit: BODY_LIMIT_BYTES, inflate: false }),
    decode,
    ...adapter.getRequestHandlers().slice(-1),
    refuseUnreadable,
  ];
}

function isUtf8Charset(contentType = ''): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

/** The last net: the skill has an error handler that speaks, and this is for when even that fails. */
function neverThrowing(skill: EndpointOptions['skill'], telemetry: Telemetry): EndpointOptions['skill'] {
  return {
    appendAdditionalUserAgent: (userAgent) => skill.appendAdditionalUserAgent(userAgent),
    async invoke(envelope, context) {
      try {
        const response = await skill.invoke(envelope, context);
        // The adapter would answer 500, with the message, to what cannot be written as JSON.
        if (!JSON.stringify(response)?.startsWith('{')) throw new TypeError('the skill returned no response envelope');
        return response;
      } catch (error) {
        // Its own report was made, and its message says nothing: the adapter answers 500 with it.
        if (error instanceof EventNotTaken) throw error;
        telemetry.error(error, 'alexa');
        return EMPTY;
      }
    },
  };
}
