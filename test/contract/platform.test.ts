import { NO_TELEMETRY, type PlatformCall } from '../../lambda/telemetry/telemetry';
import { startBotDistrikt } from '../../simulator/platforms/botdistrikt';
import { createAdapter } from '../support/adapter';
import { describePlatform } from './platform.contract';

const BOTDISTRIKT = { forgets: true, goneStatuses: [401, 403, 404] };

describePlatform('botdistrikt', BOTDISTRIKT, async (bot) => {
  const domain = 'https://x9-secret.example.link';
  const vendor = await startBotDistrikt({ webchatAppId: '4711', domain, bot });
  const calls: PlatformCall[] = [];
  const platform = createAdapter(
    'botdistrikt',
    {
      baseUrl: vendor.baseUrl,
      webchatAppId: '4711',
      domain,
    },
    { telemetry: { ...NO_TELEMETRY, platformCall: (call) => calls.push(call) } },
  );
  return {
    platform,
    calls,
    secrets: [domain],
    messages: async ({ messages }) => messages,
    fail: (operation, fault) => vendor.behaviour.faults[operation].push(fault),
    forget: vendor.forget,
    connections: vendor.connections,
    waiting: () => vendor.waiting,
    stopVendor: vendor.close,
  };
});
