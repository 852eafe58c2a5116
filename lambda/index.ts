import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { notifierFunction } from './functions/notifier';
import { type LambdaContext, start } from './functions/runtime';
import { skillFunction } from './functions/skill';
import { webhookFunction } from './functions/webhook';

/** AWS Lambda entry point: Alexa's requests. */
export const handler = skillFunction;

/** AWS Lambda entry point: the platform's webhook, behind a function URL. */
export const webhook = webhookFunction;

/** AWS Lambda entry point: notices, woken by the table's stream and by a schedule. */
export const notifier = notifierFunction;

/**
 * The skill for `ask-sdk-local-debug`, which waits for a callback and knows no context
 * (`--handlerName debugHandler --skillEntryFile dist/lambda/index.js`). AWS Lambda takes no such handlers any more.
 */
export function debugHandler(
  event: RequestEnvelope,
  context: LambdaContext | null,
  callback: (error: Error | null, response?: ResponseEnvelope) => void,
): void {
  skillFunction(event, context ?? undefined).then(
    (response) => callback(null, response),
    (error: Error) => callback(error),
  );
}

const PARTS = { handler: 'skill', webhook: 'webhooks', notifier: 'notifications' } as const;

/**
 * AWS gives a process more of a processor while it starts than when it answers, so what its function needs is loaded and
 * connected now. What is wrong is told by the first invocation.
 */
async function prepare(name: string): Promise<void> {
  if (!Object.hasOwn(PARTS, name)) return;
  const { app } = start();
  app[PARTS[name as keyof typeof PARTS]]();
  await app.ready();
}

prepare(process.env._HANDLER?.split('.').at(-1) ?? '').catch(() => {});
