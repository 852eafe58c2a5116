import { randomUUID } from 'node:crypto';
import { type Call, type Reply, type Xml, xml } from './call';
import type { SecretsManager } from './secrets-manager';
import { type Instance, instantiate, type Resource } from './template/instantiate';
import { parseTemplate, type Template, TemplateError } from './template/parse';

/** A stack as it stands. */
export interface Stack {
  readonly name: string;
  readonly id: string;
  readonly status: string;
  readonly template: Template;
  readonly instance: Instance;
  /** How often it was created or updated. */
  readonly revision: number;
}

export interface CloudFormation {
  handle(call: Call): Promise<Reply>;
  readonly stacks: readonly Stack[];
  /** Why the next creation or update fails after it was accepted, as an event tells it. */
  readonly failures: { readonly logicalId: string; readonly reason: string }[];
}

export interface CloudFormationOptions {
  readonly region: string;
  readonly account: string;
  readonly secrets: SecretsManager;
  /** Told of what a stack has come to be, to make it work; may refuse it by throwing a `TemplateError`. */
  readonly deployed: (stackName: string, instance: Instance) => Promise<void>;
}

interface StackRecord extends Omit<Stack, 'instance'> {
  readonly instance?: Instance;
  readonly parameters: Readonly<Record<string, string>>;
  readonly failure?: { readonly logicalId: string; readonly reason: string };
}

const NAMESPACE = ' xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"';

/** AWS CloudFormation, which interprets our template: what it cannot resolve it refuses. Stacks are made at once. */
export function createCloudFormation({ region, account, secrets, deployed }: CloudFormationOptions): CloudFormation {
  const stacks = new Map<string, StackRecord>();
  const failures: { logicalId: string; reason: string }[] = [];
  const find = (id = '') => [...stacks.values()].find((stack) => stack.id === id || stack.name === id);

  async function deploy(form: URLSearchParams, previous: StackRecord | undefined): Promise<StackRecord> {
    const name = previous?.name ?? form.get('StackName') ?? '';
    if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) throw new TemplateError('stackName is not valid');
    const template = parseTemplate(form.get('TemplateBody') ?? '');
    const capabilities = list(form, 'Capabilities.member');
    const usesIam = Object.values(template.Resources).some(({ Type }) => Type.startsWith('AWS::IAM::'));
    if (usesIam && !capabilities.includes('CAPABILITY_IAM')) throw new TemplateError('Requires capabilities');
    const parameters = parametersIn(form);
    const failure = failures.shift();
    const stack = {
      name,
      id: previous?.id ?? `arn:aws:cloudformation:${region}:${account}:stack/${name}/${randomUUID()}`,
      template,
      parameters,
      revision: (previous?.revision ?? 0) + 1,
    };
    if (failure) {
      const status = previous ? 'UPDATE_ROLLBACK_COMPLETE' : 'ROLLBACK_COMPLETE';
      return {
        ...stack,
        ...(previous && { template: previous.template }),
        instance: previous?.instance,
        status,
        failure,
      };
    }
    const made = ({ type, id, properties }: Resource) => {
      if (type === 'AWS::SecretsManager::Secret') secrets.put(id, String(properties.SecretString));
    };
    const place = { region, account, stack: name };
    const instance = instantiate(template, { place, parameters, secret: secrets.resolve, made });
    await deployed(name, instance);
    return { ...stack, instance, status: previous ? 'UPDATE_COMPLETE' : 'CREATE_COMPLETE' };
  }

  async function answer(action: string, form: URLSearchParams): Promise<Xml> {
    const stack = find(form.get('StackName') ?? undefined);
    if (action === 'CreateStack') {
      if (stack) throw new TemplateError(`Stack [${stack.name}] already exists`);
    } else if (!stack) throw new TemplateError(`Stack with id ${form.get('StackName')} does not exist`);
    switch (action) {
      case 'CreateStack':
      case 'UpdateStack': {
        const made = await deploy(form, stack);
        stacks.set(made.name, made);
        return { StackId: made.id };
      }
      case 'DescribeStacks':
        return { Stacks: stack ? [described(stack)] : [] };
      case 'DescribeStackEvents':
        return { StackEvents: stack?.failure ? [event(stack, stack.failure)] : [] };
      default:
        throw new TemplateError(`${action} is not known here`);
    }
  }

  return {
    failures,
    get stacks() {
      return [...stacks.values()].flatMap(({ instance, ...stack }) => (instance ? [{ ...stack, instance }] : []));
    },
    async handle({ body }) {
      const form = new URLSearchParams(body.toString());
      const action = form.get('Action') ?? '';
      try {
        const result = xml(`${action}Result`, await answer(action, form));
        return {
          status: 200,
          headers: { 'content-type': 'text/xml' },
          body: `<${action}Response${NAMESPACE}>${result}</${action}Response>`,
        };
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        const fault = { Type: 'Sender', Code: 'ValidationError', Message: error.message };
        return {
          status: 400,
          headers: { 'content-type': 'text/xml' },
          body: xml('ErrorResponse', { Error: fault }, NAMESPACE),
        };
      }
    },
  };
}

function described({ name, id, status, template, instance, parameters }: StackRecord): Xml {
  return {
    StackName: name,
    StackId: id,
    StackStatus: status,
    CreationTime: '2026-01-01T00:00:00.000Z',
    Parameters: Object.entries(parameters).map(([key, value]) => ({
      ParameterKey: key,
      ParameterValue: template.Parameters[key]?.NoEcho ? '****' : value,
    })),
    Outputs: Object.entries(instance?.outputs ?? {}).map(([key, value]) => ({ OutputKey: key, OutputValue: value })),
  };
}

function event({ id, name, template }: StackRecord, { logicalId, reason }: { logicalId: string; reason: string }): Xml {
  return {
    StackId: id,
    StackName: name,
    EventId: randomUUID(),
    Timestamp: '2026-01-01T00:00:00.000Z',
    LogicalResourceId: logicalId,
    ResourceType: template.Resources[logicalId]?.Type ?? '',
    ResourceStatus: 'CREATE_FAILED',
    ResourceStatusReason: reason,
  };
}

function list(form: URLSearchParams, prefix: string): readonly string[] {
  return [...form].filter(([name]) => name.startsWith(prefix)).map(([, value]) => value);
}

function parametersIn(form: URLSearchParams): Readonly<Record<string, string>> {
  const entries: [string, string][] = [];
  for (let index = 1; form.has(`Parameters.member.${index}.ParameterKey`); index++) {
    const member = `Parameters.member.${index}`;
    entries.push([form.get(`${member}.ParameterKey`) ?? '', form.get(`${member}.ParameterValue`) ?? '']);
  }
  return Object.fromEntries(entries);
}
