import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SUBSCRIPTIONS } from '../../business/manifest';
import { MESSAGE_ALERT, NOTIFICATIONS } from '../../lambda/amazon/permission';
import { readDeployed } from '../deploy/states';
import { compareVersions, VERSION } from '../version';
import { type Finding, good, warning } from './finding';
import type { Setup } from './setup';

const RESOURCES = 'ask-resources.json';
const PAGE = 'see docs/upgrading.md, then';

interface Deployment {
  /** Which of several skills it is, behind the one that has the stack. */
  readonly skill?: string;
  /** The profile of the ASK CLI. */
  readonly profile: string;
  /** What is deployed again by `aloud deploy`. */
  readonly command: string;
  /** Where the last deployment left its manifest. */
  readonly manifest: string;
}

const DEPLOYMENTS = {
  aws: { profile: 'default', command: 'npx aloud deploy', manifest: 'dist/aws/skill-package/skill.json' },
  server: {
    profile: 'self-hosted',
    command: 'npx aloud deploy --profile self-hosted',
    manifest: 'dist/self-hosted/skill-package/skill.json',
  },
} as const satisfies Readonly<Record<string, Deployment>>;

/** What was deployed from here by another version than the one that is here now. */
export function checkUpgrade({ root, place }: Setup): readonly Finding[] {
  if (place !== 'aws' && place !== 'server') return [];
  return [DEPLOYMENTS[place], ...(place === 'aws' ? further(root) : [])].flatMap((deployment) =>
    [...deployedBy(root, deployment), ...lacking(root, deployment)].map((finding) => inSkill(finding, deployment)),
  );
}

const PROFILES = z.object({
  profiles: z.record(
    z.string(),
    z.object({
      aloud: z.optional(z.object({ skill: z.string() })),
      skillInfrastructure: z.optional(z.unknown()),
      skillMetadata: z.optional(z.object({ src: z.string() })),
    }),
  ),
});

/** Of several skills those that another one's stack serves: each is deployed for itself. */
function further(root: string): readonly Deployment[] {
  const profiles = PROFILES.safeParse(jsonAt(root, RESOURCES)).data?.profiles ?? {};
  return Object.entries(profiles).flatMap(([profile, { aloud, skillInfrastructure, skillMetadata }]) => {
    if (!aloud || skillInfrastructure !== undefined) return [];
    const { skill } = aloud;
    const manifest = join(skillMetadata?.src ?? '', 'skill.json');
    return [{ skill, profile, command: `npx aloud deploy --skill ${skill}`, manifest }];
  });
}

function inSkill(finding: Finding, { skill }: Deployment): Finding {
  return skill === undefined ? finding : { ...finding, what: `${skill}: ${finding.what}` };
}

function deployedBy(root: string, { profile, command }: Deployment): readonly Finding[] {
  const ID = 'upgrade.deployment';
  const { skillId, version } = readDeployed(profile, root);
  if (skillId === undefined) return [];
  if (version === undefined) {
    return [warning(ID, `an older version than ${VERSION} has deployed the skill`, `${PAGE}  ${command}`)];
  }
  const order = compareVersions(version, VERSION);
  if (order === 0) return [good(ID, `this version, ${VERSION}, has deployed the skill`)];
  if (order < 0) {
    return [warning(ID, `version ${version} has deployed the skill, here is ${VERSION}`, `${PAGE}  ${command}`)];
  }
  const what = `version ${version} has deployed the skill, here is ${VERSION}: a deployment from here would go back`;
  return [warning(ID, what, 'git pull && npm ci  (how to go back: docs/upgrading.md)')];
}

const names = (key: string) =>
  z.array(z.looseObject({ [key]: z.string() })).transform((all) => all.map((one) => String(one[key])));
const MANIFEST = z.object({
  manifest: z.object({
    permissions: names('name').default([]),
    events: z
      .object({ publications: names('eventName').default([]), subscriptions: names('eventName').default([]) })
      .default({ publications: [], subscriptions: [] }),
  }),
});
const EVENTS = z.object({ publications: z.array(z.string()), subscriptions: z.array(z.string()) });

/** What this version needs of the manifest, and an older one may not have asked for. */
function lacking(root: string, { profile, command, manifest: path }: Deployment): readonly Finding[] {
  const ID = 'upgrade.manifest';
  const read = MANIFEST.safeParse(jsonAt(root, path));
  const { permissions, events } = read.data?.manifest ?? {};
  const missing = [
    ...without(permissions, [NOTIFICATIONS]),
    ...without(events?.publications, [MESSAGE_ALERT]),
    ...without(events?.subscriptions, SUBSCRIPTIONS),
  ];
  const listed = eventsOf(jsonAt(root, RESOURCES), profile);
  const unlisted = [
    ...without(listed?.publications, [MESSAGE_ALERT]),
    ...without(listed?.subscriptions, SUBSCRIPTIONS),
  ];
  return [
    ...(unlisted.length > 0
      ? [warning(ID, `${RESOURCES} lacks ${unlisted.join(', ')}`, `add it under skillEvents, then  ${command}`)]
      : []),
    ...(missing.length > 0 ? [warning(ID, `the deployed manifest lacks ${missing.join(', ')}`, command)] : []),
  ];
}

/** What of the needed is not there; nothing where nobody knows what is there. */
function without(there: readonly string[] | undefined, needed: readonly string[]): readonly string[] {
  return there === undefined ? [] : needed.filter((name) => !there.includes(name));
}

/** The events that the ASK CLI writes into the manifest of a profile with a stack. */
function eventsOf(resources: unknown, profile: string): z.infer<typeof EVENTS> | undefined {
  const infrastructure = z.object({ userConfig: z.object({ skillEvents: EVENTS }) });
  const all = z.object({ profiles: z.record(z.string(), z.object({ skillInfrastructure: z.optional(z.unknown()) })) });
  const own = all.safeParse(resources).data?.profiles[profile]?.skillInfrastructure;
  return infrastructure.safeParse(own).data?.userConfig.skillEvents;
}

function jsonAt(root: string, path: string): unknown {
  const file = join(root, path);
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
