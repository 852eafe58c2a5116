/** A function of AWS Lambda. */
export const FUNCTION = /^arn:aws(?:-[a-z]+)*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(?::[\w$-]+)?$/;

export function isHttps(uri: string): boolean {
  return /^https:\/\/[^\s/]/.test(uri) && URL.canParse(uri);
}

export function urlOf(uri: string): URL | undefined {
  return URL.canParse(uri) ? new URL(uri) : undefined;
}

const PRIVATE_HOST =
  /^(?:localhost|.*\.(?:local|localhost|internal|lan|test|invalid)|\d{1,3}(?:\.\d{1,3}){3}|\[.*\]|[^.]+)$/i;

/** Whether an address is none that the public reaches by its name. */
export function isUnreachable(uri: string): boolean {
  const { hostname = '', protocol = '' } = urlOf(uri) ?? {};
  return /^https?:$/.test(protocol) && PRIVATE_HOST.test(hostname);
}
