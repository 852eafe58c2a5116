import { SECRET as DEMO_SECRET } from '../../../simulator/demo/secret';
import { bad, type Finding, good, warning } from '../finding';
import type { Setup } from '../setup';
import { NEW_SECRET } from './where';

/** 32 random digits have fourteen of their sixteen on average. */
const FEWEST_SIGNS = 8;
const REPEATED = /^(.{1,12})\1+.{0,11}$/;
const ROWS = '01234567890123456789abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz';
const LONGEST_ROW = 12;
const WORDS_OF_DOCS = /random characters|openssl|your[-_ ]?secret|change[-_ ]?me|secret of at least/i;
/** Proofs that the operator makes up, by how long they have to be. */
const MADE_UP = /_WEBHOOK_TOKEN$|^ALOUD_METRICS_TOKEN$/;
const SHORTEST = 16;
/** Letters and digits mixed, as no name has them. */
const UNGUESSABLE = /(?=[a-z]*\d[a-z]*\d)[a-z\d]{8,}/i;

/** Secrets that others can guess, or that are not one's own. */
export function checkSecrets(setup: Setup): readonly Finding[] {
  const { value, config } = setup;
  const secret = value('ALOUD_SECRET');
  const found = [...(secret ? ownSecret(secret) : []), ...shared(setup), ...guessable(setup)];
  if (found.length > 0 || !config) return found;
  return [good('settings.secret', 'the secrets are long, and differ')];
}

function ownSecret(secret: string): readonly Finding[] {
  const why = weakness(secret);
  if (!why) return [];
  const what = `ALOUD_SECRET ${why}: who guesses it can make up users and webhooks`;
  return [bad('settings.secret', what, `${NEW_SECRET}  makes one; every user is a new user then`)];
}

/** Whether a secret is long enough is the setting's own matter. */
function weakness(secret: string): string | undefined {
  const flat = secret.toLowerCase();
  if (secret === DEMO_SECRET) return "is the demo's, which is public";
  if (WORDS_OF_DOCS.test(secret)) return 'holds words that are not random';
  if (new Set(flat).size < FEWEST_SIGNS || REPEATED.test(flat)) return 'repeats itself';
  const hasRow = [...flat].some((_, at) => {
    const part = flat.slice(at, at + LONGEST_ROW);
    return part.length === LONGEST_ROW && ROWS.includes(part);
  });
  return hasRow ? 'is digits or letters in a row' : undefined;
}

/** One that leaks must not open two doors. */
function shared({ settings, value }: Setup): readonly Finding[] {
  const secrets = settings.filter(({ name, secret }) => secret && value(name));
  return secrets.flatMap(({ name }, index) => {
    const other = secrets.slice(0, index).find((one) => value(one.name) === value(name));
    if (!other) return [];
    return [
      warning('settings.secret', `${name} is the same as ${other.name}`, `${NEW_SECRET}  makes another for ${name}`),
    ];
  });
}

function guessable({ settings, value, place }: Setup): readonly Finding[] {
  // Nobody is outside of the simulator.
  if (place === 'simulator') return [];
  return settings.flatMap(({ name }) => {
    const given = value(name);
    if (given === undefined) return [];
    const isWeak =
      (MADE_UP.test(name) && (given.length < SHORTEST || weakness(given) !== undefined)) ||
      (name === 'BOTDISTRIKT_DOMAIN' && !UNGUESSABLE.test(given));
    const what = `${name} can be guessed, and works like a password`;
    const also = name === 'ALOUD_METRICS_TOKEN' ? 'where the metrics are fetched' : 'at the vendor';
    return isWeak ? [warning('settings.guessable', what, `${NEW_SECRET}  makes one; enter it ${also}, too`)] : [];
  });
}
