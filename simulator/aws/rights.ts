import type { Resource } from './template/instantiate';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** What a role may do. */
export interface Rights {
  allows(action: string, resource: string): boolean;
}

/** The rights in the policies of a role; only what is allowed by name, and `*` at the end of a resource. */
export function rightsOf({ properties }: Resource): Rights {
  const policies = (properties.Policies ?? []) as unknown as { PolicyDocument: { Statement: Statement[] } }[];
  const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return {
    allows: (action, resource) =>
      statements.some(
        ({ Effect, Action, Resource: targets }) =>
          Effect === 'Allow' &&
          [Action].flat().includes(action) &&
          [targets].flat().some((target) => covers(target, resource)),
      ),
  };
}

function covers(target: string, resource: string): boolean {
  return target.endsWith('*') ? resource.startsWith(target.slice(0, -1)) : target === resource;
}
