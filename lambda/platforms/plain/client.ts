import type { Signal } from '../../conversation/ports/signal';
import type { ErrorCode } from '../../errors';
import type { AdapterDeps } from '../definition';
import { codeOfStatus, createHttp, type ExplainedError } from '../shared/http';
import { fill, fillText } from '../shared/template';
import type { Description, FIELDS } from './description';
import { failureIn } from './failed';

export type Values = Readonly<Record<(typeof FIELDS)[number], string>>;

/** The one call of the bot, as its description has it. Its settings have been put in. */
export function createClient({ request, errors }: Description, { name, telemetry, recorder }: AdapterDeps) {
  const { method, body } = request;
  // What the user said must not choose the host.
  const [origin = '', path = ''] = split(request.url);
  const http = createHttp({ platform: name, baseUrl: origin, telemetry, recorder });

  function errorOf(status: number, answer: unknown): ErrorCode | ExplainedError | undefined {
    if (errors.gone.includes(status)) return 'ALOUD_PLATFORM_THREAD_GONE';
    if (errors.busy.includes(status)) return 'ALOUD_PLATFORM_RATE_LIMITED';
    const code = codeOfStatus(status);
    if (code) return code;
    const sign = failureIn(answer, errors.failed);
    return sign && { code: 'ALOUD_PLATFORM_REJECTED', reason: `an error by errors.failed, at ${sign.at}` };
  }

  return {
    /** @returns what was answered, parsed */
    async say(values: Values, operation: 'send', signal: Signal): Promise<unknown> {
      const filled = Object.entries(request.headers).map(([header, text]) => [
        header.toLowerCase(),
        fillText(text, values, oneLine),
      ]);
      const answer = await http.request(
        {
          ...{ operation, method, interpret: errorOf },
          path: fillText(path, values, encodeURIComponent) || '/',
          headers: Object.fromEntries(filled),
          ...(method === 'POST' && body !== undefined && { body: JSON.stringify(fill(body, values)) }),
        },
        signal,
      );
      return answer.body;
    },
    close: http.close,
  };
}

/** `https://host`, and the rest as it is written. */
function split(url: string): readonly string[] {
  return /^(https?:\/\/[^/?#]*)([^#]*)/.exec(url)?.slice(1) ?? [];
}

/** Bytes that a header takes. */
function oneLine(value: string): string {
  return encodeURIComponent(value);
}
