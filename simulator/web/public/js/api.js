/** Thrown when the demo answers with an error; `status` is 0 when it does not answer at all. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** One call to the demo. The answer is JSON, errors included. */
export async function call(method, path, body) {
  const response = await fetch(`/demo${path}`, {
    method,
    headers: body && { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  }).catch(() => {
    throw new ApiError(0, 'The demo does not answer. Is it still running?');
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, answer.error ?? `The demo answered ${response.status}.`);
  return answer;
}

/**
 * The simulated Echo of this tab. The customer lives in the browser's storage, so that the bot still knows them after
 * a restart of the demo; the Echo itself is made again when the demo has forgotten it.
 */
export function createEcho() {
  let echo;

  async function connect(locale = echo?.locale) {
    echo = await call('POST', '/echoes', { locale, userId: localStorage.getItem('aloud.customer') ?? undefined });
    localStorage.setItem('aloud.customer', echo.userId);
    return echo;
  }

  async function ask(path, body) {
    if (!echo) await connect();
    try {
      return await call('POST', `/echoes/${echo.id}${path}`, body);
    } catch (error) {
      if (error.status !== 404) throw error;
      await connect();
      return call('POST', `/echoes/${echo.id}${path}`, body);
    }
  }

  return {
    connect,
    forgetCustomer: () => localStorage.removeItem('aloud.customer'),
    hear: (utterance) => ask('/hear', { utterance }),
    silence: () => ask('/silence', {}),
  };
}
