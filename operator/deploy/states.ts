import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notedVersion } from './resources';

const FILE = '.ask/ask-states.json';

interface AskStates {
  readonly profiles?: Readonly<
    Record<
      string,
      | {
          readonly skillId?: string;
          readonly skillInfrastructure?: Readonly<
            Record<
              string,
              {
                readonly deployState?: {
                  readonly default?: { readonly outputs?: readonly { OutputKey: string; OutputValue: string }[] };
                };
              }
            >
          >;
        }
      | undefined
    >
  >;
}

/** What the ASK CLI has noted of the last deployment. */
export interface Deployed {
  readonly skillId?: string;
  /** Which version of Aloud deployed it. Absent: one before 0.2.0, none of which said so. */
  readonly version?: string;
  /** The outputs of the stack, by name; empty before the first deployment. */
  readonly outputs: Readonly<Record<string, string | undefined>>;
}

/** @param root the project's folder */
export function readDeployed(profile: string, root = '.'): Deployed {
  const file = join(root, FILE);
  const states: AskStates = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { skillId, skillInfrastructure } = states.profiles?.[profile] ?? {};
  const outputs = skillInfrastructure?.['@ask-cli/cfn-deployer']?.deployState?.default?.outputs ?? [];
  const named: Deployed['outputs'] = Object.fromEntries(
    outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  );
  return { skillId, version: named.AloudVersion ?? notedVersion(profile, root), outputs: named };
}
