import type { Platform } from '../../lambda/conversation/ports/platform';
import { NO_TELEMETRY, type PlatformCall } from '../../lambda/telemetry/telemetry';
import { startWebhookReceiver } from '../../operator/contract/webhook-receiver';
import { startWotNot, type WotNotServerOptions } from '../../simulator/platforms/wotnot';
import { createAdapter } from '../support/adapter';
import { describePlatform } from './platform.contract';

/** A 401 or 403 is about the account's token, which all users share. */
const WOTNOT = { forgets: true, goneStatuses: [404] };

const VARIANTS: readonly (readonly [string, 'wotnot' | 'chataibot', Partial<WotNotServerOptions>])[] = [
  ['wotnot', 'wotnot', {}],
  ['chataibot', 'chataibot', {}],
  [
    'wotnot with long numbers for ids, all events of an answer in one early call, twice',
    'wotnot',
    {
      events: {
        ids: 'number',
        visitor: false,
        messageIds: false,
        time: 'seconds',
        grouping: 'together',
        tokenIn: 'bearer',
      },
      deliveries: { early: true, copies: 2 },
    },
  ],
  [
    'wotnot, whose events name the conversation beside its key, and tell more than is for the visitor',
    'wotnot',
    { events: { namedBy: 'external_key', visitor: false, asides: true, echoBy: 'form', time: 'none' } },
  ],
  ['chataibot, whose echoes name the visitor as who sends', 'chataibot', { events: { asides: true, echoBy: 'user' } }],
];

for (const [name, brand, { events, ...variant }] of VARIANTS) {
  describePlatform(name, WOTNOT, async (bot) => {
    const secrets = { token: 'eyJ0.secret.jwt', webhookToken: 'secret-webhook-token' };
    const vendor = await startWotNot({
      bot,
      brand,
      botKey: 'b0t',
      ...secrets,
      events: { html: false, ...events },
      ...variant,
    });
    const calls: PlatformCall[] = [];
    const platform = createAdapter(
      brand,
      {
        baseUrl: vendor.baseUrl,
        botKey: 'b0t',
        ...secrets,
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
      secrets: Object.values(secrets),
      async messages(result) {
        await vendor.idle();
        expect(receiver.refused).toEqual([]);
        return [...result.messages, ...receiver.messages(result)];
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
