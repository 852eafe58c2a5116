import type { IncomingMessage, ServerResponse } from 'node:http';
import { TOKEN_PATH } from '../amazon/login-with-amazon';
import { serveOnLoopback } from '../amazon/loopback';
import { createEcho } from '../echo/echo';
import type { Echo, NotificationSource, ProgressSource } from '../echo/types';
import { type Call, json, type Reply, send } from './call';
import { type CloudFormation, createCloudFormation } from './cloudformation';
import { createDatabase, type Database } from './database';
import { createDeployed, type Deployed } from './deployed';
import { createDeveloper, type Developer } from './developer';
import { createS3 } from './s3';
import { createSecretsManager, type SecretsManager } from './secrets-manager';
import { createSkillManagement, type SkillManagement } from './skill-management';
import type { Skill } from './skill-management/skill';

export interface AwsOptions {
  /** Alexa Skill Messaging of every skill. */
  readonly credentials: Skill['credentials'];
  /** What every function finds in its environment besides what its template says. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where DynamoDB Local listens. Without it tables are not made, and streams wake no function. */
  readonly dynamodb?: string;
  /** Where a skill's progressive responses and notifications arrive. */
  readonly directives?: ProgressSource;
  readonly notifications?: NotificationSource;
}

/** A request that came in, as a witness of what travelled where. */
export interface Travelled {
  /** `secretsmanager`, `cloudformation`, `s3`, `smapi`, `upload`, `login`. */
  readonly service: string;
  readonly what: string;
  readonly body: string;
}

/**
 * What `npm run deploy` and the ASK CLI talk to, on one loopback address: Login with Amazon, Skill Management, S3, Secrets
 * Manager and CloudFormation; and what comes of it: functions that run in AWS's own runtime client, and a skill that an
 * Echo can talk to.
 */
export interface Aws {
  readonly url: string;
  /** The environment of a command that is to talk to it. */
  environment(home: string): Readonly<Record<string, string>>;
  readonly developer: Developer;
  readonly skills: SkillManagement;
  readonly stacks: CloudFormation;
  readonly secrets: SecretsManager;
  readonly deployed: Deployed;
  /** With DynamoDB Local behind it. */
  readonly database?: Database;
  readonly travelled: readonly Travelled[];
  /** An Echo of one customer, before the function that the skill's manifest names. */
  echo(skill: Skill, customer?: string, locale?: string): Echo;
  close(): Promise<void>;
}

const REGION = 'us-east-1';
const ACCOUNT = '123456789012';

export async function startAws({
  credentials,
  environment = {},
  dynamodb,
  directives,
  notifications,
}: AwsOptions): Promise<Aws> {
  const travelled: Travelled[] = [];
  const developer = createDeveloper();
  const s3 = createS3();
  const secrets = createSecretsManager({ region: REGION, account: ACCOUNT });
  const tables = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/`;
  const database = dynamodb === undefined ? undefined : await createDatabase(dynamodb, tables);
  const deployed = createDeployed({ region: REGION, account: ACCOUNT, s3, database, environment });
  const stacks = createCloudFormation({ region: REGION, account: ACCOUNT, secrets, deployed: deployed.take });
  const skills = createSkillManagement({
    vendorId: developer.vendorId,
    url: () => served.url,
    credentials,
    mayCall: deployed.mayAlexaCall,
    echo: (skill, locale) => echo(skill, 'developer', locale),
  });
  const served = await serveOnLoopback({ listen: (...exchange) => void listen(...exchange), stop() {} });

  async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      send(response, await route(await callIn(request)));
    } catch (error) {
      send(response, json(400, { message: error instanceof Error ? error.message : 'Bad request' }));
    }
  }

  async function route(call: Call): Promise<Reply> {
    const { method, path, headers, body } = call;
    const [, keyId, signedFor] =
      /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? '') ?? [];
    const note = (service: string, what: string) =>
      void travelled.push({ service, what, body: service === 'upload' || service === 's3' ? '' : body.toString() });
    if (signedFor) {
      const operation = headers['x-amz-target'] ?? new URLSearchParams(body.toString()).get('Action');
      note(signedFor, String(operation ?? `${method} ${path}`));
      if (keyId !== developer.accessKeyId) return json(403, { __type: 'UnrecognizedClientException', message: 'no' });
      const handler = { s3: s3.handle, secretsmanager: secrets.handle, cloudformation: stacks.handle }[signedFor];
      return handler ? handler(call) : json(404, { message: `${signedFor} is not simulated` });
    }
    if (path.toLowerCase() === TOKEN_PATH.toLowerCase()) {
      note('login', `${method} ${path}`);
      return developer.refresh(call);
    }
    if (path.startsWith('/uploads/')) {
      note('upload', method);
      return skills.upload(call);
    }
    note('smapi', `${method} ${path}`);
    if (!developer.accepts(headers.authorization)) return json(401, { message: 'Token is invalid/expired' });
    return skills.handle(call);
  }

  function echo(skill: Skill, customer = 'anne', locale = 'en-US'): Echo {
    const { uri = '' } = (skill.package.manifest.apis?.custom?.endpoint ?? {}) as { uri?: string };
    return createEcho({
      models: skill.package.models,
      locale,
      endpoint: uri,
      // Alexa invokes a function directly: there is nothing to sign, but the function must let her.
      sign: () => ({}),
      fetch: async (_, init) => {
        const target = deployed.mayAlexaCall(uri, skill.id) ? deployed.function(uri) : undefined;
        const outcome = await target?.invoke(JSON.parse(String(init?.body)));
        return outcome?.ok ? Response.json(outcome.payload ?? null) : new Response('', { status: 500 });
      },
      skillId: skill.id,
      userId: `amzn1.ask.account.${customer.toUpperCase()}`,
      deviceId: `amzn1.ask.device.${customer.toUpperCase()}`,
      apiEndpoint: 'https://api.amazonalexa.com',
      directives,
      notifications,
    });
  }

  return {
    url: served.url,
    developer,
    skills,
    stacks,
    secrets,
    deployed,
    database,
    travelled,
    echo,
    environment: (home) => ({
      HOME: home,
      USERPROFILE: home,
      ASK_SMAPI_SERVER_BASE_URL: served.url,
      ASK_LWA_TOKEN_HOST: served.url,
      AWS_ENDPOINT_URL: served.url,
      ASK_SKIP_NEW_VERSION_REMINDER: '1',
    }),
    async close() {
      await database?.close();
      await deployed.close();
      await served.close();
    },
  };
}

async function callIn(request: IncomingMessage): Promise<Call> {
  const { method = '', url = '', headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return { method, path: decodeURIComponent(pathname), query: searchParams, headers, body: Buffer.concat(chunks) };
}
