import type { Platform } from '../../lambda/conversation/ports/platform';
import { NO_TELEMETRY, type PlatformCall } from '../../lambda/telemetry/telemetry';
import { startWebhookReceiver } from '../../operator/contract/webhook-receiver';
import { startVoximplant, type VoximplantServerOptions } from '../../simulator/platforms/voximplant';
import { createAdapter } from '../support/adapter';
import { describePlatform } from './platform.contract';

/** Anybody may write to the channel at any time, so there is nothing to forget. */
const VOXIMPLANT = { forgets: false, goneStatuses: [] };

const CHANNEL = {
  account: 'bluebell',
  apiToken: 'secret/api+token',
  channelUuid: '0b8f3d52-5c5f-4c69-9a3e-2f1f6f2c9d01',
  salt: 'secret-salt',
};

const VARIANTS: readonly (readonly [string, Partial<VoximplantServerOptions>])[] = [
  ['voximplant', {}],
  [
    'voximplant with long numbers for ids, whose callbacks come first, twice, and are signed in another way',
    {
      behaviour: { errorStatus: 'ok', tokensIn: 'top', sessions: 'one' },
      callbacks: { ids: 'long', sender: 'none', prefix: 'signature: ', upperCase: true, separator: ': ' },
      deliveries: { early: true, copies: 2 },
    },
  ],
  [
    'voximplant, whose callbacks tell more than is for the user',
    { callbacks: { echo: 'whole', sender: 'none', asides: true } },
  ],
  ['voximplant, whose echoes are named', { callbacks: { echo: 'client', asides: true } }],
];

for (const [name, variant] of VARIANTS) {
  describePlatform(name, VOXIMPLANT, async (bot) => {
    const vendor = await startVoximplant({ bot, ...CHANNEL, ...variant });
    const calls: PlatformCall[] = [];
    const platform = createAdapter(
      'voximplant',
      {
        ...CHANNEL,
        baseUrl: vendor.baseUrl,
      },
      { telemetry: { ...NO_TELEMETRY, platformCall: (call) => calls.push(call) } },
    );
    const receiver = await startWebhookReceiver(platform);
    vendor.sendWebhooksTo(receiver.url);

    // What a failed send led to comes all the same, and is no part of what the next one leads to.
    const send: Platform['send'] = async (thread, input, signal) => {
      await vendor.idle();
      receiver.messages({ thread, messages: [], pending: true });
      return platform.send(thread, input, signal);
    };
    return {
      platform: { ...platform, send },
      firstInput: { kind: 'text', text: 'hello' },
      calls,
      secrets: [CHANNEL.salt, CHANNEL.apiToken, encodeURIComponent(CHANNEL.apiToken), 'simulated-access-token'],
      async messages(result) {
        await vendor.idle();
        expect(receiver.refused).toEqual([]);
        return receiver.messages(result);
      },
      fail: (operation, fault) => vendor.behaviour.faults[operation].push(fault),
      forget: vendor.forget,
      connections: vendor.connections,
      waiting: () => vendor.waiting,
      async stopVendor() {
        await vendor.close();
        await receiver.close();
      },
    };
  });
}
