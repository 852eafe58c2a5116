import { randomUUID } from 'node:crypto';
import { type Call, json, objectIn, type Reply } from './call';
import type { Rights } from './rights';
import { TemplateError } from './template/parse';
import type { SecretReference } from './template/secret-references';

interface Secret {
  readonly arn: string;
  readonly name: string;
  readonly versions: Map<string, string>;
  current: string;
}

/** AWS Secrets Manager, as far as a deployment and functions need it. */
export interface SecretsManager {
  /** @param rights of the caller; the developer has all */
  handle(call: Call, rights?: Rights): Reply | Promise<Reply>;
  /** What CloudFormation puts in the place of a reference. @throws TemplateError where there is nothing to put */
  resolve(reference: SecretReference): string;
  /** Writes a secret, as a stack does. */
  put(id: string, value: string): void;
  /** The current values, by name. */
  readonly current: ReadonlyMap<string, string>;
  /** The next calls fail with these errors; `hang`: there is never an answer. */
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
    handle(call, rights = EVERYTHING) {
      const fault = faults.shift();
      if (fault === 'hang') return new Promise(() => {});
      if (fault) return refusal(fault);
      const operation = String(call.headers['x-amz-target']).replace('secretsmanager.', '');
      const input = objectIn(call);
      const { SecretId, Name, SecretString } = input;
      const secret = find(SecretId);
      const may = (action: string, resource: string) => rights.allows(`secretsmanager:${action}`, resource);
      if (operation !== BATCH && !may(operation, secret?.arn ?? '*')) return refusal('AccessDeniedException');
      if (Buffer.byteLength(String(SecretString ?? '')) > MOST_BYTES) return refusal('ValidationException');
      switch (operation) {
        case BATCH:
          if (!may(BATCH, '*') || !may('ListSecrets', '*')) return refusal('AccessDeniedException');
          return batch(input, [...secrets.values()], (arn) => may('GetSecretValue', arn));
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

const BATCH = 'BatchGetSecretValue';
const EVERYTHING: Rights = { allows: () => true };
/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const MOST_BYTES = 65_536;
const MOST_ON_A_PAGE = 20;

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html, by the beginnings of names. */
function batch(
  input: Readonly<Record<string, unknown>>,
  all: readonly Secret[],
  mayRead: (arn: string) => boolean,
): Reply {
  const { Filters, NextToken = '0', ...others } = input;
  const [filter, ...more] = Array.isArray(Filters) ? Filters : [];
  const isKnown = filter?.Key === 'name' && Array.isArray(filter.Values) && filter.Values.length === 1;
  if (!isKnown || more.length > 0 || Object.keys(others).length > 0) return refusal('InvalidParameterException');
  const named = all.filter(({ name }) => name.startsWith(filter.Values[0]));
  const from = Number(NextToken);
  const page = named.slice(from, from + MOST_ON_A_PAGE);
  return json(200, {
    SecretValues: page
      .filter(({ arn }) => mayRead(arn))
      .map(({ arn, name, current, versions }) => ({
        ...{ ARN: arn, Name: name, VersionId: current, SecretString: versions.get(current) },
      })),
    Errors: page
      .filter(({ arn }) => !mayRead(arn))
      .map(({ arn }) => ({ SecretId: arn, ErrorCode: 'AccessDeniedException', Message: 'no' })),
    ...(named.length > from + MOST_ON_A_PAGE && { NextToken: String(from + MOST_ON_A_PAGE) }),
  });
}

function told({ arn, name, current }: Secret, more: object = {}): Reply {
  return json(200, { ARN: arn, Name: name, VersionId: current, ...more });
}

function refusal(type: string): Reply {
  return json(400, { __type: type, message: `${type} of the simulation` });
}
