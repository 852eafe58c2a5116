/** What the user hears when an error reaches them: a key of the phrases in `speech/phrases`. */
export type ErrorPhrase = 'error.trouble' | 'error.unreachable' | 'error.slow' | 'error.busy' | 'error.refused';

interface ErrorEntry {
  /** What the operator should do about it. */
  readonly hint: string;
  readonly phrase: ErrorPhrase;
}

/**
 * Every error the backend can report, one code per cause. The code is stable: logs, metrics and `docs/errors.md` use it.
 */
export const ERRORS = {
  ALOUD_CONFIG_INVALID: {
    hint: 'Correct the settings that the message names; docs/settings.md describes each.',
    phrase: 'error.trouble',
  },
  ALOUD_BUSINESS_UNREADABLE: {
    hint: 'The file that npm run build makes of business.yaml is damaged, or was written by hand: run npm run build, and deploy again.',
    phrase: 'error.trouble',
  },
  ALOUD_NOT_BUILT: {
    hint: 'Run npm ci && npm run build in the checkout, and take dist/ along to where npm ci --omit=dev is run. If Aloud came as a package, install it again.',
    phrase: 'error.trouble',
  },
  ALOUD_SECRETS_UNREACHABLE: {
    hint: 'AWS Secrets Manager, which keeps the settings of several skills, does not answer in time: nothing is lost, and the next request tries again. If it lasts, look at the status of AWS.',
    phrase: 'error.trouble',
  },
  ALOUD_SECRETS_FORBIDDEN: {
    hint: 'The role of the function may not read the secrets of the skills: deploy the first skill again, whose stack gives the roles their rights, and look whether a policy of your organisation denies it.',
    phrase: 'error.trouble',
  },
  ALOUD_SECRETS_MISSING: {
    hint: 'No skill was stored yet, or their secrets are marked for deletion: npm run deploy -- --skill <name> for each, and compare SkillSecrets in ask-resources.json.',
    phrase: 'error.trouble',
  },
  ALOUD_INTERNAL: {
    hint: 'This is a fault in Aloud itself: report it with the log lines around it.',
    phrase: 'error.trouble',
  },
  ALOUD_FUNCTION_MISUSED: {
    hint: 'A Lambda function was invoked by something that it is not for: compare its triggers with infrastructure/, and remove those that were added by hand.',
    phrase: 'error.trouble',
  },
  ALOUD_RESPONSE_REFUSED: {
    hint: 'Alexa could not use our answer and ended the session: this is a fault in Aloud, report it with the type and text that Alexa gave.',
    phrase: 'error.trouble',
  },
  ALOUD_REQUEST_UNREADABLE: {
    hint: 'A request that is signed as Alexa signs them is none that Aloud can read, so it was refused: the message names the field. If a program of yours sends it, correct that; else report it.',
    phrase: 'error.trouble',
  },
  ALOUD_EVENT_UNREADABLE: {
    hint: 'Alexa sent a skill event (a skill disabled, a permission changed) in a form that Aloud does not know; it had no effect. If the user left, erase them with npm run erase; report it with the name of the event.',
    phrase: 'error.trouble',
  },
  ALOUD_PROGRESS_REFUSED: {
    hint: "Alexa did not take the sentence that fills the wait for a slow bot; the answer itself is not affected. If it happens often, check that this machine reaches Amazon's api.*.amazonalexa.com.",
    phrase: 'error.trouble',
  },
  ALOUD_TEMPLATE_UNFILLED: {
    hint: "A message of the bot held a placeholder instead of a value. The user did not hear it: the sentence was said without. In the bot's builder set the variable that the message names, or give it a default. It is told once per process.",
    phrase: 'error.trouble',
  },
  ALOUD_BOT_UNREADABLE: {
    hint: 'The file that ALOUD_PLATFORM names is not there, cannot be loaded, or holds no definition of a platform: mend what the message says; docs/own-bot.md, and aloud contract checks it.',
    phrase: 'error.trouble',
  },
  ALOUD_BOT_MISBEHAVED: {
    hint: 'The module that ALOUD_PLATFORM names threw, or returned what is not of the form of the platform port: the message says in which call, and aloud contract finds it without a user.',
    phrase: 'error.trouble',
  },
  ALOUD_PLATFORM_UNREACHABLE: {
    hint: "The bot platform refused or dropped the connection: check its status, the base URL and this machine's network.",
    phrase: 'error.unreachable',
  },
  ALOUD_PLATFORM_TIMEOUT: {
    hint: 'The bot platform did not answer within the turn: look for slow steps in the bot, or raise ALOUD_TURN_BUDGET_MS (below 7500).',
    phrase: 'error.slow',
  },
  ALOUD_PLATFORM_UNAUTHORIZED: {
    hint: 'The bot platform refused our credentials: check the settings of the platform against its dashboard.',
    phrase: 'error.unreachable',
  },
  ALOUD_PLATFORM_NOT_FOUND: {
    hint: 'The bot platform does not know the bot: check its id and the base URL in the settings.',
    phrase: 'error.unreachable',
  },
  ALOUD_PLATFORM_RATE_LIMITED: {
    hint: "The bot platform is limiting our calls: compare the traffic with the plan's limits.",
    phrase: 'error.busy',
  },
  ALOUD_PLATFORM_REJECTED: {
    hint: "The bot platform called our request malformed: check the platform's assumed settings in docs/platforms; of a bot of your own, what it was sent.",
    phrase: 'error.refused',
  },
  ALOUD_PLATFORM_FAILED: {
    hint: "The bot platform failed on its side (5xx): check its status page and the bot's own log.",
    phrase: 'error.unreachable',
  },
  ALOUD_PLATFORM_BAD_ANSWER: {
    hint: 'The bot platform answered something that cannot be read (not JSON, cut off, too large): check the base URL and any proxy in between; aloud capture shows what came.',
    phrase: 'error.unreachable',
  },
  ALOUD_PLATFORM_UNKNOWN_SHAPE: {
    hint: 'The bot platform has sent something in a form that Aloud does not know, and nothing of it was told to the user. See what it is with aloud capture --minutes 10, then aloud capture --show, and report it with the fixture that aloud capture --fixture writes: docs/capture.md. It is told once per process and kind.',
    phrase: 'error.trouble',
  },
  ALOUD_PLATFORM_THREAD_GONE: {
    hint: 'The bot platform no longer knows the conversation. It is opened again by itself; repeated errors point at the credentials.',
    phrase: 'error.unreachable',
  },
  ALOUD_NOTIFICATIONS_UNAUTHORIZED: {
    hint: "Amazon refuses the skill messaging credentials, or their token: check ALEXA_CLIENT_ID and ALEXA_CLIENT_SECRET against the skill's Permissions page, ALEXA_STAGE, and that the manifest lists the event and the permission. Notifications wait meanwhile.",
    phrase: 'error.trouble',
  },
  ALOUD_NOTIFICATIONS_UNAVAILABLE: {
    hint: 'Amazon cannot be reached, or fails on its side, so users are told later that messages wait. If it lasts, check that this machine reaches api.amazon.com and api.*.amazonalexa.com.',
    phrase: 'error.trouble',
  },
  ALOUD_NOTIFICATIONS_THROTTLED: {
    hint: 'Amazon takes no more notifications for the skill at the moment; they go on by themselves. If it happens often, set a slower pace.',
    phrase: 'error.trouble',
  },
  ALOUD_NOTIFICATIONS_REJECTED: {
    hint: "Amazon calls one notification after the other malformed: check this machine's clock first; else this is a fault in Aloud, report it with the reasons that npm run notifications lists.",
    phrase: 'error.trouble',
  },
  ALOUD_STORE_UNAVAILABLE: {
    hint: 'The database cannot be read or written: check the path in ALOUD_STORE, its permissions and the free disk space.',
    phrase: 'error.trouble',
  },
  ALOUD_STORE_BUSY: {
    hint: 'Another process has had the SQLite file locked, or has read it, for too long: look for backups, SQLite shells and other programs that have it open. It passes when they are done; an erase that ended so is repeated.',
    phrase: 'error.busy',
  },
  ALOUD_STORE_NO_TABLE: {
    hint: 'DynamoDB has no such table of Aloud in this region: check ALOUD_STORE and AWS_REGION, or make it with npm run table.',
    phrase: 'error.trouble',
  },
  ALOUD_STORE_FORBIDDEN: {
    hint: 'AWS does not allow this on the table: docs/dynamodb.md lists the actions that the role needs, on the table and on its index.',
    phrase: 'error.trouble',
  },
  ALOUD_STORE_CREDENTIALS: {
    hint: "DynamoDB refuses the AWS credentials, or there are none: check the role of the function or machine, or the AWS SDK's own settings, and this machine's clock.",
    phrase: 'error.trouble',
  },
  ALOUD_STORE_UNREACHABLE: {
    hint: "DynamoDB does not answer: check AWS_REGION, AWS_ENDPOINT_URL_DYNAMODB if it is set, this machine's network, and the status of AWS.",
    phrase: 'error.trouble',
  },
  ALOUD_STORE_THROTTLED: {
    hint: "DynamoDB takes no more at the moment. It passes by itself; if it lasts, look at the table's throttled requests, its limits and those of the account.",
    phrase: 'error.busy',
  },
  ALOUD_STORE_TOO_LARGE: {
    hint: 'A conversation or a message is larger than DynamoDB takes (400 KB, compressed), so it was not kept: look for a bot that sends very long texts or very many choices.',
    phrase: 'error.trouble',
  },
  ALOUD_STORE_SEALED: {
    hint: 'Stored data cannot be unsealed: ALOUD_SECRET differs from the one it was stored with.',
    phrase: 'error.trouble',
  },
  ALOUD_TRACES_LOST: {
    hint: 'The collector of traces does not take them: check OTEL_EXPORTER_OTLP_ENDPOINT (its HTTP port, mostly 4318) and the headers. Turns are not affected.',
    phrase: 'error.trouble',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

const BRAND = Symbol.for('aloud.error');

export interface AloudErrorOptions extends ErrorOptions {
  readonly retryAfterMs?: number;
}

/**
 * An error with a cause that we know. `message` is for the operator's log: it may name settings and HTTP statuses,
 * never a secret, a user's id, what was said, or a vendor's raw answer.
 */
export class AloudError extends Error {
  override readonly name = 'AloudError';
  readonly [BRAND] = true;
  /** After how many milliseconds the other side wants to be asked again, where it says so. */
  readonly retryAfterMs?: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: AloudErrorOptions = {},
  ) {
    super(message, options);
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
  }

  /** On Lambda a bot of one's own is a bundle beside ours, which has this class once more. */
  static override [Symbol.hasInstance](thrown: unknown): thrown is AloudError {
    return typeof thrown === 'object' && thrown !== null && BRAND in thrown;
  }

  get hint(): string {
    return ERRORS[this.code].hint;
  }

  get phrase(): ErrorPhrase {
    return ERRORS[this.code].phrase;
  }
}

/** Anything thrown, as a coded error. What we did not foresee is ALOUD_INTERNAL and keeps its cause. */
export function toAloudError(thrown: unknown): AloudError {
  if (thrown instanceof AloudError) return thrown;
  const what = thrown instanceof Error ? thrown.name : typeof thrown;
  return new AloudError('ALOUD_INTERNAL', `unexpected ${what}`, { cause: thrown });
}
