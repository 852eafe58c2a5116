import type { RequestEnvelope, Response, ResponseEnvelope } from 'ask-sdk-model';

/** A skill, as the SDK's are: what answers a request that has been proven. */
export interface Skill {
  /** @param context what AWS Lambda, or the server, hands over beside a request */
  invoke(requestEnvelope: RequestEnvelope, context?: unknown): Promise<ResponseEnvelope>;
}

/** A request, and what is handed to `invoke` beside it. */
export interface Given {
  readonly requestEnvelope: RequestEnvelope;
  readonly context?: unknown;
}

/** What answers a request. */
export interface Answer {
  readonly response: Response;
  /** The session attributes of the answer. Default: those that the request brought. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What answers one kind of request. */
export interface Handler {
  canHandle(requestEnvelope: RequestEnvelope): boolean;
  handle(given: Given): Promise<Answer> | Answer;
}

export interface Handlers {
  /** The first that can handle a request does. */
  readonly handlers: readonly Handler[];
  /** What is answered where a handler has thrown. What it throws itself `invoke` rejects with. */
  readonly onError: (requestEnvelope: RequestEnvelope, thrown: unknown) => Response;
}

/**
 * What the SDK's builder makes of such handlers, without what that makes for each request and we do not use: a response factory, a
 * manager of attributes, and a copy of the session's, which were 4 of 100 samples of a turn.
 */
export function createDispatcher({ handlers, onError }: Handlers): Skill {
  async function answerTo(given: Given): Promise<Answer> {
    const { requestEnvelope } = given;
    try {
      const handler = handlers.find(({ canHandle }) => canHandle(requestEnvelope));
      if (!handler) throw new TypeError(`nothing handles ${requestEnvelope.request.type}`);
      return await handler.handle(given);
    } catch (thrown) {
      return { response: onError(requestEnvelope, thrown) };
    }
  }

  return {
    async invoke(requestEnvelope, context) {
      const { response, attributes } = await answerTo({ requestEnvelope, context });
      const { session } = requestEnvelope;
      if (!session) return { version: '1.0', response };
      return { version: '1.0', response, sessionAttributes: attributes ?? session.attributes ?? {} };
    },
  };
}
