import type { Where } from './given';
import { type Chosen, describePlatform } from './platform';

export interface Standing {
  readonly platform: Chosen | undefined;
  readonly where: Where | undefined;
  /** Settings that are still to be filled in. */
  readonly open: readonly string[];
  /** Settings that were made up just now. */
  readonly madeUp: readonly string[];
  readonly hasBusiness: boolean;
}

const SHOWN = 3;

/** The next three things to do, by what there is. */
export function nextSteps({ platform, where, open, madeUp, hasBusiness }: Standing): readonly string[] {
  const { title, page: its } = platform ? describePlatform(platform) : {};
  // The skill's id comes of the deployment, which is a step of its own.
  const missing = open.filter((name) => name !== 'ALOUD_SKILL_ID');
  const page = its ? `${its} says where they stand` : 'docs/settings.md';
  const canTalk = !missing.some((name) => name !== 'ALOUD_PUBLIC_URL');
  // The bot answers nobody whose domain it does not know; a token is for the webhook, which comes later.
  const domains = madeUp.filter((name) => name.endsWith('_DOMAIN'));
  const tokens = madeUp.filter((name) => name.endsWith('_TOKEN'));
  const steps = [
    ...(platform === undefined && where === undefined
      ? [
          'npx aloud chat  talks with a simulated bot, as your skill',
          'npx aloud init  again, once you have a bot on a platform',
        ]
      : []),
    ...(missing.length > 0 ? [`Fill in .env: ${missing.join(', ')}. ${page}`] : []),
    ...(domains.length > 0
      ? [`Enter ${domains.join()} at ${title}, as it stands in .env: ${page.split(' ', 1)[0]}`]
      : []),
    // Nobody else has ever checked it.
    ...(platform !== undefined && title === undefined
      ? [`npx aloud contract ${platform}  checks it, before a fake`]
      : []),
    ...(hasBusiness ? [] : ['npx aloud init --name "…"  writes business.yaml: what your skill says of itself']),
    ...(platform !== undefined && canTalk ? ['npx aloud chat  talks with your own bot, here in the terminal'] : []),
    ...(where === 'aws'
      ? ['npx aloud ask configure  (once), then  npx aloud deploy:  docs/deploy-aws.md']
      : where === 'server'
        ? ['npx aloud deploy --profile self-hosted  makes the skill, and tells its ALOUD_SKILL_ID']
        : []),
    ...(title !== undefined
      ? [
          `Enter the address of the webhook at ${title}: npx aloud webhook  prints it${tokens.length > 0 ? `; and ${tokens.join()}, as it stands in .env` : ''}`,
        ]
      : []),
    'business.yaml: write what your customers ask about (docs/business.md)',
  ];
  return steps.slice(0, SHOWN);
}
