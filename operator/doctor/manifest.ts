import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NOTIFICATIONS } from '../../lambda/amazon/permission';
import { developerProfile } from '../deploy/ask-cli';
import { readDeployed } from '../deploy/states';
import { bad, type Finding, good, unchecked, warning } from './finding';
import type { Setup } from './setup';

const ID = 'manifest';

/** As far as it has to fit the settings. */
const MANIFEST = z.object({
  manifest: z.object({
    publishingInformation: z.object({ locales: z.record(z.string(), z.unknown()) }),
    apis: z.object({ custom: z.object({ endpoint: z.object({ uri: z.string() }).optional() }) }),
    permissions: z.array(z.object({ name: z.string() })).default([]),
  }),
});

/** What was deployed from here, against the settings of now. */
export function checkManifest(setup: Setup): readonly Finding[] {
  const { place } = setup;
  // What was deployed is known of one skill.
  if (setup.part || (place !== 'aws' && place !== 'server')) return [];
  const [profile, folder, command] =
    place === 'aws'
      ? (['default', 'dist/aws/skill-package', 'npx aloud deploy'] as const)
      : (['self-hosted', 'dist/self-hosted/skill-package', 'npx aloud deploy --profile self-hosted'] as const);
  const { skillId } = readDeployed(profile, setup.root);
  const found = place === 'server' ? [...otherSkill(setup, skillId)] : [];
  const path = join(setup.root, folder, 'skill.json');
  if (!existsSync(path)) {
    const what =
      skillId === undefined ? 'no skill was deployed from here' : 'what was deployed from here is no more in dist/';
    const isKnown = typeof developerProfile(profile) !== 'string';
    const remedy = isKnown ? command : `npx aloud ask configure --profile ${profile}  (once), then  ${command}`;
    return found.length > 0 ? found : [unchecked(ID, what, remedy)];
  }
  const read = MANIFEST.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) return [...found, bad(ID, `${folder}/skill.json cannot be read`, command)];
  const { manifest } = read.data;
  const all = [
    ...found,
    ...(place === 'server' ? otherEndpoint(setup, manifest.apis.custom.endpoint?.uri, command) : []),
    ...withoutPermission(setup, manifest.permissions, command),
    ...otherLocales(setup, Object.keys(manifest.publishingInformation.locales), command),
  ];
  return all.length > 0 ? all : [good(ID, 'what was deployed from here fits the settings')];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function otherSkill({ value }: Setup, deployed: string | undefined): readonly Finding[] {
  const own = value('ALOUD_SKILL_ID');
  if (deployed === undefined || own === undefined || own.split(',').some((id) => id.trim() === deployed)) return [];
  const what = `the skill that was deployed from here, ${deployed}, is not in ALOUD_SKILL_ID: it is refused`;
  return [bad(ID, what, `ALOUD_SKILL_ID=${deployed}`)];
}

function otherEndpoint({ publicUrl }: Setup, uri: string | undefined, command: string): readonly Finding[] {
  const own = publicUrl && `${publicUrl}/alexa`;
  if (!own || uri === undefined || uri === own) return [];
  return [bad(ID, `Alexa calls ${uri}, but ALOUD_PUBLIC_URL makes ${own}`, command)];
}

function withoutPermission(
  setup: Setup,
  permissions: readonly { name: string }[],
  command: string,
): readonly Finding[] {
  const mayNotify = permissions.some(({ name }) => name === NOTIFICATIONS);
  if (!setup.value('ALEXA_CLIENT_ID') || mayNotify) return [];
  return [bad(ID, 'ALEXA_CLIENT_ID is set, but the manifest asks for no permission to notify', command)];
}

function otherLocales({ business }: Setup, deployed: readonly string[], command: string): readonly Finding[] {
  const { loaded } = business();
  if ('problems' in loaded || loaded.isTemplate) return [];
  const missing = loaded.business.locales.map(({ locale }) => locale).filter((locale) => !deployed.includes(locale));
  if (missing.length === 0) return [];
  return [warning(ID, `${missing.join(', ')} came into ${loaded.file} after the last deployment`, command)];
}
