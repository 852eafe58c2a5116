import type { Platform } from '../../lambda/conversation/ports/platform';
import { NO_TELEMETRY, type PlatformCall } from '../../lambda/telemetry/telemetry';
import { startWebhookReceiver } from '../../operator/contract/webhook-receiver';
import { type KlaunchServerOptions, startKlaunch } from '../../simulator/platforms/klaunch';
import { createAdapter } from '../support/adapter';
import { describePlatform } from './platform.contract';

/** One address serves all users, so a 404 to a known one is about the user. */
const KLAUNCH = { forgets: true, goneStatuses: [404] };

const VARIANTS: readonly (readonly [string, Partial<KlaunchServerOptions>])[] = [
  ['klaunch', {}],
  [
    'klaunch with long numbers, whose errors are answered 200 and whose webhooks come first, twice',
    {
      behaviour: { userIDs: 'long', errorStatus: 'ok', errorShape: 'nested' },
      deliveries: { early: true, copies: 2 },
    },
  ],
  ['klaunch with times as text', { behaviour: { timestamps: 'text' } }],
  ['klaunch with times by ISO 8601', { behaviour: { timestamps: 'iso', noWords: 'null' } }],
];

for (const [name, variant] of VARIANTS) {
  describePlatform(name, KLAUNCH, async (bot) => {
    const token = 'secret-channel-token';
    const vendor = await startKlaunch({ bot, token, channelID: 'D9LjuWl0jappznT5', hashtag: '#hotel', ...variant });
    const calls: PlatformCall[] = [];
    const platform = createAdapter(
      'klaunch',
      {
        url: vendor.url,
        channelID: 'D9LjuWl0jappznT5',
        token,
        hashtag: '#hotel',
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
      firstInput: { kind: 'start' },
      calls,
      secrets: [token, 'D9LjuWl0jappznT5', '#hotel'],
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
