import type { Environment } from '../config/environment';
import type { ErrorCode } from '../errors';
import { callSigned, endpointOf, type SignedAnswer } from './signed-call';
import { type StoredSkill, secretNameOf, unpackSkill } from './stored-skill';

/** A try takes so long at most; there are two. Alexa waits for eight seconds, and wants an answer besides. */
const TRY_MS = 1200;

/** More pages of twenty skills than anybody has. */
const MOST_PAGES = 50;

interface Page {
  readonly SecretValues?: readonly { readonly Name?: string; readonly SecretString?: string }[];
  readonly Errors?: readonly { readonly SecretId?: string; readonly ErrorCode?: string }[];
  readonly NextToken?: string;
}

/** Why no secret can be read. Told, not thrown: on Lambda this is a bundle of its own, whose class of errors nobody else knows. */
export interface SecretsFailure {
  readonly code: Extract<ErrorCode, `ALOUD_SECRETS_${string}`>;
  readonly message: string;
}

/**
 * Reads the secrets of all skills with one call for each twenty:
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html. Sorted by name.
 *
 * @param prefix what their names begin with, without the slash
 * @param env region and keys of the function's role, as Lambda gives them
 * @returns what ails one alone is told as its fault
 */
export async function readSkills(
  prefix: string,
  env: Environment,
): Promise<{ readonly skills: readonly StoredSkill[] } | SecretsFailure> {
  const found: StoredSkill[] = [];
  let token: string | undefined;
  for (let pages = 0; pages === 0 || (token !== undefined && pages < MOST_PAGES); pages++) {
    const page = await readPage(prefix, token, env);
    if ('code' in page) return page;
    token = page.NextToken;
    found.push(...skillsOn(page, prefix));
  }
  if (found.length === 0) {
    return { code: 'ALOUD_SECRETS_MISSING', message: `there is no secret of a skill below ${prefix}/` };
  }
  return { skills: found.sort((one, other) => (one.name < other.name ? -1 : 1)) };
}

function skillsOn({ SecretValues = [], Errors = [] }: Page, prefix: string): readonly StoredSkill[] {
  const read = SecretValues.flatMap(({ Name = '', SecretString = '' }) => {
    const name = skillIn(Name, prefix);
    return name === undefined ? [] : [unpackSkill(prefix, name, SecretString)];
  });
  const unread = Errors.flatMap(({ SecretId = '', ErrorCode = 'Error' }) => {
    const name = skillIn(SecretId, prefix);
    if (name === undefined) return [];
    const from = `the secret ${secretNameOf(prefix, name)}`;
    return [{ name, from, environment: {}, fault: `cannot be read (${ErrorCode})` }];
  });
  return [...read, ...unread];
}

/** The skill of a secret, whose name or ARN is given: an ARN ends with six characters of AWS's own. */
function skillIn(id: string, prefix: string): string | undefined {
  const name = id.startsWith('arn:') ? id.split(':secret:')[1]?.replace(/-[A-Za-z0-9]{6}$/, '') : id;
  const skill = name?.startsWith(`${prefix}/`) ? name.slice(prefix.length + 1) : '';
  return /^[^/]+$/.test(skill) ? skill : undefined;
}

/** A second try for what may pass by itself. */
async function readPage(prefix: string, token: string | undefined, env: Environment): Promise<Page | SecretsFailure> {
  const first = await tryPage(prefix, token, env);
  return 'code' in first && first.code === 'ALOUD_SECRETS_UNREACHABLE' ? tryPage(prefix, token, env) : first;
}

async function tryPage(prefix: string, token: string | undefined, env: Environment): Promise<Page | SecretsFailure> {
  const { AWS_REGION: region = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = env;
  try {
    const answer = await callSigned({
      ...{ service: 'secretsmanager', region, url: new URL(endpointOf('secretsmanager', region, env)) },
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'secretsmanager.BatchGetSecretValue',
      },
      body: JSON.stringify({
        Filters: [{ Key: 'name', Values: [`${prefix}/`] }],
        ...(token !== undefined && { NextToken: token }),
      }),
      keys: {
        accessKeyId: AWS_ACCESS_KEY_ID,
        secretAccessKey: AWS_SECRET_ACCESS_KEY,
        ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
      },
      signal: AbortSignal.timeout(TRY_MS),
    });
    return answer.status === 200 ? JSON.parse(answer.body) : failureOf(answer);
  } catch (error) {
    const why = error instanceof Error && error.name === 'TimeoutError' ? `no answer in ${TRY_MS} ms` : 'no answer';
    return { code: 'ALOUD_SECRETS_UNREACHABLE', message: `AWS Secrets Manager: ${why}` };
  }
}

const REFUSED =
  /AccessDenied|UnrecognizedClient|InvalidSignature|ExpiredToken|IncompleteSignature|MissingAuthentication/;

function failureOf({ status, body }: SignedAnswer): SecretsFailure {
  const [kind = ''] = /[A-Z]\w*(?:Exception|Error|Failure)\b/.exec(body.slice(0, 1000)) ?? [];
  const message = `AWS Secrets Manager answered ${status} ${kind}`.trim();
  return { code: REFUSED.test(kind) ? 'ALOUD_SECRETS_FORBIDDEN' : 'ALOUD_SECRETS_UNREACHABLE', message };
}
