import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const deploy: CommandDefinition = {
  name: 'deploy',
  summary: 'deploy the skill with the ASK CLI, to AWS or to your own server',
  about: `The settings come from .env, the words from business.yaml. What is still the template's, which Amazon would not
publish, stops a deployment. The address of the webhook is a secret: it is shown on a terminal, or when asked for.`,
  options: [
    SKILL_OPTION,
    {
      flags: '--profile <name>',
      what: "the ASK CLI's profile; self-hosted: only manifest and models (default: default)",
    },
    { flags: '--show-webhook', what: 'print the address of the webhook, a secret, in any case' },
    { flags: '--template', what: "let what is still the template's pass, for a test" },
  ],
  examples: [
    ['deploy', 'everything, to AWS'],
    [
      'deploy --skill bakery',
      'one of several: its secret, its permission, its skill; with the first of them the stack',
    ],
    ['deploy --profile self-hosted', 'manifest and models of a skill whose server is ALOUD_PUBLIC_URL'],
  ],
};
