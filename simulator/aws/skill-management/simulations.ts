import { randomUUID } from 'node:crypto';
import type { Echo, EchoTurn } from '../../echo/types';
import { type Call, json, objectIn, type Reply } from '../call';
import { NOT_FOUND, type Skill } from './skill';

/** The Echo of the simulator page, which talks to the uploaded skill. */
export interface Simulations {
  start(call: Call, skill: Skill): Promise<Reply>;
  /** What the skill answered. Told at the second look. */
  result(id: string): Reply;
}

interface Simulation {
  readonly body: object;
  looks: number;
}

export function createSimulations(echoOf: (skill: Skill, locale: string) => Echo): Simulations {
  const simulations = new Map<string, Simulation>();
  const echos = new Map<string, Echo>();

  return {
    async start(call, skill) {
      const { input, device, session } = objectIn(call) as {
        input: { content: string };
        device: { locale: string };
        session?: { mode: string };
      };
      if (!skill.enabled) return json(409, { message: 'The skill is not enabled.' });
      const key = `${skill.id} ${device.locale}`;
      const known = session?.mode === 'FORCE_NEW_SESSION' ? undefined : echos.get(key);
      const echo = known ?? echoOf(skill, device.locale);
      echos.set(key, echo);
      const id = randomUUID();
      simulations.set(id, { body: { id, ...resultOf(await echo.hear(input.content)) }, looks: 0 });
      return json(200, { id, status: 'IN_PROGRESS' });
    },
    result(id) {
      const simulation = simulations.get(id);
      if (!simulation) return NOT_FOUND;
      return json(200, simulation.looks++ === 0 ? { id, status: 'IN_PROGRESS' } : simulation.body);
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
