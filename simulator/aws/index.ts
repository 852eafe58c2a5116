import { serveOnLoopback } from '../amazon/loopback';
import type { Echo, NotificationSource, ProgressSource } from '../echo/types';
import { type CloudFormation, createCloudFormation } from './cloudformation';
import { createDatabase, type Database } from './database';
import { createDeployed, type Deployed } from './deployed';
import { createDeveloper, type Developer } from './developer';
import { answer, type Travelled } from './front';
import { createIdentities } from './identities';
import { createFunctionPolicies, type FunctionPolicies } from './lambda/policy';
import { createS3 } from './s3';
import { createSecretsManager, type SecretsManager } from './secrets-manager';
import { createSkillEcho } from './skill-echo';
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

/**
 * What `npm run deploy` and the ASK CLI talk to, on one loopback address: Login with Amazon, Skill Management, S3, Secrets
 * Manager, Lambda and CloudFormation; and what comes of it: functions that run in AWS's own runtime client, and a skill that an
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
  /** What was allowed beside the stack. */
  readonly policies: FunctionPolicies;
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
const TABLES = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/`;

export async function startAws(options: AwsOptions): Promise<Aws> {
  const { credentials, environment = {}, dynamodb, directives, notifications } = options;
  const travelled: Travelled[] = [];
  const developer = createDeveloper();
  const s3 = createS3();
  const secrets = createSecretsManager({ region: REGION, account: ACCOUNT });
  const identities = createIdentities();
  const database = dynamodb === undefined ? undefined : await createDatabase(dynamodb, TABLES, identities);
  const place = { region: REGION, account: ACCOUNT };
  const surroundings = { ...place, s3, database, identities, url: () => served.url, environment };
  const deployed = createDeployed({ ...surroundings, added: () => policies.statements });
  const policies = createFunctionPolicies((name) => deployed.function(name)?.options.arn);
  const stacks = createCloudFormation({ region: REGION, account: ACCOUNT, secrets, deployed: deployed.take });
  const echo: Aws['echo'] = (skill, customer = 'anne', locale = 'en-US') =>
    createSkillEcho(skill, { deployed, customer, locale, directives, notifications });
  const skills = createSkillManagement({
    vendorId: developer.vendorId,
    url: () => served.url,
    credentials,
    mayCall: deployed.mayAlexaCall,
    echo: (skill, locale) => echo(skill, 'developer', locale),
  });
  const services = { developer, identities, s3, secrets, stacks, policies, skills };
  const served = await serveOnLoopback({
    listen: (request, response) => void answer(request, response, services, (seen) => travelled.push(seen)),
    stop() {},
  });

  return {
    url: served.url,
    developer,
    skills,
    stacks,
    secrets,
    policies,
    deployed,
    database,
    travelled,
    echo,
    environment: (home) => environmentOf(served.url, home),
    async close() {
      await database?.close();
      await deployed.close();
      await served.close();
    },
  };
}

function environmentOf(url: string, home: string): Readonly<Record<string, string>> {
  return {
    HOME: home,
    USERPROFILE: home,
    ASK_SMAPI_SERVER_BASE_URL: url,
    ASK_LWA_TOKEN_HOST: url,
    AWS_ENDPOINT_URL: url,
    ASK_SKIP_NEW_VERSION_REMINDER: '1',
  };
}
