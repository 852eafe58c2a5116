import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { BatchResponse, NotifierEvent } from './functions/notifier';
import type { LambdaContext } from './functions/runtime';
import type { FunctionUrlEvent, FunctionUrlResponse } from './functions/webhook';

// Each function is loaded when it is first needed: a process of AWS Lambda only ever serves one of them.
const skill = () => require('./functions/skill') as typeof import('./functions/skill');
const webhooks = () => require('./functions/webhook') as typeof import('./functions/webhook');
const notifications = () => require('./functions/notifier') as typeof import('./functions/notifier');

/** AWS Lambda entry point: Alexa's requests. */
export async function handler(event: RequestEnvelope, context?: LambdaContext): Promise<ResponseEnvelope> {
  return skill().skillFunction(event, context);
}

/** AWS Lambda entry point: the platform's webhook, behind a function URL. */
export async function webhook(event: FunctionUrlEvent): Promise<FunctionUrlResponse> {
  return webhooks().webhookFunction(event);
}

/** AWS Lambda entry point: notifications, woken by the table's stream and by a schedule. */
export async function notifier(event: NotifierEvent, context: LambdaContext): Promise<BatchResponse> {
  return notifications().notifierFunction(event, context);
}

/**
 * The skill for `ask-sdk-local-debug`, which waits for a callback and knows no context
 * (`--handlerName debugHandler --skillEntryFile dist/lambda/index.js`). AWS Lambda takes no such handlers any more.
 */
export function debugHandler(
  event: RequestEnvelope,
  context: LambdaContext | null,
  callback: (error: Error | null, response?: ResponseEnvelope) => void,
): void {
  handler(event, context ?? undefined).then(
    (response) => callback(null, response),
    (error: Error) => callback(error),
  );
}

/**
 * AWS gives a process more of a processor while it starts than when it answers, so what its function needs is loaded and
 * connected now. What is wrong is told by the first invocation.
 */
async function prepare(name: string): Promise<void> {
  switch (name) {
    case 'handler':
      return skill().prepare();
    case 'webhook':
      return webhooks().prepare();
    case 'notifier':
      return notifications().prepare();
  }
}

prepare(process.env._HANDLER?.split('.').at(-1) ?? '').catch(() => {});
