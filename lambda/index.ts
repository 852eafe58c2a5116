import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { type App, createApp } from './app';
import { type Config, loadConfig } from './config';
import { toAloudError } from './errors';
import { createLogger, logTelemetry } from './log';
import type { Telemetry } from './telemetry';

interface Runtime {
  readonly app: App;
  readonly config: Config;
  readonly telemetry: Telemetry;
}

let runtime: Runtime | undefined;

/** Made once per process: AWS keeps the process, and with it connections and caches, for many requests. */
function start(): Runtime {
  if (!runtime) {
    const config = loadConfig(process.env);
    const telemetry = logTelemetry(createLogger(config.logLevel));
    runtime = { config, telemetry, app: createApp({ config, telemetry, runsOn: false }) };
  }
  return runtime;
}

/**
 * AWS Lambda entry point of the skill. Alexa invokes it directly, so there is no signature to verify; the application
 * id is, as anyone who knows the function's ARN could point a skill of theirs at it.
 *
 * Rejects, and so fails the invocation, when the settings are wrong (the log has one line per problem) and when the
 * request is for another skill.
 */
export async function handler(event: RequestEnvelope): Promise<ResponseEnvelope> {
  const { app, config, telemetry } = startOrExplain();
  if (!config.skillIds.includes(event?.context?.System?.application?.applicationId)) {
    telemetry.refused('application');
    throw new Error('request refused');
  }
  return app.skill.invoke(event);
}

function startOrExplain(): Runtime {
  try {
    return start();
  } catch (thrown) {
    logTelemetry(createLogger('error')).error(thrown, 'start');
    throw new Error(toAloudError(thrown).code);
  }
}
