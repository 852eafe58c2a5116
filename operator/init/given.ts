import { isLocale, LOCALES, type Locale } from '../../business/locales';
import { nearest } from '../../business/nearest';
import { ALL_SETTINGS } from '../../lambda/app/config';
import { PLATFORM_NAMES, type PlatformName } from '../../lambda/platforms';
import { type CallOptions, isOn, textOf, textsOf } from '../command';
import { settingFault } from './setting-fault';

export type Where = 'aws' | 'server';

/** What the command line answers, so that it is not asked. */
export interface Given {
  readonly platform?: PlatformName;
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
  const faults = [
    ...pairs.flatMap(([name, value]) => faultOf(name, value) ?? []),
    ...locales.flatMap((locale) => localeFault(locale) ?? []),
  ];
  if (faults.length > 0) return { faults };
  const values = Object.fromEntries(pairs.map(([name, value = '']) => [name, value.trim()]));
  const chosen = textOf(options, 'platform') ?? values.ALOUD_PLATFORM;
  return {
    platform: PLATFORM_NAMES.find((name) => name === chosen),
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
function faultOf(name: string, value: string | undefined): string | undefined {
  const setting = ALL_SETTINGS.find((one) => one.name === name);
  if (!setting) {
    const names = ALL_SETTINGS.map((one) => one.name);
    const meant = nearest(name, names);
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
