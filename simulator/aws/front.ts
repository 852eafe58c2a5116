import type { IncomingMessage, ServerResponse } from 'node:http';
import { TOKEN_PATH } from '../amazon/login-with-amazon';
import { type Call, json, type Reply, readCall, send } from './call';
import type { CloudFormation } from './cloudformation';
import type { Developer } from './developer';
import type { Identities, Identity } from './identities';
import type { FunctionPolicies } from './lambda/policy';
import type { S3 } from './s3';
import type { SecretsManager } from './secrets-manager';
import { isSignedWith, signatureOf } from './signature';
import type { SkillManagement } from './skill-management';

/** A request that came in, as a witness of what travelled where. */
export interface Travelled {
  /** `secretsmanager`, `lambda`, `cloudformation`, `s3`, `smapi`, `upload`, `login`. */
  readonly service: string;
  readonly what: string;
  readonly body: string;
  /** The function that called, where it was none of the developer's tools. */
  readonly by?: string;
}

/** The services behind the one address. */
export interface Services {
  readonly developer: Developer;
  readonly identities: Identities;
  readonly s3: S3;
  readonly secrets: SecretsManager;
  readonly stacks: CloudFormation;
  readonly policies: FunctionPolicies;
  readonly skills: SkillManagement;
}

type Witness = (travelled: Travelled) => void;

/** Answers a request by the service that it is for. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  services: Services,
  witness: Witness,
): Promise<void> {
  try {
    send(response, await route(await readCall(request), services, witness));
  } catch (error) {
    send(response, json(400, { message: error instanceof Error ? error.message : 'Bad request' }));
  }
}

async function route(call: Call, services: Services, witness: Witness): Promise<Reply> {
  const { method, path, headers, body } = call;
  const signature = signatureOf(call);
  if (signature) {
    const { service, keyId } = signature;
    const caller = services.identities.of(keyId);
    const said = service === 's3' ? '' : body.toString();
    witness({ service, what: operationOf(call), body: said, ...(caller && { by: caller.name }) });
    return caller ? ofFunction(call, service, caller, services) : signed(call, service, keyId, services);
  }
  const { developer, skills } = services;
  if (path.toLowerCase() === TOKEN_PATH.toLowerCase()) {
    witness({ service: 'login', what: `${method} ${path}`, body: body.toString() });
    return developer.refresh(call);
  }
  if (path.startsWith('/uploads/')) {
    witness({ service: 'upload', what: method, body: '' });
    return skills.upload(call);
  }
  witness({ service: 'smapi', what: `${method} ${path}`, body: body.toString() });
  if (!developer.accepts(headers.authorization)) return json(401, { message: 'Token is invalid/expired' });
  return skills.handle(call);
}

/** What a signed call asks for, in the words of its service. */
function operationOf({ method, path, headers, body }: Call): string {
  const operation = headers['x-amz-target'] ?? new URLSearchParams(body.toString()).get('Action');
  return String(operation ?? `${method} ${path}`);
}

/** Services whose calls are checked to the last bit: we sign them ourselves. S3 has rules of its own. */
const CHECKED: ReadonlySet<string> = new Set(['secretsmanager', 'lambda']);

/** A call to AWS, signed for a service with the developer's access key. */
async function signed(
  call: Call,
  service: string,
  keyId: string,
  { developer, s3, secrets, stacks, policies }: Services,
): Promise<Reply> {
  if (keyId !== developer.accessKeyId) return json(403, { __type: 'UnrecognizedClientException', message: 'no' });
  if (CHECKED.has(service) && !isSignedWith(call, developer.secretAccessKey)) return WRONG_SIGNATURE;
  const handlers = { s3: s3.handle, secretsmanager: secrets.handle, cloudformation: stacks.handle };
  const handler = { ...handlers, lambda: policies.handle }[service];
  return handler ? handler(call) : json(404, { message: `${service} is not simulated` });
}

/** A call of a function, with the keys of its role. */
async function ofFunction(call: Call, service: string, caller: Identity, { secrets }: Services): Promise<Reply> {
  if (call.headers['x-amz-security-token'] !== caller.sessionToken) return WRONG_SIGNATURE;
  if (!isSignedWith(call, caller.secretAccessKey)) return WRONG_SIGNATURE;
  if (service === 'secretsmanager') return secrets.handle(call, caller.rights);
  return json(400, { __type: 'AccessDeniedException', message: 'no' });
}

const WRONG_SIGNATURE = json(400, { __type: 'InvalidSignatureException', message: 'no' });
