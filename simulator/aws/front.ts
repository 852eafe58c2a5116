import type { IncomingMessage, ServerResponse } from 'node:http';
import { TOKEN_PATH } from '../amazon/login-with-amazon';
import { type Call, json, type Reply, readCall, send } from './call';
import type { CloudFormation } from './cloudformation';
import type { Developer } from './developer';
import type { S3 } from './s3';
import type { SecretsManager } from './secrets-manager';
import type { SkillManagement } from './skill-management';

/** A request that came in, as a witness of what travelled where. */
export interface Travelled {
  /** `secretsmanager`, `cloudformation`, `s3`, `smapi`, `upload`, `login`. */
  readonly service: string;
  readonly what: string;
  readonly body: string;
}

/** The services behind the one address. */
export interface Services {
  readonly developer: Developer;
  readonly s3: S3;
  readonly secrets: SecretsManager;
  readonly stacks: CloudFormation;
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
  const [, keyId, service] =
    /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? '') ?? [];
  if (service) {
    witness({ service, what: operationOf(call), body: service === 's3' ? '' : body.toString() });
    return signed(call, service, keyId, services);
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

/** A call to AWS, signed for a service with an access key. */
async function signed(
  call: Call,
  service: string,
  keyId: string | undefined,
  { developer, s3, secrets, stacks }: Services,
): Promise<Reply> {
  if (keyId !== developer.accessKeyId) return json(403, { __type: 'UnrecognizedClientException', message: 'no' });
  const handler = { s3: s3.handle, secretsmanager: secrets.handle, cloudformation: stacks.handle }[service];
  return handler ? handler(call) : json(404, { message: `${service} is not simulated` });
}
