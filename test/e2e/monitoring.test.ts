/** The dashboard and the alert rules of docs/, held against the metrics that a server gives. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Stage as TurnStage } from '../../lambda/conversation/stopwatch';
import { ERRORS } from '../../lambda/errors';
import { PLATFORMS } from '../../lambda/platforms';
import { createMetrics } from '../../lambda/telemetry/metrics';
import type {
  NotificationOutcome,
  RefusalReason,
  SessionEndRecord,
  WebhookOutcome,
} from '../../lambda/telemetry/telemetry';
import { createDemoBot } from '../../simulator/platforms/bot';
import { textOf } from '../docs/pages';
import { setStage } from './stage';

/** A node of an expression, as far as it is looked at here. */
interface PromQlNode {
  readonly from: number;
  readonly to: number;
  readonly type: { readonly name: string; readonly isError: boolean };
  getChildren(type: string): readonly PromQlNode[];
}
interface PromQlParser {
  parse(expr: string): { iterate(visitor: { enter(at: { readonly node: PromQlNode }): void }): void };
}
/** Prometheus' own grammar. Its types are those of an ES module. */
const { parser } = require('@prometheus-io/lezer-promql') as { readonly parser: PromQlParser };

const read = (path: string) => readFileSync(join(__dirname, '../../docs', path), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly description: string; readonly runbook: string };
}
const RULES: readonly Rule[] = parse(read('prometheus/alerts.yaml')).groups.flatMap(
  ({ rules }: { readonly rules: readonly Rule[] }) => rules,
);

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string; readonly datasource: object }[];
}
interface Variable {
  readonly name: string;
  readonly type: string;
  readonly query: string | { readonly query: string };
}
const DASHBOARD: { readonly panels: readonly Panel[]; readonly templating: { readonly list: readonly Variable[] } } =
  JSON.parse(read('grafana/aloud.json'));
const TARGETS = DASHBOARD.panels.flatMap(({ title, targets = [] }) => targets.map((target) => ({ title, ...target })));

/** What Grafana puts in the place of its variables. */
function filledIn(expr: string): string {
  return expr.replaceAll('$__rate_interval', '5m').replaceAll('$skill', '.*').replaceAll('$job', 'aloud');
}

const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ...RULES.map(({ alert, expr }) => [alert, expr] as const),
  ...TARGETS.map(({ title, expr }) => [`panel "${title}"`, filledIn(expr)] as const),
];

interface Selector {
  readonly metric: string;
  readonly matchers: readonly { readonly label: string; readonly operator: string; readonly value: string }[];
}
interface Read {
  readonly selectors: readonly Selector[];
  /** By which labels it is summed and joined. */
  readonly groupedBy: readonly string[];
  readonly isWhole: boolean;
}

/** What a PromQL expression asks for. */
function readPromQl(expr: string): Read {
  const selectors: Selector[] = [];
  const groupedBy: string[] = [];
  let isWhole = true;
  const text = ({ from, to }: PromQlNode) => expr.slice(from, to);
  parser.parse(expr).iterate({
    enter({ node }) {
      const { type } = node;
      if (type.isError) isWhole = false;
      if (type.name === 'GroupingLabels') groupedBy.push(...node.getChildren('LabelName').map(text));
      if (type.name !== 'VectorSelector') return;
      const [name] = node.getChildren('Identifier').map(text);
      const [braces] = node.getChildren('LabelMatchers');
      const matchers = (braces?.getChildren('UnquotedLabelMatcher') ?? []).map((matcher) => {
        const [label = '', operator = '', value = '""'] = ['LabelName', 'MatchOp', 'StringLiteral'].map((kind) =>
          matcher.getChildren(kind).map(text).join(),
        );
        return { label, operator, value: JSON.parse(value) as string };
      });
      selectors.push({ metric: name ?? '', matchers });
    },
  });
  return { selectors, groupedBy, isWhole };
}

/** Those that Prometheus itself puts to whatever it reads. */
const OF_PROMETHEUS = { metrics: ['up'], labels: ['job', 'instance'] };

const { registry } = createMetrics();
/** A histogram is three series, one of which has a label more. */
function labelsOf(series: string): readonly string[] | undefined {
  if (OF_PROMETHEUS.metrics.includes(series)) return [];
  const find = (name: string) =>
    registry.getSingleMetric(name) as unknown as { readonly labelNames: string[] } | undefined;
  const [, base = series, part] = /^(.+)_(bucket|sum|count)$/.exec(series) ?? [];
  const metric = part ? (find(base) ?? find(series)) : find(series);
  return metric && [...metric.labelNames, ...(part === 'bucket' ? ['le'] : [])];
}

