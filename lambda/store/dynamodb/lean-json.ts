/** DynamoDB's JSON, in which bytes are base64: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html */
export function toJson(input: unknown): string {
  return JSON.stringify(withoutBytes(input));
}

export function fromJson(text: string): Readonly<Record<string, unknown>> {
  return withBytes(JSON.parse(text)) as Readonly<Record<string, unknown>>;
}

/** A buffer would become a list of numbers. */
function withoutBytes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  }
  if (Array.isArray(value)) return value.map(withoutBytes);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutBytes(part)]));
}

/** Only of a value of bytes the type, "B", has a text: an attribute of that name has a value, which is an object. */
function withBytes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withBytes);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) =>
      name === 'B' && typeof part === 'string' ? [name, Buffer.from(part, 'base64')] : [name, withBytes(part)],
    ),
  );
}
