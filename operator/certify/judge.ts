import type { Finding } from './rule';
import { SEVERITIES } from './rule';
import { RULES } from './rules';
import type { Subject } from './subject';

export interface Judgement {
  /** The worst first; in the order of the rules. */
  readonly findings: readonly Finding[];
}

/** Everything that the rules find. */
export function judge(subject: Subject): Judgement {
  const rules = RULES.filter(({ needsTalk }) => !needsTalk || subject.talk !== undefined);
  const findings = rules.flatMap(({ id, severity, remedy, source, look }) =>
    look(subject).map((spot) => ({ id, severity, ...spot, remedy, source })),
  );
  return { findings: SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)) };
}
