import { z } from 'zod';
import type { PlatformName } from '../../lambda/platforms';
import type { BotDistriktServer } from '../platforms/botdistrikt';
import type { DeliveryBehaviour } from '../platforms/deliveries';
import type { Fault } from '../platforms/faults';
import type { Vendor } from '../platforms/vendor';

type Value = string | number | boolean;

interface Option<T extends Value> {
  readonly value: T;
  readonly label: string;
}

/** One thing about the simulated platform that the page shows and changes. */
export interface Manner<T extends Value = Value> {
  readonly name: string;
  /** Begins the sentence that an option's label ends. */
  readonly label: string;
  readonly options: readonly Option<T>[];
  read(): T;
  write(value: T): void;
}

const DELAYS: readonly Option<number>[] = [
  { value: 0, label: 'answers at once' },
  { value: 500, label: 'takes half a second' },
  { value: 2000, label: 'takes two seconds' },
  { value: 5000, label: 'takes five seconds' },
  { value: 12_000, label: 'takes twelve seconds, more than Alexa gives' },
  { value: 30_000, label: 'takes half a minute' },
  { value: 60_000, label: 'takes a minute' },
];

/** By which status a platform says that it does not know the customer, or our access to it. */
const FORGOTTEN: Readonly<Record<PlatformName, Option<Fault>>> = {
  botdistrikt: { value: 401, label: 'finds the customer forgotten (401)' },
  voximplant: { value: 401, label: 'finds the access token expired (401)' },
  klaunch: { value: 404, label: 'finds the customer forgotten (404)' },
  wotnot: { value: 404, label: 'finds the conversation gone (404)' },
  chataibot: { value: 404, label: 'finds the conversation gone (404)' },
};
const ANSWERED: Option<'none'> = { value: 'none', label: 'is answered' };
const FAULTS: readonly Option<Fault | 'outage'>[] = [
  { value: 429, label: 'is one too many (429)' },
  { value: 500, label: 'hits an error (500)' },
  { value: 'html-502', label: 'hits a bad gateway (502, an HTML page)' },
  { value: 'not-json', label: 'is answered with something that is not JSON' },
  { value: 'half', label: 'is answered by half' },
  { value: 'reset', label: 'loses its connection' },
  { value: 'hang', label: 'is never answered' },
  { value: 'outage', label: 'fails, and so does every other: the platform is down' },
];
/** More calls than are made while the platform is down. */
const OUTAGE: readonly Fault[] = Array.from({ length: 10_000 }, () => 503);

/** The manners of a vendor. What is not the same for all is only there where it applies. */
export function mannersOf(platform: PlatformName, vendor: Vendor): readonly Manner[] {
  const next = fault(FORGOTTEN[platform], vendor);
  return isBotDistrikt(vendor)
    ? [delay(vendor.behaviour, 'delayMs'), next, eventWebhook(vendor), copies(vendor)]
    : [delay(vendor.deliveries, 'replyMs'), next, ...webhooks(vendor), copies(vendor)];
}

function isBotDistrikt(vendor: Vendor): vendor is BotDistriktServer {
  return vendor.environment.ALOUD_PLATFORM === 'botdistrikt';
}

/** Values by the name of their manner. */
export type DemoSettings = Readonly<Record<string, Value | undefined>>;

export function readSettings(manners: readonly Manner[]): DemoSettings {
  return Object.fromEntries(manners.map(({ name, read }) => [name, read()]));
}

/** Any of the settings; what is unknown is refused. */
export function settingsSchema(manners: readonly Manner[]): z.ZodType<DemoSettings> {
  const members = manners.map(({ name, options }) => [name, z.literal(options.map(({ value }) => value)).optional()]);
  return z.strictObject(Object.fromEntries(members) as Record<string, z.ZodOptional<z.ZodLiteral<Value>>>);
}

export function applySettings(settings: DemoSettings, manners: readonly Manner[]): void {
  for (const { name, write } of manners) {
    const value = settings[name];
    if (value !== undefined) write(value);
  }
}

/** Under one name for all: it is the milliseconds until the bot's answer comes, by whatever channel. */
function delay<Name extends string>(behaviour: Record<Name, number>, name: Name): Manner {
  return member('delayMs', 'The bot …', DELAYS, behaviour, name);
}

function fault(forgotten: Option<Fault>, { behaviour: { faults } }: Vendor): Manner {
  return manner<Fault | 'none' | 'outage'>({
    name: 'fault',
    label: 'The next message to the bot …',
    options: [ANSWERED, forgotten, ...FAULTS],
    read: () => (faults.send.length > 1 ? 'outage' : (faults.send[0] ?? 'none')),
    write(value) {
      const wanted = value === 'none' ? [] : value === 'outage' ? OUTAGE : [value];
      faults.send.splice(0, faults.send.length, ...wanted);
      faults.open.splice(0, faults.open.length, ...(value === 'outage' ? OUTAGE : []));
    },
  });
}

function eventWebhook({ events }: BotDistriktServer): Manner {
  const options = [
    { value: true, label: 'tells what the bot says too' },
    { value: false, label: 'tells only what agents and broadcasts say' },
  ];
  return member('botEvents', 'The event webhook …', options, events, 'botEvents');
}

function webhooks({ deliveries }: Vendor): Manner[] {
  const gaps = [
    { value: 0, label: 'all at once' },
    { value: 500, label: 'half a second apart' },
    { value: 3000, label: 'three seconds apart' },
  ];
  const orders: Option<DeliveryBehaviour['order']>[] = [
    { value: 'kept', label: 'in their order' },
    { value: 'reversed', label: 'in reverse order' },
  ];
  const times = [
    { value: false, label: 'before its answer comes' },
    { value: true, label: 'only after its answer came' },
  ];
  return [
    member('gapMs', 'The messages of an answer come …', gaps, deliveries, 'gapMs'),
    member('order', '… and they come …', orders, deliveries, 'order'),
    member('early', 'A message to the bot is confirmed …', times, deliveries, 'early'),
  ];
}

function copies({ deliveries }: Vendor): Manner {
  const options = [
    { value: 1, label: 'once' },
    { value: 2, label: 'twice' },
  ];
  return member('copies', 'Each webhook comes …', options, deliveries, 'copies');
}

/** A manner that is a member of an object. */
function member<T extends Value, Name extends string>(
  name: string,
  label: string,
  options: readonly Option<T>[],
  object: Record<Name, T>,
  key: Name,
): Manner {
  return manner({
    name,
    label,
    options,
    read: () => object[key],
    write(value) {
      object[key] = value;
    },
  });
}

/** Only values of its own options are ever written. */
function manner<T extends Value>({ write, ...rest }: Manner<T>): Manner {
  return { ...rest, write: (value) => write(value as T) };
}
