import { ALL_SETTINGS } from '../../lambda/app/config';
import type { ListedSetting } from '../../lambda/config/settings';
import { asComment, envEntry, quoted } from '../env-file';
import type { Where } from './given';
import { settingsWith } from './platform';

/** What a .env file is made of. */
export interface EnvDraft {
  readonly platform: string | undefined;
  readonly where: Where | undefined;
  /** All that is set, by name: what was answered, and what stood there before. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** What was made up just now, and the vendor does not know yet: names. */
  readonly madeUp: readonly string[];
  /** Of several skills one, or what they share. Absent: there is one skill, and all is in one file. */
  readonly part?: 'process' | 'skill';
}

const HEAD = [
  '# Settings, written by  npx aloud init.  docs/settings.md says more about each.',
  '# Keep this file to yourself: it holds secrets.  npx aloud doctor  says whether it is in order.',
].join('\n');

/** What is still to be filled in: settings that have to be there, by name. */
export function openSettings(draft: Omit<EnvDraft, 'madeUp'>): readonly string[] {
  const { where, values } = draft;
  return settingsOf(draft)
    .filter((setting) => isNeeded(setting, where, values) && !values[setting.name])
    .map(({ name }) => name);
}

/** The content of `.env`, in the form of `.env.example`: of the platforms only the chosen one. */
export function envText(draft: EnvDraft): string {
  const { values } = draft;
  const settings = settingsOf(draft);
  const open = openSettings(draft);
  const entries = settings.map((setting) => {
    const value = values[setting.name];
    if (value) return envEntry(setting, value);
    return open.includes(setting.name) ? openEntry(setting) : envEntry(setting);
  });
  const known = new Set(settings.map(({ name }) => name));
  const others = Object.entries(values).filter(
    ([name, value]) => value && !known.has(name) && !isOfOtherPart(name, draft),
  );
  const rest = others.map(([name, value = '']) => `${name}=${quoted(value)}`).join('\n');
  return `${[HEAD, ...entries, ...(rest ? [`# What else stood here before.\n${rest}`] : [])].join('\n\n')}\n`;
}

function settingsOf(draft: Pick<EnvDraft, 'platform' | 'part'>): readonly ListedSetting[] {
  const { platform } = draft;
  return settingsWith(platform).filter(({ name }) => !isOfOtherPart(name, draft));
}

/** Whether a setting belongs into another file: what the process has once, or what each of its skills has. */
function isOfOtherPart(name: string, { part }: Pick<EnvDraft, 'part'>): boolean {
  const setting = ALL_SETTINGS.find((one) => one.name === name);
  if (part === undefined || setting === undefined || name === 'ALOUD_SECRET') return false;
  return part === 'skill' ? setting.scope === 'process' : setting.scope !== 'process';
}

/** Whether nothing works without it: of a server of one's own also its address, which nobody else can know. */
export function isNeeded(
  { name, required }: ListedSetting,
  where: Where | undefined,
  values: EnvDraft['values'],
): boolean {
  if (name === 'ALOUD_SKILL_ID') return where !== 'aws';
  if (name === 'ALOUD_PUBLIC_URL') return where === 'server';
  if (name === 'VOXIMPLANT_REGION') return !values.VOXIMPLANT_BASE_URL;
  return required === true;
}

/** A line to be filled in. Without a value the start says so, by its name. */
function openEntry(setting: ListedSetting): string {
  const { name, doc, example } = setting;
  const like = example === undefined ? '' : ` Such as ${example}`;
  const later =
    name === 'ALOUD_SKILL_ID'
      ? ' There is one once the skill is made: npx aloud deploy --profile self-hosted tells it.'
      : '';
  return `${asComment(`Still to be filled in. ${doc}${later}${like}`)}\n${name}=`;
}
