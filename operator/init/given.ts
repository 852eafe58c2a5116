import { isLocale, LOCALES, type Locale } from '../../business/locales';
import { nearest } from '../../business/nearest';
import { settingsFor } from '../../lambda/app/config';
import type { ListedSetting } from '../../lambda/config/settings';
import { type CallOptions, isOn, textOf, textsOf } from '../command';
import { type Chosen, chosenIn, platformFaults } from './platform';
import { settingFault } from './setting-fault';

export type Where = 'aws' | 'server';

/** What the command line answers, so that it is not asked. */
export interface Given {
  readonly platform?: Chosen;
  readonly where?: Where;
  /** Settings by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly invocation?: string;
  readonly locales: readonly Locale[];
  readonly summary?: string;
  readonly topics: readonly string[];
  readonly force: boolean;
  readonly doctor: boolean;
}

/** A command line that nobody can follow: what is wrong, a line each. */
export interface Misused {
  readonly faults: readonly string[];
}

export function readGiven(options: CallOptions): Given | Misused {
  const publicUrl = textOf(options, 'publicUrl');
  const set = textsOf(options, 'set').map(split);
  const pairs = [...set, ...(publicUrl === undefined ? [] : [['ALOUD_PUBLIC_URL', publicUrl] as const])];
  const locales = textsOf(options, 'locale');
  const chosen = textOf(options, 'platform')?.trim() ?? set.find(([name]) => name === 'ALOUD_PLATFORM')?.[1]?.trim();
  const known = settingsFor({ ALOUD_PLATFORM: chosen });
  const faults = [
    ...(chosen ? platformFaults(chosen) : []),
    ...pairs.flatMap(([name, value]) =>
      name === 'ALOUD_PLATFORM' && value !== undefined ? [] : (faultOf(name, value, known) ?? []),
    ),
    ...locales.flatMap((locale) => localeFault(locale) ?? []),
  ];
  if (faults.length > 0) return { faults };
  const values = Object.fromEntries(pairs.map(([name, value = '']) => [name, value.trim()]));
  return {
    platform: chosenIn(chosen),
    where: textOf(options, 'where') as Where | undefined,
    values,
    name: textOf(options, 'name')?.trim(),
    invocation: textOf(options, 'invocation')?.trim(),
    locales: locales.filter(isLocale),
    summary: textOf(options, 'summary')?.trim(),
    topics: [...new Set(textsOf(options, 'topic').map((topic) => topic.trim()))],
    force: isOn(options, 'force'),
    doctor: options.doctor !== false,
  };
}

function split(pair: string): readonly [name: string, value: string | undefined] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, undefined] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** Never the value: it may be a secret in the wrong place. */
function faultOf(name: string, value: string | undefined, known: readonly ListedSetting[]): string | undefined {
  const setting = known.find((one) => one.name === name);
  if (!setting) {
    const meant = nearest(
      name,
      known.map((one) => one.name),
    );
    return `--set ${name}: there is no such setting${meant ? `; did you mean ${meant}?` : ': docs/settings.md'}`;
  }
  if (value === undefined) return `--set ${name}: write  --set ${name}=…`;
  const fault = settingFault(setting, value.trim());
  return fault && `${name} ${fault}`;
}

function localeFault(locale: string): string | undefined {
  if (isLocale(locale)) return undefined;
  const meant = nearest(locale, LOCALES);
  return `--locale ${locale}: Alexa has ${meant ? `no such locale; did you mean ${meant}?` : LOCALES.join(', ')}`;
}
