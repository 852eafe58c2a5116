import { randomUUID } from 'node:crypto';
import type { Echo, EchoTurn } from '../echo/types';
import { type Call, json, objectIn, type Reply } from './call';
import { type PackageFault, readSkillPackage, type SkillPackage } from './skill-package';

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

/** Amazon's Skill Management API, as far as `ask deploy` and `ask dialog` need it. Answers at the second look. */
export interface SkillManagement {
  /** A call that carries a good token. */
  handle(call: Call): Promise<Reply>;
  /** The upload itself, to an address that needs no token. */
  upload(call: Call): Reply;
  readonly skills: readonly Skill[];
  /** What is wrong with the next packages that are imported. */
  readonly faults: PackageFault[];
}

export interface SkillManagementOptions {
  readonly vendorId: string;
  /** Where this service is reached; asked once a request has come. */
  readonly url: () => string;
  /** Every skill gets these. */
  readonly credentials: Skill['credentials'];
  /** Whether Alexa may invoke a function for a skill. */
  readonly mayCall: (arn: string, skillId: string) => boolean;
  /** An Echo of the simulator page, which talks to the uploaded skill. */
  readonly echo: (skill: Skill, locale: string) => Echo;
}

interface Import {
  readonly skillId: string;
  readonly faults: readonly PackageFault[];
  looks: number;
}

interface Simulation {
  readonly body: object;
  looks: number;
}

