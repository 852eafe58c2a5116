import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformName } from '../../lambda/platforms';
import { type Amazon, startAmazon } from '../../simulator/amazon';
import { type Aws, startAws } from '../../simulator/aws';
import type { Skill } from '../../simulator/aws/skill-management/skill';
import { startVendor } from '../../simulator/platforms';
import type { Bot } from '../../simulator/platforms/bot-reply';
import type { Vendor } from '../../simulator/platforms/vendor';
import { PORT_VARIABLE } from '../support/dynamodb-local';
import { BUSINESSES, createProject, type Project, type Ran } from './project';

export const SECRET = 'the-secret-of-the-deployment-tests-0123456789';

/** The business that is deployed. */
export const CLINIC = readFileSync(join(BUSINESSES, 'clinic.yaml'), 'utf8');

/** A developer's checkout before a simulated AWS, with a vendor and Amazon's services behind what is deployed. */
export interface DeployStage {
  readonly project: Project;
  readonly aws: Aws;
  readonly amazon: Amazon;
  readonly vendor: Vendor;
  /** The settings in `.env`. */
  readonly settings: Readonly<Record<string, string>>;
  /** `npm run deploy -- …` */
  deploy(...args: readonly string[]): Promise<Ran>;
  /** `npx aloud ask …` */
  ask(args: readonly string[], input?: string): Promise<Ran>;
  /** Starts a process of each function: on a busy machine that can take longer than Alexa waits. */
  warmUp(): Promise<void>;
  /** The one skill that was deployed. */
  readonly skill: Skill;
  close(): Promise<void>;
}

/** What another stage than the usual one is set with. */
export interface DeployStageOptions {
  readonly vendor?: Vendor;
  /** ALOUD_SECRET. */
  readonly secret?: string;
  /** Files of a packed Aloud, from which the project is made in place of a checkout. */
  readonly packed?: readonly string[];
}

export async function setDeployStage(
  bot: Bot,
  platform: PlatformName = 'wotnot',
  { vendor: given, secret = SECRET, packed }: DeployStageOptions = {},
): Promise<DeployStage> {
  const project = createProject(packed);
  const amazon = await startAmazon({
    clientId: 'amzn1.application-oa2-client.deployed',
    clientSecret: 'amzn1.oa2-cs.v1.deployed',
    stage: 'development',
  });
  const { ALEXA_CLIENT_ID = '', ALEXA_CLIENT_SECRET = '', ...amazonSettings } = amazon.environment;
  const vendor = given ?? (await startVendor(platform, { bot }));
  const aws = await startAws({
    credentials: { clientId: ALEXA_CLIENT_ID, clientSecret: ALEXA_CLIENT_SECRET },
    dynamodb: `http://127.0.0.1:${process.env[PORT_VARIABLE]}`,
    directives: amazon.directives,
    notifications: amazon.events,
  });
  const settings = { ...vendor.environment, ...amazonSettings, ALOUD_SECRET: secret };
  aws.developer.configure(project.home, ['default', 'self-hosted']);
  project.configure(settings);
  project.describe(CLINIC);
  const environment = aws.environment(project.home);

  return {
    project,
    aws,
    amazon,
    vendor,
    settings,
    deploy: (...args) => project.run([project.aloud, 'deploy', ...args], environment),
    ask: (args, input) => project.run([project.aloud, 'ask', ...args], environment, input),
    async warmUp() {
      // Requests that nothing comes of: for another skill, to another path, and of the clock.
      const application = { applicationId: 'amzn1.ask.skill.another' };
      const events = {
        SkillFunction: { context: { System: { application } }, request: { type: 'LaunchRequest' } },
        WebhookFunction: { rawPath: '/', rawQueryString: '', headers: {}, requestContext: { http: { method: 'GET' } } },
        NotifierFunction: { source: 'aws.events' },
      };
      await Promise.all(Object.entries(events).map(([name, event]) => aws.deployed.function(name)?.invoke(event)));
    },
    get skill() {
      const [skill] = aws.skills.skills;
      if (!skill) throw new Error('nothing was deployed');
      return skill;
    },
    async close() {
      await aws.close();
      await vendor.close();
      await amazon.close();
      project.remove();
    },
  };
}
