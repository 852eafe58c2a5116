import { type Rights, rightsOf } from './rights';
import type { Instance, Resource } from './template/instantiate';
import { TemplateError } from './template/parse';
import { type Place, RESOURCE_TYPES } from './template/resource-types';

/** The resources of a stack, and how they hang together. */
export interface StackView {
  ofType(type: string): readonly Resource[];
  /** What `GetAtt` gives. */
  attribute(resource: Resource, name: string): string;
  /** The resource of a kind that has this attribute. */
  byAttribute(type: string, name: string, value: unknown): Resource | undefined;
  /** Whether there is a permission with these properties and no others. */
  permits(wanted: Readonly<Record<string, unknown>>): boolean;
  /** What the role of a function may do. @throws TemplateError when Lambda could not be it */
  rightsOf(lambdaFunction: Resource): Rights;
}

export function viewOf(instance: Instance, place: Place): StackView {
  const resources = [...instance.resources.values()];
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const attribute = ({ type, logicalId }: Resource, name: string) =>
    RESOURCE_TYPES[type]?.attributes?.[name]?.(`${place.stack}-${logicalId}`, place) ?? '';
  const byAttribute = (type: string, name: string, value: unknown) =>
    ofType(type).find((resource) => attribute(resource, name) === value);

  return {
    ofType,
    attribute,
    byAttribute,
    permits: (wanted) =>
      ofType('AWS::Lambda::Permission').some(({ properties }) => {
        const names = new Set([...Object.keys(wanted), ...Object.keys(properties)]);
        return [...names].every((name) => properties[name] === wanted[name]);
      }),
    rightsOf({ properties }) {
      const role = byAttribute('AWS::IAM::Role', 'Arn', properties.Role);
      if (!JSON.stringify(role?.properties.AssumeRolePolicyDocument)?.includes('lambda.amazonaws.com')) {
        throw new TemplateError('The role defined for the function cannot be assumed by Lambda.');
      }
      return rightsOf(role as Resource);
    },
  };
}