export function createSkillManagement(options: SkillManagementOptions): SkillManagement {
  const uploads = new Map<string, Buffer | undefined>();
  const imports = new Map<string, Import>();
  const simulations = new Map<string, Simulation>();
  const echos = new Map<string, Echo>();
  const skills = new Map<string, Skill>();
  const faults: PackageFault[] = [];

  const routes: readonly (readonly [string, RegExp, (call: Call, ...found: string[]) => Reply | Promise<Reply>])[] = [
    ['POST', /^\/v1\/skills\/uploads$/, createUpload],
    ['POST', /^\/v1\/skills\/(?:([^/]+)\/)?imports$/, importPackage],
    ['GET', /^\/v1\/skills\/imports\/([^/]+)$/, importStatus],
    ['GET', /^\/v1\/skills\/([^/]+)\/credentials$/, (_, id) => withSkill(id, credentials)],
    ['GET', /^\/v1\/skills\/([^/]+)\/stages\/development\/manifest$/, (_, id) => withSkill(id, manifest)],
    ['GET', /^\/v1\/skills\/([^/]+)\/stages\/development\/enablement$/, (_, id) => withSkill(id, enablement)],
    ['PUT', /^\/v1\/skills\/([^/]+)\/stages\/development\/enablement$/, (_, id) => withSkill(id, enable)],
    [
      'POST',
      /^\/v2\/skills\/([^/]+)\/stages\/development\/simulations$/,
      (call, id) => withSkill(id, (skill) => simulate(call, skill)),
    ],
    ['GET', /^\/v2\/skills\/[^/]+\/stages\/development\/simulations\/([^/]+)$/, simulationResult],
  ];

  function withSkill(id: string | undefined, act: (skill: Skill) => Reply | Promise<Reply>): Reply | Promise<Reply> {
    const skill = skills.get(id ?? '');
    return skill ? act(skill) : json(404, { message: 'Resource not found.' });
  }

  function createUpload(): Reply {
    const id = randomUUID();
    uploads.set(id, undefined);
    return json(201, {
      uploadUrl: `${options.url()}/uploads/${id}`,
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
    });
  }

  function importPackage(call: Call, id?: string): Reply {
    const { location, vendorId } = objectIn(call);
    const zip = uploads.get(String(location).split('/').at(-1) ?? '');
    if (!zip) return json(400, { message: 'The location holds no upload.' });
    const known = id === undefined ? undefined : skills.get(id);
    if (id !== undefined && !known) return json(404, { message: 'Resource not found.' });
    if (id === undefined && vendorId !== options.vendorId) return json(400, { message: 'The vendorId is invalid.' });
    const skillId = id ?? `amzn1.ask.skill.${randomUUID()}`;
    const { skill, faults: found } = readSkillPackage(zip, (arn) => options.mayCall(arn, skillId));
    const wrong = [...faults.splice(0), ...found];
    if (skill && wrong.length === 0) {
      const { enabled = false, imports: count = 0 } = known ?? {};
      skills.set(skillId, {
        id: skillId,
        package: skill,
        enabled,
        imports: count + 1,
        credentials: options.credentials,
      });
    }
    const importId = randomUUID();
    imports.set(importId, { skillId, faults: wrong, looks: 0 });
    return json(202, {}, { location: `/v1/skills/imports/${importId}` });
  }

  function importStatus(_: Call, id = ''): Reply {
    const found = imports.get(id);
    if (!found) return json(404, { message: 'Resource not found.' });
    const status = found.looks++ === 0 ? 'IN_PROGRESS' : found.faults.length > 0 ? 'FAILED' : 'SUCCEEDED';
    const errors = status === 'FAILED' ? found.faults : [];
    return json(200, {
      status,
      skill: {
        ...(errors.length === 0 && { skillId: found.skillId }),
        resources: errors.map(({ resource, message }) => ({ name: resource, status, errors: [{ message }] })),
      },
    });
  }

  function credentials(skill: Skill): Reply {
    return json(200, { skillMessagingCredentials: skill.credentials });
  }

  function manifest(skill: Skill): Reply {
    return json(200, { manifest: skill.package.manifest });
  }

  function enablement({ enabled }: Skill): Reply {
    return enabled ? { status: 204 } : json(404, { message: 'The skill is not enabled.' });
  }

  function enable(skill: Skill): Reply {
    skills.set(skill.id, { ...skill, enabled: true });
    return { status: 204 };
  }

  async function simulate(call: Call, skill: Skill): Promise<Reply> {
    const { input, device, session } = objectIn(call) as {
      input: { content: string };
      device: { locale: string };
      session?: { mode: string };
    };
    if (!skill.enabled) return json(409, { message: 'The skill is not enabled.' });
    const key = `${skill.id} ${device.locale}`;
    const known = session?.mode === 'FORCE_NEW_SESSION' ? undefined : echos.get(key);
    const echo = known ?? options.echo(skill, device.locale);
    echos.set(key, echo);
    const id = randomUUID();
    simulations.set(id, { body: { id, ...resultOf(await echo.hear(input.content)) }, looks: 0 });
    return json(200, { id, status: 'IN_PROGRESS' });
  }

  function simulationResult(_: Call, id = ''): Reply {
    const simulation = simulations.get(id);
    if (!simulation) return json(404, { message: 'Resource not found.' });
    return json(200, simulation.looks++ === 0 ? { id, status: 'IN_PROGRESS' } : simulation.body);
  }

  return {
    faults,
    get skills() {
      return [...skills.values()];
    },
    async handle(call) {
      for (const [method, pattern, answer] of routes) {
        const found = method === call.method && pattern.exec(call.path);
        if (found) return answer(call, ...found.slice(1));
      }
      return json(404, { message: `${call.method} ${call.path}` });
    },
    upload({ method, path, body }) {
      const id = path.split('/').at(-1) ?? '';
      if (method !== 'PUT' || !uploads.has(id)) return { status: 403 };
      uploads.set(id, body);
      return { status: 200 };
    },
  };
}

function resultOf(turn: EchoTurn | undefined): object {
  if (!turn?.response || turn.verdict) {
    const message = turn?.verdict?.message ?? 'Could not get a response from the skill.';
    return { status: 'FAILED', result: { error: { message } } };
  }
  const captions = [...turn.progress, turn.speech];
  return {
    status: 'SUCCESSFUL',
    result: {
      alexaExecutionInfo: { alexaResponses: captions.map((caption) => ({ type: 'Speech', content: { caption } })) },
      skillExecutionInfo: {
        invocations: [{ invocationRequest: { body: turn.request }, invocationResponse: { body: turn.response } }],
      },
    },
  };
}
