import type { UserInput } from '../../lambda/conversation/action';
import type { InputRequest, Message } from '../../lambda/conversation/message';
import type { Platform, PlatformInput } from '../../lambda/conversation/ports/platform';
import { render } from '../../lambda/speech/render';
import { heard } from '../speech/xml';
import { botMessage, startTalk } from '../support/talk';

/**
 * A conversation as a file tells it. Its inputs: `bot <what it is told>: <what it answers>`, `> <what the user says>` (`+`: in a
 * new session; `!`: a request of Alexa's own), `* <what comes by webhook>`, `. <seconds that pass>`, `x <how the last reply
 * ended>`, `platform <its traits>`. Messages stand behind `//`, choices in `[Tea|Cake]`, what is asked for in `{number 1-5}`, a
 * person before it as `@Rosa`, everybody's as `@all`. What comes of them: `=` is told the bot, `<` is said, `?` is said to who
 * stays silent, `~` is noted beside.
 */
export interface Transcript {
  readonly title: string;
  readonly lines: readonly string[];
}

export function readTranscripts(file: string): Transcript[] {
  return file
    .trim()
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trimEnd().split('\n');
      return { title, lines };
    });
}

const IS_OUTCOME = /^[<?=~]/;
const SECOND_MS = 1000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

/** The transcript with what comes of its inputs now: the same as it says, or something has changed that users notice. */
export async function carryOut({ lines }: Transcript): Promise<string[]> {
  const answers = new Map<string, readonly Message[]>();
  const out: string[] = [];
  let count = 0;
  // All of it lies in the past, whatever time goes by in it.
  let now = Date.now() - DAY_MS;
  let traits: Partial<Platform> & { readonly webhook?: boolean; readonly notifications?: boolean } = {};
  let talk: ReturnType<typeof startTalk> | undefined;
  const numbered = (messages: readonly Message[]) =>
    messages.map((message) => ({ ...message, id: `${message.id} ${count++}`, sentAt: now }));

  const platform = (): Platform => ({
    name: traits.webhook ? 'klaunch' : 'botdistrikt',
    inline: !traits.webhook,
    open: async (user) => ({ user: user.key }),
    async send(thread, input) {
      out.push(`= ${told(input)}`);
      const messages = numbered(answers.get(told(input)) ?? []);
      if (!traits.webhook) return { thread, messages, pending: false };
      if (messages.length > 0) await talk?.bring(...messages);
      return { thread, messages: [], pending: true };
    },
    receive: () => ({ refused: 'malformed' }),
    async close() {},
    ...traits,
  });
  const open = () => {
    talk ??= startTalk(platform(), { now: () => now, notifications: traits.notifications === true });
    return talk;
  };

  for (const line of lines) {
    if (IS_OUTCOME.test(line)) continue;
    out.push(line);
    const [, bot, answer = ''] = /^bot (.*?): (.*)$/.exec(line) ?? [];
    if (bot !== undefined) answers.set(bot, messagesOf(answer));
    else if (line.startsWith('platform ')) traits = JSON.parse(line.slice('platform '.length));
    else if (line.startsWith('* ')) await open().bring(...numbered(messagesOf(line.slice(2))));
    else if (line.startsWith('. ')) now += Number(line.slice(2)) * SECOND_MS;
    else if (line.startsWith('x ')) await open().end(line === 'x too-late' ? 'too-late' : line === 'x played');
    else if (line.startsWith('> ')) {
      const [, isNew, words = ''] = /^> (\+ )?(.*)$/.exec(line) ?? [];
      const { reply, understood, late } = await open().say(inputOf(words), {
        newSession: isNew !== undefined,
        budgetMs: 400,
      });
      const { ssml, reprompt, card } = render(reply, { locale: 'en-US' });
      out.push(`< ${heard(ssml)}`);
      if (reprompt !== undefined) out.push(`? ${heard(reprompt)}`);
      if (card) out.push(`~ card: ${card.title}: ${card.text.replaceAll('\n', '\\n')}`);
      if (reply.permission) out.push('~ asks for the permission');
      if (understood) out.push(`~ ${[understood.answer, understood.rule].join(', by ')}`);
      if (late) out.push('~ late');
      if (reply.question === undefined) out.push('~ the session ends');
      now += 5 * SECOND_MS;
    } else if (line !== '') throw new Error(`What is this? ${line}`);
  }
  return out;
}

const COMMANDS = /^!(yes|no|repeat|start-over|help|goodbye|unread-messages|notify-on|notify-off)$/;

function inputOf(words: string): UserInput {
  if (words === '!launch' || words === '!no-match' || words === '!cancel')
    return { kind: words.slice(1) as 'launch' | 'no-match' | 'cancel' };
  const [, command] = COMMANDS.exec(words) ?? [];
  return command === undefined ? { kind: 'words', text: words } : ({ kind: 'command', command } as UserInput);
}

function told(input: PlatformInput): string {
  switch (input.kind) {
    case 'start':
      return '(start)';
    case 'choice':
      return `[${input.choice.label}]`;
    case 'answer':
      return `(${input.inputRequest.kind}) ${[input.text, input.number].filter((part) => part !== undefined).join(' = ')}`;
    case 'text':
      return input.text;
  }
}

function messagesOf(text: string): Message[] {
  return text.split(' // ').map(messageOf);
}

function messageOf(source: string): Message {
  const [, from, rest = ''] = /^(?:@(\w+) )?(.*)$/.exec(source) ?? [];
  const { text: words, labels } = withoutChoices(rest);
  const [, request, bounds] = / \{(\w+)(?: (\d+-\d+))?\}$/.exec(words) ?? [];
  const text = words.replace(/ \{.*\}$/, '').replaceAll('\\n', '\n');
  const [min, max] = bounds?.split('-').map(Number) ?? [];
  const message = botMessage(text, labels);
  const asked = { kind: request as InputRequest['kind'], ...(min !== undefined && { min, max }) };
  return {
    ...message,
    ...(from !== undefined && {
      from: from === 'all' ? { kind: 'broadcast', id: '9' } : { kind: 'agent', id: from, name: from },
    }),
    ...(request === 'picture' && { media: [{ kind: 'image', title: 'Picture', url: 'https://shop.example/1.png' }] }),
    ...(request !== undefined && request !== 'picture' && { inputRequest: asked }),
  };
}

function withoutChoices(source: string): { readonly text: string; readonly labels: readonly string[] } {
  const [, text = source, labels] = /^(.*?) ?\[([^\]]*)\]$/.exec(source) ?? [];
  return { text, labels: labels === undefined ? [] : labels.split('|') };
}