const keys = <Name extends string>(all: Readonly<Record<Name, true>>): readonly string[] => Object.keys(all);
const CODES = Object.keys(ERRORS);
const WEBHOOKS = keys<WebhookOutcome>({
  ...{ stored: true, parked: true, repeated: true, unknown: true, ignored: true },
  ...{ unknown_path: true, unauthorized: true, malformed: true, too_large: true, busy: true },
  failed: true,
});
const NOTIFICATIONS = keys<NotificationOutcome>({
  ...{ accepted: true, duplicate: true, needless: true, unsubscribed: true, active: true, put_off: true },
  ...{ other_skill: true, day_full: true, throttled: true, failed: true, no_token: true, bad_token: true },
  ...{ rejected: true, dead: true },
});
/** What a label may say, by the beginning of the metric's name. */
const VALUES: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[] = [
  [
    'aloud_turn_stage',
    {
      stage: keys<TurnStage>({ open: true, interpret: true, send: true, wait: true, save: true, render: true }),
    },
  ],
  ['aloud_turn', { outcome: ['ok', 'late', ...CODES] }],
  [
    'aloud_requests',
    {
      reason: keys<RefusalReason>({
        ...{ headers: true, certificate_url: true, certificate_fetch: true, certificate: true, signature: true },
        ...{ timestamp: true, application: true, body: true, too_large: true },
      }),
    },
  ],
  ['aloud_platform', { platform: Object.keys(PLATFORMS), outcome: ['ok', ...CODES] }],
  ['aloud_webhook', { outcome: WEBHOOKS }],
  ['aloud_notifications', { outcome: NOTIFICATIONS }],
  [
    'aloud_sessions',
    { how: keys<SessionEndRecord['how']>({ answered: true, silent: true, left: true, refused: true }) },
  ],
  ['aloud_errors', { code: CODES }],
];

/** The ways in which one pattern may be met: `A_(B|C)|D` is three. */
function alternativesOf(pattern: string): readonly string[] {
  const [, before, inner, after] = /^([^()]*)\(([^()]*)\)([^()]*)$/.exec(pattern) ?? [];
  if (inner === undefined) return pattern.split('|');
  const heads = (before ?? '').split('|');
  const last = heads.pop() ?? '';
  return [...heads, ...inner.split('|').map((one) => `${last}${one}${after}`)];
}

function faultsIn(expr: string): readonly string[] {
  const { selectors, groupedBy, isWhole } = readPromQl(expr);
  const known = selectors.flatMap(({ metric }) => labelsOf(metric) ?? []);
  return [
    ...(isWhole ? [] : ['it is no PromQL']),
    ...(selectors.length > 0 ? [] : ['it asks for nothing']),
    ...groupedBy.filter((label) => ![...known, ...OF_PROMETHEUS.labels].includes(label)).map((label) => `by ${label}`),
    ...selectors.flatMap(({ metric, matchers }) => {
      const labels = labelsOf(metric);
      if (!labels) return [`there is no ${metric}`];
      return matchers.flatMap(({ label, operator, value }) => {
        if (OF_PROMETHEUS.labels.includes(label)) return [];
        if (!labels.includes(label)) return [`${metric} has no ${label}`];
        const values = VALUES.find(([name]) => metric.startsWith(name))?.[1][label];
        const wanted = operator.includes('~') ? alternativesOf(value) : [value];
        return wanted
          .filter(
            (one) =>
              values &&
              !values.some((is) => (operator.includes('~') ? new RegExp(`^(?:${one})$`).test(is) : is === one)),
          )
          .map((one) => `${metric}{${label}} is never ${one}`);
      });
    }),
  ];
}

test.each(EXPRESSIONS)('%s asks for metrics, labels and values that there are', (_name, expr) => {
  expect(faultsIn(expr)).toEqual([]);
});

test.each<[string, string]>([
  ['sum by (skill', 'it is no PromQL'],
  ['sum(rate(aloud_turns_total[5m]))', 'there is no aloud_turns_total'],
  ['aloud_turn_seconds_count{request="ChatIntent",code="x"}', 'aloud_turn_seconds_count has no code'],
  ['sum by (code) (aloud_turn_seconds_sum)', 'by code'],
  ['aloud_errors_total{code=~"ALOUD_STORE_(BUSY|FULL)"}', 'aloud_errors_total{code} is never ALOUD_STORE_FULL'],
  ['aloud_webhook_seconds_count{outcome="refused"}', 'aloud_webhook_seconds_count{outcome} is never refused'],
])('a mistake is found: %s', (expr, fault) => {
  expect(faultsIn(expr)).toContain(fault);
});

