import { tabStorage } from './storage.js';

/** The demo answers with an error; `status` is 0 when it does not answer at all. */
class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const unanswered = () => new ApiError(0, 'The demo does not answer. Is it still running?');

/** The lines of a response, as they come. */
async function* linesOf({ body }) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = `${text}${read.value}`.split('\n');
    text = lines.pop();
    yield* lines;
  }
}

/** Reads what comes before the answer to words, and tells it at once; then the answer. */
async function readHeard(response, onProgress) {
  try {
    for await (const line of linesOf(response)) {
      const { progress, ...answer } = JSON.parse(line);
      if (progress === undefined) return answer;
      onProgress(progress);
    }
  } catch {
    // It broke off.
  }
  throw unanswered();
}

/** One call to the demo. Its answers are JSON; `read` reads a good one. */
export async function call(method, path, body, read = (response) => response.json()) {
  const response = await fetch(`/demo${path}`, {
    method,
    headers: body && { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  }).catch(() => {
    throw unanswered();
  });
  if (response.ok) return read(response);
  const { error = `The demo answered ${response.status}.` } = await response.json().catch(() => ({}));
  throw new ApiError(response.status, error);
}

/**
 * The simulated Echo of this tab, which is a customer of its own. The tab keeps them, so that the bot knows them after a
 * reload and a restart of the demo; the Echo itself is made again when the demo has forgotten it.
 */
export function createEcho() {
  let device;

  async function connect({ locale = device?.locale, platform = device?.platform } = {}) {
    const userId = tabStorage.get('customer');
    const notifications = tabStorage.get('notifications') === userId && userId !== undefined;
    device = await call('POST', '/echoes', { locale, platform, userId, notifications });
    tabStorage.set('customer', device.userId);
    return device;
  }

  async function ask(method, path, body, read) {
    if (!device) await connect();
    try {
      return await call(method, `/echoes/${device.id}${path}`, body, read);
    } catch (error) {
      if (error.status !== 404) throw error;
      await connect();
      return call(method, `/echoes/${device.id}${path}`, body, read);
    }
  }

  return {
    get locale() {
      return device?.locale ?? 'en-US';
    },
    get suggestions() {
      return device?.suggestions ?? { closed: [], open: [], notified: [] };
    },
    /** Begins with another Echo; what is not given stays as it was. Resolves to the Echo with its platform's manners. */
    connect,
    forgetCustomer: () => tabStorage.remove('customer'),
    /** @param {(text: string) => void} onProgress told of what is said before the answer, when it is said */
    hear: (utterance, onProgress) => ask('POST', '/hear', { utterance }, (response) => readHeard(response, onProgress)),
    silence: () => ask('POST', '/silence', {}),
    /** Changes manners of the platform. */
    change: (settings) => ask('PUT', '/settings', settings),
    /** What waits for this Echo, and whether its customer takes notifications; `undefined` when it is not known now. */
    async look() {
      const asked = device;
      const found = asked && (await call('GET', `/echoes/${asked.id}/notifications`).catch(() => undefined));
      return asked === device ? found : undefined;
    },
    /** The customer allows notifications, or no longer. The tab keeps it, so that a restarted demo knows. */
    async allow(allowed) {
      const now = await ask('PUT', '/notifications', { allowed });
      if (now.allowed) tabStorage.set('notifications', device.userId);
      else tabStorage.remove('notifications');
      return now;
    },
    /** The business writes to the customer. */
    write: (name, text) => ask('POST', '/agent', { name, text }),
    broadcast: (text) => ask('POST', '/broadcast', { text }),
  };
}
