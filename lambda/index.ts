import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { type App, createApp } from './app';
import { type Config, loadConfig } from './config';
import { createLogger, logTelemetry } from './log';

interface Runtime {
  readonly app: App;
  readonly config: Config;
}

let runtime: Runtime | undefined;

/** Made once per process: AWS keeps the process, and with it connections and caches, for many requests. */
function start(): Runtime {
  if (!runtime) {
    const config = loadConfig(process.env);
    runtime = { config, app: createApp(config, logTelemetry(createLogger(config.logLevel))) };
  }
  return runtime;
}

/**
 * AWS Lambda entry point of the skill. Alexa invokes it directly, so there is no signature to verify; the application
 * id is, as anyone who knows the function's ARN could point a skill of theirs at it.
 *
 * @throws when the request is for another skill: the invocation fails and nothing is answered.
 */
export async function handler(event: RequestEnvelope): Promise<ResponseEnvelope> {
  const { app, config } = start();
  const applicationId = event?.context?.System?.application?.applicationId;
  if (!config.skillIds.includes(applicationId)) throw new Error('the request is for another skill');
  return app.skill.invoke(event, { arrival: Date.now() });
}
