import type { Usage } from '../test/support/dynamodb-meter';
import type { Units } from './activities';

/** US dollars in us-east-1, without the free tier: https://aws.amazon.com/lambda/pricing/ and its neighbours. */
const PRICES = {
  /** AWS Lambda on arm64. */
  gigabyteSecond: 0.0000133334,
  invocation: 0.2e-6,
  /** DynamoDB on demand. */
  readUnit: 0.125e-6,
  writeUnit: 0.625e-6,
  /** A gigabyte taken in by CloudWatch Logs. */
  logGigabyte: 0.5,
  /** A month: a secret of Secrets Manager, and an alarm of CloudWatch. */
  secret: 0.4,
  alarm: 0.1,
};

/** As in `infrastructure/skill-stack.yaml`. */
const SKILL_GB = 0.5;
const OTHER_GB = 0.25;
const SECRETS = 2;
const ALARMS = 5;
const LOOKS_A_MONTH = 30 * 24 * 60;

/** What users do, for each turn of theirs. */
const SESSIONS = 1 / 5;
const ARRIVALS = 1 / 50;
/** Messages of persons and broadcasts, each with a notification. */
const DELIVERIES = 1 / 20;

/**
 * Seconds that are billed beside the wait for the bot, generously: `cold` measures some 30 ms of a whole processor for a
 * turn, mostly the AWS SDK's, and a function has a whole one only from 1,769 MB on.
 */
const OUR_SECONDS = 0.1;
const WEBHOOK_SECONDS = 0.15;
const NOTIFICATION_SECONDS = 0.3;
const LOOK_SECONDS = 1;
/** Of a `turn` line, as `cold` measures it, and of Lambda's own lines about an invocation. */
const LOG_GB = (200 + 350) / 1e9;

/** How the bot answers. */
interface Bot {
  /** How long a turn waits for it. */
  readonly seconds: number;
  /** What a turn takes. */
  readonly turn: Usage;
  /** What a webhook that brings an answer takes; one for each turn. */
  readonly answer?: Usage;
}

/**
 * Rows: what so many turns a month cost, by what they cost it for.
 *
 * @param webhookSeconds how long a turn of `units.webhookTurn` waited, with the quiet time after the answer
 */
export function costTable(units: Units, webhookSeconds: number): string[][] {
  const bots: readonly [string, Bot][] = [
    ['in the call, after a second', { seconds: 1, turn: units.inlineTurn }],
    ['by webhook, after two seconds', { seconds: webhookSeconds, turn: units.webhookTurn, answer: units.answer }],
  ];
  const rows = bots.flatMap(([name, bot]) =>
    [1000, 1_000_000, 100_000_000].map((turns, index) => {
      const parts = costs(units, bot, turns);
      const sum = parts.reduce((total, part) => total + part, 0);
      return [turns.toLocaleString('en-US'), index === 0 ? name : '', ...parts.map(dollars), `**${dollars(sum)}**`];
    }),
  );
  return [
    ['turns a month', 'the bot answers', 'waiting', 'other Lambda', 'DynamoDB', 'logs', 'fixed', 'in all'],
    ...rows,
  ];
}

function dollars(amount: number): string {
  return amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function costs(units: Units, { seconds, turn, answer }: Bot, turns: number): number[] {
  const deliveries = turns * DELIVERIES;
  const waiting = turns * seconds * SKILL_GB * PRICES.gigabyteSecond;
  const invocations = turns * (1 + SESSIONS + (answer ? 1 : 0)) + 2 * deliveries + LOOKS_A_MONTH;
  const lambda =
    turns * (1 + SESSIONS) * OUR_SECONDS * SKILL_GB * PRICES.gigabyteSecond +
    ((answer ? turns : 0) + deliveries) * WEBHOOK_SECONDS * OTHER_GB * PRICES.gigabyteSecond +
    deliveries * NOTIFICATION_SECONDS * OTHER_GB * PRICES.gigabyteSecond +
    invocations * PRICES.invocation;
  const database =
    turns * (price(turn) + (answer ? price(answer) : 0)) +
    turns * (SESSIONS * price(units.sessionEnd) + ARRIVALS * price(units.arrival)) +
    deliveries * (price(units.delivery) + price(units.notification));
  const looks = LOOKS_A_MONTH * (LOOK_SECONDS * OTHER_GB * PRICES.gigabyteSecond + price(units.look));
  const fixed = looks + SECRETS * PRICES.secret + ALARMS * PRICES.alarm;
  return [waiting, lambda, database, invocations * LOG_GB * PRICES.logGigabyte, fixed];
}

function price({ reads, writes }: Usage): number {
  return reads * PRICES.readUnit + writes * PRICES.writeUnit;
}
