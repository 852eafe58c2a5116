import type { Echo } from '../../echo/types';
import { type Call, json, type Reply } from '../call';
import type { PackageFault } from '../skill-package';
import { createImports, type ImportOptions, type Imports } from './imports';
import { createSimulations, type Simulations } from './simulations';
import { credentials, enable, enablement, manifest, NOT_FOUND, type Skill, type Skills } from './skill';
import { createUploads, type Uploads } from './uploads';

/** Amazon's Skill Management API, as far as `ask deploy` and `ask dialog` need it. Answers at the second look. */
export interface SkillManagement {
  /** A call that carries a good token. */
  handle(call: Call): Promise<Reply>;
  /** The upload itself, to an address that needs no token. */
  upload(call: Call): Reply;
  readonly skills: readonly Skill[];
  /** What is wrong with the next packages that are imported. */
  readonly faults: PackageFault[];
  /** The ids of the next skills. Default: made up. */
  readonly ids: string[];
}

export interface SkillManagementOptions extends ImportOptions {
  /** Where this service is reached; asked once a request has come. */
  readonly url: () => string;
  /** An Echo of the simulator page, which talks to the uploaded skill. */
  readonly echo: (skill: Skill, locale: string) => Echo;
}

/** The parts of the API. */
interface Parts {
  readonly skills: Skills;
  readonly uploads: Uploads;
  readonly imports: Imports;
  readonly simulations: Simulations;
}

type Answer = (call: Call, id?: string) => Reply | Promise<Reply>;
type Route = readonly [method: string, path: RegExp, answer: Answer];

export function createSkillManagement(options: SkillManagementOptions): SkillManagement {
  const skills: Skills = new Map();
  const uploads = createUploads(options.url);
  const imports = createImports(options, uploads, skills);
  const routes = routesTo({ skills, uploads, imports, simulations: createSimulations(options.echo) });

  return {
    faults: imports.faults,
    ids: imports.ids,
    get skills() {
      return [...skills.values()];
    },
    async handle(call) {
      for (const [method, path, answer] of routes) {
        const found = method === call.method && path.exec(call.path);
        if (found) return answer(call, found[1]);
      }
      return json(404, { message: `${call.method} ${call.path}` });
    },
    upload: uploads.take,
  };
}

function routesTo({ skills, uploads, imports, simulations }: Parts): readonly Route[] {
  const ofSkill =
    (act: (skill: Skill, call: Call) => Reply | Promise<Reply>): Answer =>
    (call, id = '') => {
      const skill = skills.get(id);
      return skill ? act(skill, call) : NOT_FOUND;
    };
  const enabling = (skill: Skill) => enable(skills, skill);
  const simulating = (skill: Skill, call: Call) => simulations.start(call, skill);

  return [
    ['POST', /^\/v1\/skills\/uploads$/, uploads.create],
    ['POST', /^\/v1\/skills\/(?:([^/]+)\/)?imports$/, imports.start],
    ['GET', /^\/v1\/skills\/imports\/([^/]+)$/, (_, id = '') => imports.status(id)],
    ['GET', /^\/v1\/skills\/([^/]+)\/credentials$/, ofSkill(credentials)],
    ['GET', /^\/v1\/skills\/([^/]+)\/stages\/development\/manifest$/, ofSkill(manifest)],
    ['GET', /^\/v1\/skills\/([^/]+)\/stages\/development\/enablement$/, ofSkill(enablement)],
    ['PUT', /^\/v1\/skills\/([^/]+)\/stages\/development\/enablement$/, ofSkill(enabling)],
    ['POST', /^\/v2\/skills\/([^/]+)\/stages\/development\/simulations$/, ofSkill(simulating)],
    ['GET', /^\/v2\/skills\/[^/]+\/stages\/development\/simulations\/([^/]+)$/, (_, id = '') => simulations.result(id)],
  ];
}
