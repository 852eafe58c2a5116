import { randomInt } from 'node:crypto';
import type { PlatformName } from '../../lambda/platforms';
import type { Bot } from './bot-reply';
import { startBotDistrikt } from './botdistrikt';
import { startKlaunch } from './klaunch';
import type { Vendor } from './vendor';
import { startVoximplant } from './voximplant';
import { startWotNot } from './wotnot';

interface VendorOptions {
  readonly bot: Bot;
}

/** So many that no two of a demo's give the same number. */
const MOST_FORMER_USERS = 2 ** 47;

const VENDORS: Readonly<Record<PlatformName, (options: VendorOptions) => Promise<Vendor>>> = {
  botdistrikt: startBotDistrikt,
  voximplant: startVoximplant,
  // It numbers its users, and customers who talked to it before, or to another one, have kept theirs.
  klaunch: ({ bot }) => startKlaunch({ bot, formerUsers: randomInt(MOST_FORMER_USERS) }),
  wotnot: startWotNot,
  chataibot: ({ bot }) => startWotNot({ bot, brand: 'chataibot' }),
};

/** The vendor of a platform on loopback, with a bot behind it. */
export function startVendor(platform: PlatformName, options: VendorOptions): Promise<Vendor> {
  return VENDORS[platform](options);
}
