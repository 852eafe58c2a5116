import { randomUUID } from 'node:crypto';
import { type Call, json, objectIn, type Reply } from '../call';
import { type PackageFault, readSkillPackage } from '../skill-package';
import { NOT_FOUND, type Skill, type Skills } from './skill';
import type { Uploads } from './uploads';

export interface ImportOptions {
  readonly vendorId: string;
  /** Every skill gets these. */
  readonly credentials: Skill['credentials'];
  /** Whether Alexa may invoke a function for a skill. */
  readonly mayCall: (arn: string, skillId: string) => boolean;
}

/** Makes skills of uploaded packages. */
export interface Imports {
  /** Imports a package into a skill, or into a new one where no id is given. */
  start(call: Call, skillId?: string): Reply;
  /** What has become of an import. Told at the second look. */
  status(importId: string): Reply;
  /** What is wrong with the next packages that are imported. */
  readonly faults: PackageFault[];
  /** The ids of the next skills. Default: made up. */
  readonly ids: string[];
}

interface Import {
  readonly skillId: string;
  readonly faults: readonly PackageFault[];
  looks: number;
}

export function createImports(options: ImportOptions, uploads: Uploads, skills: Skills): Imports {
  const imports = new Map<string, Import>();
  const faults: PackageFault[] = [];
  const ids: string[] = [];

  /** Keeps the skill of a package; gives what is wrong with it instead, if anything is. */
  function take(zip: Buffer, skillId: string): readonly PackageFault[] {
    const { skill, faults: found } = readSkillPackage(zip, (arn) => options.mayCall(arn, skillId));
    const wrong = [...faults.splice(0), ...found];
    if (skill && wrong.length === 0) {
      const { enabled = false, imports: count = 0 } = skills.get(skillId) ?? {};
      const { credentials } = options;
      skills.set(skillId, { id: skillId, package: skill, enabled, imports: count + 1, credentials });
    }
    return wrong;
  }

  return {
    faults,
    ids,
    start(call, id) {
      const { location, vendorId } = objectIn(call);
      const zip = uploads.at(String(location));
      if (!zip) return json(400, { message: 'The location holds no upload.' });
      if (id !== undefined && !skills.has(id)) return NOT_FOUND;
      if (id === undefined && vendorId !== options.vendorId) return json(400, { message: 'The vendorId is invalid.' });
      const skillId = id ?? ids.shift() ?? `amzn1.ask.skill.${randomUUID()}`;
      const importId = randomUUID();
      imports.set(importId, { skillId, faults: take(zip, skillId), looks: 0 });
      return json(202, {}, { location: `/v1/skills/imports/${importId}` });
    },
    status(importId) {
      const found = imports.get(importId);
      return found ? statusOf(found, found.looks++ === 0) : NOT_FOUND;
    },
  };
}

function statusOf({ skillId, faults }: Import, isFirstLook: boolean): Reply {
  const status = isFirstLook ? 'IN_PROGRESS' : faults.length > 0 ? 'FAILED' : 'SUCCEEDED';
  const errors = status === 'FAILED' ? faults : [];
  return json(200, {
    status,
    skill: {
      ...(errors.length === 0 && { skillId }),
      resources: errors.map(({ resource, message }) => ({ name: resource, status, errors: [{ message }] })),
    },
  });
}
