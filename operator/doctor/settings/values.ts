import type { ListedSetting } from '../../../lambda/config/settings';
import { bad, type Finding, warning } from '../finding';
import type { Setup } from '../setup';
import { whereItStands } from './where';

/** Free words: whatever signs they hold, they are meant. */
const FREE = /_NAME$|_START_|TEMPLATE$|VARIABLES$|FILE_ANSWER$|AUTHORIZATION$/;
/** What is given out in one piece. Of skill ids there may be several. */
const UNBROKEN = /_(?:TOKEN|ID|UUID|KEY|DOMAIN|URL|REGION|ACCOUNT)$/;
const UNSEEN = /[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/;
const CURLY = /[“”„‟«»‘’‚]/;
const STRAIGHT = /^(["'`]).*\1$/;
const AT_ONE_END = /^["'`]|["'`]$/;
const COMMAND = /\$\(|^\$\{?\w+\}?$|^`.+`$/;
const PLACEHOLDER =
  /^<.*>$|^\[.*\]$|^your[-_ ]|^(?:x{3,}|\.{3}|…|todo|tbd|none|null|undefined|change[-_ ]?me)$|replace[-_ ]?me|placeholder/i;
/** Examples that nobody else can have; others may well be right. */
const NOBODYS: ReadonlySet<string> = new Set([
  ...['ALOUD_SKILL_ID', 'BOTDISTRIKT_WEBCHAT_APP_ID', 'VOXIMPLANT_ACCOUNT'],
  ...['VOXIMPLANT_CHANNEL_UUID', 'KLAUNCH_URL', 'KLAUNCH_CHANNEL_ID'],
]);

/** Values that were copied, quoted or left in a way that makes something else of them. */
export function checkValues(setup: Setup): readonly Finding[] {
  return setup.settings.flatMap((setting) => {
    const value = setup.value(setting.name);
    return value === undefined ? [] : [...signs(setting, value), ...left(setting, value, setup)];
  });
}

function signs({ name }: ListedSetting, value: string): readonly Finding[] {
  if (FREE.test(name)) return [];
  const tell = (what: string, remedy: string) => [bad('settings.signs', `${name} ${what}`, remedy)];
  if (UNSEEN.test(value))
    return tell('holds a sign that is not seen, as web pages have them', `type it anew: ${name}=…`);
  if (CURLY.test(value)) return tell('holds typographic quotation marks', `type it anew: ${name}=…`);
  if (STRAIGHT.test(value)) return tell('has quotation marks in its value', `keep one pair at most: ${name}="…"`);
  if (AT_ONE_END.test(value)) return tell('has a quotation mark at one end', `write  ${name}="…",  or none at all`);
  if (UNBROKEN.test(name) && name !== 'ALOUD_SKILL_ID' && /\s/.test(value))
    return tell('has a space in its midst', `write it without: ${name}=…`);
  return [];
}

function left({ name, secret, example, platform }: ListedSetting, value: string, { place }: Setup): readonly Finding[] {
  if (COMMAND.test(value)) {
    const remedy = secret ? 'run  openssl rand -hex 32  and paste what it prints' : 'run it, and paste what it prints';
    return [bad('settings.command', `${name} holds a command, and nobody runs what stands in .env`, remedy)];
  }
  if (PLACEHOLDER.test(value)) {
    return [bad('settings.placeholder', `${name} still holds words to be replaced`, whereItStands(name, platform))];
  }
  const isExample = NOBODYS.has(name) && value.replace(/\/+$/, '') === example;
  // The simulator's vendors have the examples for their own.
  if (!isExample || place === 'simulator') return [];
  // Voximplant Kit tells it only once the channel is there.
  const tell = name === 'VOXIMPLANT_CHANNEL_UUID' ? warning : bad;
  return [tell('settings.example', `${name} is still the example's`, whereItStands(name, platform))];
}
