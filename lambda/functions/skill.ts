import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { App } from '../app';
import { AloudError, toAloudError } from '../errors';
import { readRequest } from '../skill/incoming';
import type { Telemetry } from '../telemetry/telemetry';
import { failure, type LambdaContext, type Runtime, writeCounts } from './runtime';
import { start } from './start';

/**
 * The function that Alexa invokes. It does so directly, so there is no signature to verify; the application id is, as
 * anyone who knows the function's ARN could point a skill of theirs at it.
 *
 * Rejects, and so fails the invocation, when the settings are wrong, when the request is for another skill, and when it is
 * none of Alexa's or cannot be read. The log says why in one line.
 */
export async function skillFunction(event: RequestEnvelope, context?: LambdaContext): Promise<ResponseEnvelope> {
  const applicationId: unknown = event?.context?.System?.application?.applicationId;
  const knows = ({ skillIds }: App) => typeof applicationId !== 'string' || skillIds.includes(applicationId);
  let started: Runtime;
  try {
    started = await start({ knows });
  } catch (thrown) {
    return apologise(thrown, event);
  }
  const { app, telemetry } = started;
  if (typeof applicationId !== 'string') {
    telemetry.error(new AloudError('ALOUD_FUNCTION_MISUSED', 'handler takes requests of Alexa'), 'handler');
    throw failure('ALOUD_FUNCTION_MISUSED');
  }
  if (!app.skillIds.includes(applicationId)) {
    telemetry.refused('application');
    throw failure('request refused');
  }
  const looked = app.lookAround();
  const request = read(event, telemetry);
  try {
    return await app.skill().invoke(request, context);
  } finally {
    await writeCounts(app, looked, context);
  }
}

/** While the secrets of several skills cannot be read, who speaks is told so; what is no speech Alexa has to bring again. */
function apologise(thrown: unknown, { request }: RequestEnvelope): ResponseEnvelope {
  if (!(thrown instanceof AloudError)) throw thrown;
  if (request?.type !== 'LaunchRequest' && request?.type !== 'IntentRequest') throw failure(thrown.code);
  const { apology } = require('../app/apology') as typeof import('../app/apology');
  return apology(thrown, request.locale);
}

function read(event: RequestEnvelope, telemetry: Telemetry): RequestEnvelope {
  try {
    return readRequest(event);
  } catch (thrown) {
    telemetry.error(thrown, 'handler');
    throw failure(toAloudError(thrown).code);
  }
}

/** Loads and connects what the function needs, before it is needed. */
export async function prepare(): Promise<void> {
  const { app } = await start();
  app.skill();
  await app.ready();
}
