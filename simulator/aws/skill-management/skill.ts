import { json, type Reply } from '../call';
import type { SkillPackage } from '../skill-package';

/** A skill of the developer, in its stage of development. */
export interface Skill {
  readonly id: string;
  readonly package: SkillPackage;
  readonly enabled: boolean;
  /** How often its package was imported. */
  readonly imports: number;
  /** Alexa Skill Messaging. */
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
}

/** The skills of the developer, by their ids. */
export type Skills = Map<string, Skill>;

export const NOT_FOUND = json(404, { message: 'Resource not found.' });

export function credentials(skill: Skill): Reply {
  return json(200, { skillMessagingCredentials: skill.credentials });
}

export function manifest(skill: Skill): Reply {
  return json(200, { manifest: skill.package.manifest });
}

export function enablement({ enabled }: Skill): Reply {
  return enabled ? { status: 204 } : json(404, { message: 'The skill is not enabled.' });
}

export function enable(skills: Skills, skill: Skill): Reply {
  skills.set(skill.id, { ...skill, enabled: true });
  return { status: 204 };
}