test('a running server gives each of these metrics before anything has happened', async () => {
  const stage = await setStage(createDemoBot());
  const page = await (await fetch(`${stage.server.url}/metrics`)).text();
  await stage.close();
  const served = [...page.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  const asked = EXPRESSIONS.flatMap(([, expr]) => readPromQl(expr).selectors.map(({ metric }) => metric));
  const missing = [...new Set(asked)].filter(
    (metric) =>
      !OF_PROMETHEUS.metrics.includes(metric) &&
      ![metric, metric.replace(/_(?:bucket|sum|count)$/, '')].some((name) => served.includes(name)),
  );
  expect(missing).toEqual([]);

  const told = [...textOf('docs/observability.md').matchAll(/^\| `(aloud_\w+)` \|([^|]*)\|/gm)];
  const labels = new Map(
    told.map(([, name = '', cell = '']) => [name, [...cell.matchAll(/`(\w+)`/g)].map(([, label]) => label)]),
  );
  const ours = served.filter((name) => name?.startsWith('aloud_') && !name.startsWith('aloud_notices_'));
  expect([...labels.keys()].toSorted()).toEqual(ours.toSorted());
  for (const [name, of] of labels) {
    // Nothing of a request is known before it is let in.
    const all = labelsOf(name)?.filter((label) => name !== 'aloud_requests_refused_total' || label !== 'skill');
    expect([name, of]).toEqual([name, all]);
  }
});

test.each(RULES.map((rule) => [rule.alert, rule] as const))(
  '%s says what is wrong, and where it stands what to do',
  (_name, rule) => {
    expect(['critical', 'warning', 'info']).toContain(rule.labels.severity);
    expect(rule.annotations.summary.length).toBeGreaterThan(20);
    expect(rule.annotations.description).toMatch(/\.$/);
    const [page = '', anchor] = rule.annotations.runbook.split('#');
    const headings = [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    expect(headings).toContain(anchor);
    // What it is told with is what its expression is summed by.
    const { groupedBy } = readPromQl(rule.expr);
    const named = [...JSON.stringify(rule.annotations).matchAll(/\$labels\.(\w+)/g)].map(([, label = '']) => label);
    expect(named.filter((label) => ![...groupedBy, ...OF_PROMETHEUS.labels].includes(label))).toEqual([]);
  },
);

test('each alert has a name of its own, and every heading of what to do an alert', () => {
  expect(new Set(RULES.map(({ alert }) => alert)).size).toBe(RULES.length);
  const [, section = ''] = textOf('docs/observability.md').split('## Dashboard and alerts');
  const headings = [...section.matchAll(/^### (.+)$/gm)].map(([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-'),
  );
  const named = new Set(RULES.map(({ annotations }) => annotations.runbook.split('#')[1]));
  expect(headings.filter((heading) => !named.has(heading))).toEqual([]);
});

test('the dashboard can be imported anywhere: its Prometheus is a variable, and no panel covers another', () => {
  const { panels, templating } = DASHBOARD;
  expect(templating.list[0]).toMatchObject({ name: 'datasource', type: 'datasource', query: 'prometheus' });
  for (const { query, type } of templating.list) {
    const [, metric, label] =
      /^label_values\((\w+), (\w+)\)$/.exec(typeof query === 'string' ? query : query.query) ?? [];
    if (type !== 'query') continue;
    expect([...(labelsOf(metric ?? '') ?? []), ...OF_PROMETHEUS.labels]).toContain(label);
  }
  const shown = panels.filter(({ type }) => type !== 'row');
  for (const one of [...shown, ...TARGETS])
    expect(one.datasource).toEqual({ type: 'prometheus', uid: ['$', '{datasource}'].join('') });
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const variables = new Set(JSON.stringify(panels).match(/(?<=\$\{?)[a-z_]+/g));
  expect([...variables].toSorted()).toEqual(['__rate_interval', ...templating.list.map(({ name }) => name)].toSorted());
  const covered = panels.flatMap((a) =>
    panels.filter(
      (b) =>
        a.id < b.id &&
        a.gridPos.x < b.gridPos.x + b.gridPos.w &&
        b.gridPos.x < a.gridPos.x + a.gridPos.w &&
        a.gridPos.y < b.gridPos.y + b.gridPos.h &&
        b.gridPos.y < a.gridPos.y + a.gridPos.h,
    ),
  );
  expect(covered).toEqual([]);
  for (const { expr, legendFormat } of TARGETS) {
    const { groupedBy } = readPromQl(filledIn(expr));
    const named = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label = '']) => label);
    expect(named.filter((label) => ![...groupedBy, ...OF_PROMETHEUS.labels].includes(label))).toEqual([]);
  }
});
