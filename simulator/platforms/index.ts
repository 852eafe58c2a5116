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

const VENDORS: Readonly<Record<PlatformName, (options: VendorOptions) => Promise<Vendor>>> = {
  botdistrikt: startBotDistrikt,
  voximplant: startVoximplant,
  // It numbers its users, and a customer who talked to it before has kept a number.
  klaunch: ({ bot }) => startKlaunch({ bot, formerUsers: Math.floor(Date.now() / 1000) }),
  wotnot: startWotNot,
  chataibot: ({ bot }) => startWotNot({ bot, brand: 'chataibot' }),
};

/** The vendor of a platform on loopback, with a bot behind it. */
export function startVendor(platform: PlatformName, options: VendorOptions): Promise<Vendor> {
  return VENDORS[platform](options);
}
