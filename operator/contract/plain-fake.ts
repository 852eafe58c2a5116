import { type Description, type Places, VARIABLE, variablesOf } from '../../lambda/platforms/plain/description';
import { parsePath } from '../../lambda/platforms/plain/path';
import type { Bot, BotOption, BotReply } from '../../simulator/platforms/bot-reply';
import type { Fault } from '../../simulator/platforms/faults';
import { Refusal, startVendorServer, type VendorRequest } from '../../simulator/platforms/vendor-server';
import type { Fake } from '../../simulator/testing';
import { type Found, put, readBack, textBack } from './fill-back';

/** A fake that was made of a description, and the description that calls it. */
export interface PlainFake extends Fake {
  readonly description: Description;
}

/**
 * The bot that a description speaks of, on loopback: it reads requests by the description's own template and answers by its own
 * paths. So it proves that the description is whole and means one thing, not that the real bot is as it says.
 */
export async function startPlainFake(description: Description, bot: Bot): Promise<PlainFake> {
  const faults: Record<'open' | 'send', Fault[]> = { open: [], send: [] };
  const behaviour = { delayMs: 0, faults };
  const known = new Set<string>();
  const offered = new Map<string, readonly BotOption[]>();
  const environment: Record<string, string> = Object.fromEntries(
    variablesOf(description).map((name) => [name, `secret-of-${name.toLowerCase()}`]),
  );

  const server = await startVendorServer<'open' | 'send'>({
    behaviour,
    errorBody: () => '{"error":true}',
    route(request) {
      const { text = '', userId, conversationId } = said(request);
      const user = userId ?? conversationId ?? '';
      return {
        operation: known.has(user) ? 'send' : 'open',
        answer() {
          known.add(user);
          if (text === '') throw new Refusal(400, 'no text');
          const picked = offered.get(user)?.find(({ payload }) => payload === text);
          const replies = bot.reply(user, picked?.title ?? text);
          offered.set(
            user,
            replies.flatMap(({ options = [] }) => options),
          );
          const answer = answerOf(replies, description.reply) ?? null;
          return JSON.stringify(asGood(answer, description.errors.failed));
        },
      };
    },
  });

  const [, variable, host = '', path = ''] =
    /^(?:\$\{([^}]*)\}|(https?:\/\/[^/?#]*))(.*)$/s.exec(description.request.url) ?? [];
  if (variable) environment[variable] = server.origin;
  const called: Description =
    host === '' ? description : { ...description, request: { ...description.request, url: server.origin + path } };

  function said({ url, headers, body }: VendorRequest): Found {
    const set = <T>(node: T): T =>
      JSON.parse(JSON.stringify(node).replace(VARIABLE, (_all, name) => environment[name] ?? ''));
    const { request } = description;
    return {
      ...textBack(set(path) || '/', url, decodeURIComponent),
      ...Object.assign(
        {},
        ...Object.entries(set(request.headers)).map(([name, template]) =>
          textBack(template, String(headers[name.toLowerCase()] ?? ''), decodeURIComponent),
        ),
      ),
      ...(request.body !== undefined && body !== '' && readBack(set(request.body), JSON.parse(body))),
    };
  }

  return {
    description: called,
    environment,
    behaviour,
    firstInput: { kind: 'text', text: 'hello' },
    goneStatuses: description.errors.gone,
    get waiting() {
      return server.waiting;
    },
    connections: server.connections,
    close: server.close,
  };
}

function answerOf(replies: readonly BotReply[], places: Places): unknown {
  const messages = replies.map((reply) => messageOf(reply, places));
  const { messages: path } = places;
  const lists = path === undefined ? messages[0] : put(undefined, path, messages);
  return choicesBeside(lists, replies, places);
}

/** What a good answer has to have so that it is none of an error. */
function asGood(answer: unknown, signs: Description['errors']['failed'] = []): unknown {
  if (Array.isArray(answer)) return answer;
  return signs.reduce((good, { at, not }) => (not ? put(good, at, not[0]) : good), answer);
}

function messageOf(reply: BotReply, places: Places): unknown {
  const { text = '', options = [] } = reply;
  if (places.text === undefined) return text;
  const worded = put(undefined, places.text, text);
  const { choices } = places;
  if (!choices || options.length === 0 || isFromTop(choices.list)) return worded;
  return put(worded, choices.list, optionsOf(options, choices));
}

/** Choices that stand beside the messages, of the last of them. */
function choicesBeside(answer: unknown, replies: readonly BotReply[], { choices }: Places): unknown {
  const options = replies.at(-1)?.options ?? [];
  if (!choices || options.length === 0 || !isFromTop(choices.list)) return answer;
  return put(answer, choices.list, optionsOf(options, choices));
}

function optionsOf(
  options: readonly BotOption[],
  { title, value }: NonNullable<Places['choices']>,
): readonly unknown[] {
  return options.map((option) => {
    const worded = title === undefined ? option.title : put(undefined, title, option.title);
    return value === undefined || title === undefined ? worded : put(worded, value, option.payload);
  });
}

function isFromTop(path: string): boolean {
  return parsePath(path)?.isFromTop ?? false;
}
