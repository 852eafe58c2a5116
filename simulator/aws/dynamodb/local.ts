/** Where DynamoDB Local listens: `http://127.0.0.1:8000`. */
export type LocalUrl = string;

/** What DynamoDB or its streams answered with an error. */
export class LocalError extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Calls DynamoDB Local, which takes any signature. Without the SDK, as the simulator is to work without it.
 *
 * @param target such as `DynamoDB_20120810.CreateTable`
 * @throws LocalError
 */
export async function callLocal<T>(url: LocalUrl, target: string, input: object): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input),
  });
  const body = (await response.json()) as T & { __type?: string; Message?: string; message?: string };
  if (response.ok) return body;
  throw new LocalError(body.__type?.split('#').at(-1) ?? '', body.Message ?? body.message ?? '');
}
