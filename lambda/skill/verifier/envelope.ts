/** What is read of a body of which nothing is proven yet: any part may be missing, or be something else. */
export interface UnverifiedEnvelope {
  readonly request?: { readonly type?: unknown; readonly timestamp?: unknown };
  readonly session?: { readonly application?: { readonly applicationId?: unknown } };
  readonly context?: { readonly System?: { readonly application?: { readonly applicationId?: unknown } } };
}

/** The body as JSON, or `undefined` when it is not a JSON object. */
export function parseEnvelope(body: string): UnverifiedEnvelope | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined;
}
