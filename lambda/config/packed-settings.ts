import { AloudError } from '../errors';
import type { Environment } from './environment';

/**
 * The variable in which a deployment on AWS packs what the operator has set: one JSON object, setting name to text. One,
 * because CloudFormation takes at most sixty references to secrets in a template, and there are more settings than that
 * for three functions.
 */
export const PACKED_SETTINGS = 'ALOUD_SETTINGS';

/**
 * The environment with the packed settings in it. What has a variable of its own counts more: those are what the stack
 * knows best.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID when the variable holds anything else; its value is not in the message
 */
export function unpackSettings(env: Environment): Environment {
  const packed = env[PACKED_SETTINGS];
  return packed ? { ...read(packed), ...env } : env;
}

function read(packed: string): Environment {
  try {
    const values: unknown = JSON.parse(packed);
    if (isTexts(values)) return values;
  } catch {
    // No JSON at all: the same fault.
  }
  throw new AloudError('ALOUD_CONFIG_INVALID', `${PACKED_SETTINGS} must be a JSON object of texts`);
}

function isTexts(values: unknown): values is Record<string, string> {
  return (
    typeof values === 'object' &&
    values !== null &&
    !Array.isArray(values) &&
    Object.values(values).every((value) => typeof value === 'string')
  );
}
