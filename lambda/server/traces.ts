import type { Config } from '../config/config';
import type { Metrics } from '../telemetry/metrics';
import type { Telemetry } from '../telemetry/telemetry';
import type { Traces } from '../telemetry/traces';

type TraceSettings = Pick<Config, 'otlpEndpoint' | 'otlpTracesEndpoint' | 'otlpHeaders' | 'serviceName' | 'skills'>;

/** The traces of a server whose settings name a collector. Nothing of OpenTelemetry is loaded for any other. */
export function startTraces(
  { otlpEndpoint, otlpTracesEndpoint, otlpHeaders, serviceName, skills }: TraceSettings,
  metrics: Pick<Metrics, 'spansLost'>,
  telemetry: Pick<Telemetry, 'error'>,
): Traces | undefined {
  const url = otlpTracesEndpoint ?? (otlpEndpoint && `${otlpEndpoint}/v1/traces`);
  if (url === undefined) return undefined;
  const { createTraces } = require('../telemetry/traces') as typeof import('../telemetry/traces');
  return createTraces({
    url,
    headers: otlpHeaders ?? {},
    service: serviceName,
    skills: skills.map(({ name, skillIds, platform }) => ({ name, skillIds, platform: platform.name })),
    onLost: metrics.spansLost,
    onError: telemetry.error,
  });
}
