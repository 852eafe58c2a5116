// Run by the Node of the deployed runtime: starts the artifact as AWS Lambda does, has it answer somebody twice, with a table and a
// bot on loopback, and writes what V8 has compiled by then. node warm.cjs <index.js> <where to>
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { json } from 'node:stream/consumers';
import v8 from 'node:v8';
import { Script } from 'node:vm';
import { readSource, sealed } from '../lambda/functions/code-cache';

type Item = Readonly<Record<string, { readonly S?: string }>>;

interface Update {
  readonly Key: Item;
  readonly UpdateExpression: string;
  readonly ExpressionAttributeValues?: Item;
}

interface Call extends Partial<Update> {
  readonly TransactItems?: readonly { readonly Put?: { readonly Item: Item }; readonly Update?: Update }[];
}

const REPLY = 'We open at half past eight and close at six. Which day would suit you?';
const BOT = [{ text: REPLY, quick_replies: [{ title: 'Monday' }, { title: 'Tuesday' }, { title: 'Friday' }] }];
const SKILL_ID = 'amzn1.ask.skill.warm';

/** As much of DynamoDB as an answer needs: it knows what was put and what was set, whatever the conditions. */
function answerOf(target: string, call: Call, items: Map<string, Item>): object {
  for (const { Put, Update } of call.TransactItems ?? []) {
    if (Put) items.set(`${Put.Item.pk?.S} ${Put.Item.sk?.S}`, Put.Item);
    if (Update) update(Update, items);
  }
  if (call.Key && call.UpdateExpression)
    update({ ...call, Key: call.Key, UpdateExpression: call.UpdateExpression }, items);
  if (!target.endsWith('.Query')) return {};
  const of = (name: string) => call.ExpressionAttributeValues?.[name]?.S ?? '';
  const isWanted = ({ pk, sk }: Item) => pk?.S === of(':pk') && isWithin(sk?.S ?? '', of(':from'), of(':to'));
  const Items = [...items.values()].filter(isWanted);
  return { Items, Count: Items.length };
}

/** Only what is set to a value. */
function update({ Key, UpdateExpression, ExpressionAttributeValues = {} }: Update, items: Map<string, Item>): void {
  const name = `${Key.pk?.S} ${Key.sk?.S}`;
  const set = [...UpdateExpression.matchAll(/(\w+) = (:\w+)/g)].flatMap(([, attribute = '', value = '']) => {
    const to = ExpressionAttributeValues[value];
    return to ? [[attribute, to] as const] : [];
  });
  items.set(name, { ...Key, ...items.get(name), ...Object.fromEntries(set) });
}

function isWithin(value: string, from: string, to: string): boolean {
  return value >= from && value <= to;
}

/** The table and the bot in one. */
async function serve(): Promise<string> {
  const items = new Map<string, Item>();
  const server = createServer(async (request, response) => {
    const target = request.headers['x-amz-target'];
    const body = await json(request).catch(() => ({}));
    response.setHeader('content-type', 'application/json');
    const answer = request.url?.endsWith('/user') ? { id: 1 } : BOT;
    response.end(JSON.stringify(target ? answerOf(String(target), body as Call, items) : answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function request(turn: number): object {
  const application = { applicationId: SKILL_ID };
  const user = { userId: 'amzn1.ask.account.WARM' };
  const device = { deviceId: 'amzn1.ask.device.WARM', supportedInterfaces: {} };
  const System = { application, user, device, apiEndpoint: 'https://api.amazonalexa.com', apiAccessToken: 'x' };
  const slots = { query: { name: 'query', value: 'when do you open', confirmationStatus: 'NONE' } };
  return {
    version: '1.0',
    session: { new: turn === 0, sessionId: 'amzn1.echo-api.session.warm', application, attributes: {}, user },
    context: { System },
    request: {
      ...{ type: 'IntentRequest', requestId: `amzn1.echo-api.request.${turn}`, locale: 'en-US' },
      timestamp: new Date().toISOString(),
      intent: { name: 'ChatIntent', confirmationStatus: 'NONE', slots },
      dialogState: 'IN_PROGRESS',
    },
  };
}

interface Functions {
  handler(event: object, context: object): Promise<object>;
}

/** In an emulator or on a busy machine the first answers may come too late. */
const MOST_TURNS = 10;

async function answerTwice({ handler }: Functions): Promise<void> {
  const context = { getRemainingTimeInMillis: () => 8000 };
  let answer = '';
  for (let turn = 0, good = 0; turn < MOST_TURNS && good < 2; turn++) {
    answer = JSON.stringify(await handler(request(turn), context));
    if (answer.includes('half past eight')) good++;
    if (good === 2) return;
  }
  throw new Error(`it answered ${answer}`);
}

async function main(file: string, target: string): Promise<void> {
  const url = await serve();
  Object.assign(process.env, {
    ...{ _HANDLER: 'index.handler', LOG_LEVEL: 'info', AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_DYNAMODB: url },
    ...{ AWS_ACCESS_KEY_ID: 'warm', AWS_SECRET_ACCESS_KEY: 'warm', AWS_SESSION_TOKEN: 'warm' },
    ...{ ALOUD_SKILL_ID: SKILL_ID, ALOUD_SECRET: 'what a start at build time has for a secret' },
    ...{ ALOUD_STORE: 'dynamodb:aloud-warm', ALOUD_NOTIFIER: 'elsewhere', ALOUD_PLATFORM: 'botdistrikt' },
    ...{ BOTDISTRIKT_WEBCHAT_APP_ID: '1', BOTDISTRIKT_DOMAIN: 'https://warm.example', BOTDISTRIKT_BASE_URL: url },
  });
  // V8 takes what was made under the flags that it has itself at that time: before the code has set any.
  v8.setFlagsFromString = () => {};
  const source = readSource(file);
  const script = new Script(source.text, { filename: file });
  const module = { exports: {} as Functions };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  await answerTwice(module.exports);
  writeFileSync(target, sealed(script.createCachedData(), source));
}

const [file = '', target = ''] = process.argv.slice(2);
main(file, target).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
