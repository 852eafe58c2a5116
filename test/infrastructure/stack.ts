import { type Instance, instantiate, type Resource } from '../../simulator/aws/template/instantiate';
import { type Json, type JsonObject, loadTemplate, type Template } from '../../simulator/aws/template/parse';
import type { SecretReference } from '../../simulator/aws/template/secret-references';

export const SKILL_ID = 'amzn1.ask.skill.3f0f6f9e-0000-4000-8000-000000000001';

/** What the ASK CLI passes. */
export const PASSED: Readonly<Record<string, string>> = {
  SkillId: SKILL_ID,
  SkillClientId: 'amzn1.application-oa2-client.a',
  SkillClientSecret: 'amzn1.oa2-cs.v1.b',
  LambdaRuntime: 'nodejs24.x',
  LambdaHandler: 'index.handler',
  CodeBucket: 'bucket',
  CodeKey: 'endpoint/build.zip',
  CodeVersion: 'v1',
};

/** The stack that the template (or a changed one) makes; secrets read `<id>/<key>`. */
export function stackOf(template: Template = loadTemplate(), parameters = PASSED): Instance {
  const secret = ({ id, jsonKey = '', versionId = '' }: SecretReference) => `${id}/${jsonKey}${versionId}`;
  const place = { region: 'eu-west-1', account: '123456789012', stack: 'aloud' };
  return instantiate(template, { place, parameters, secret });
}

export function ofType({ resources }: Instance, type: string): readonly Resource[] {
  return [...resources.values()].filter((resource) => resource.type === type);
}

export function resource({ resources }: Instance, logicalId: string): Resource {
  const found = resources.get(logicalId);
  if (!found) throw new Error(`no ${logicalId}`);
  return found;
}

/** The variables of a function. */
export function variablesOf({ properties }: Resource): Readonly<Record<string, string>> {
  return (properties.Environment as JsonObject).Variables as Readonly<Record<string, string>>;
}

/** What a function may do: resource to actions, sorted. */
export function rightsOf(stack: Instance, logicalId: string): Readonly<Record<string, readonly string[]>> {
  const { Role: arn } = resource(stack, logicalId).properties;
  const role = ofType(stack, 'AWS::IAM::Role').find(({ id }) => String(arn).endsWith(`/${id}`));
  if (!role) throw new Error(`${logicalId} has no role of this stack`);
  if (role.properties.ManagedPolicyArns !== undefined) throw new Error('managed policies are not read here');
  const rights: Record<string, string[]> = {};
  for (const { PolicyDocument } of role.properties.Policies as unknown as { PolicyDocument: { Statement: Json[] } }[]) {
    for (const statement of PolicyDocument.Statement as unknown as Record<string, string | string[]>[]) {
      if (statement.Effect !== 'Allow') throw new Error('only what is allowed is read here');
      for (const target of [statement.Resource ?? []].flat()) {
        rights[target] = [...(rights[target] ?? []), ...[statement.Action ?? []].flat()].sort();
      }
    }
  }
  return rights;
}
