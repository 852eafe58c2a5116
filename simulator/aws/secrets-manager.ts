import { randomUUID } from 'node:crypto';
import { type Call, json, objectIn, type Reply } from './call';
import { TemplateError } from './template/parse';
import type { SecretReference } from './template/secret-references';

interface Secret {
  readonly arn: string;
  readonly name: string;
  readonly versions: Map<string, string>;
  current: string;
}

/** AWS Secrets Manager, as far as a deployment needs it. */
export interface SecretsManager {
  handle(call: Call): Reply;
  /** What CloudFormation puts in the place of a reference. @throws TemplateError where there is nothing to put */
  resolve(reference: SecretReference): string;
  /** Writes a secret, as a stack does. */
  put(id: string, value: string): void;
  /** The current values, by name. */
  readonly current: ReadonlyMap<string, string>;
  /** The next calls fail with these errors. */
  readonly faults: string[];
}

export function createSecretsManager(place: { readonly region: string; readonly account: string }): SecretsManager {
  const secrets = new Map<string, Secret>();
  const faults: string[] = [];
  const find = (id: unknown) => [...secrets.values()].find(({ arn, name }) => id === arn || id === name);

  function write(name: string, value: string, arn: string): Secret {
    const version = randomUUID();
    const secret = secrets.get(name) ?? { arn, name, versions: new Map(), current: version };
    secret.versions.set(version, value);
    secret.current = version;
    secrets.set(name, secret);
    return secret;
  }

  return {
    faults,
    get current() {
      return new Map([...secrets.values()].map(({ name, versions, current }) => [name, versions.get(current) ?? '']));
    },
    put: (id, value) => void write(id, value, id),
    resolve({ id, jsonKey, versionId }) {
      const secret = find(id);
      const value = secret?.versions.get(versionId ?? secret.current);
      if (value === undefined) throw new TemplateError("Secrets Manager can't find the specified secret");
      if (jsonKey === undefined) return value;
      const member = (JSON.parse(value) as Record<string, unknown>)[jsonKey];
      if (typeof member !== 'string')
        throw new TemplateError(`Could not find a value associated with JSONKey ${jsonKey}`);
      return member;
    },
    handle(call) {
      const fault = faults.shift();
      if (fault) return refusal(fault);
      const operation = String(call.headers['x-amz-target']).replace('secretsmanager.', '');
      const { SecretId, Name, SecretString } = objectIn(call);
      const secret = find(SecretId);
      switch (operation) {
        case 'CreateSecret': {
          if (typeof Name !== 'string' || !/^[\w/+=.@-]+$/.test(Name) || typeof SecretString !== 'string') {
            return refusal('ValidationException');
          }
          if (find(Name)) return refusal('ResourceExistsException');
          return told(
            write(Name, SecretString, `arn:aws:secretsmanager:${place.region}:${place.account}:secret:${Name}-XyZaBc`),
          );
        }
        case 'PutSecretValue':
          if (!secret) return refusal('ResourceNotFoundException');
          if (typeof SecretString !== 'string') return refusal('ValidationException');
          return told(write(secret.name, SecretString, secret.arn));
        case 'GetSecretValue':
          if (!secret) return refusal('ResourceNotFoundException');
          return told(secret, { SecretString: secret.versions.get(secret.current) });
        default:
          return refusal('UnknownOperationException');
      }
    },
  };
}

function told({ arn, name, current }: Secret, more: object = {}): Reply {
  return json(200, { ARN: arn, Name: name, VersionId: current, ...more });
}

function refusal(type: string): Reply {
  return json(400, { __type: type, message: `${type} of the simulation` });
}
