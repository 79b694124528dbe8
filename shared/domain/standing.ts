import { bootSourceOf, redundancyOf, syncStatusOf } from "./facts.ts";
import { SEVERITIES } from "./findings/catalogue.ts";
import type { Standing } from "./fleet.ts";
import { isReadyForSwitchover } from "./readiness.ts";
import type { OpenFinding, TwinState } from "./state.ts";
import type { Severity } from "./vocabulary.ts";

/** An open finding, by as much as the fleet is told of it. */
export interface StandingFinding extends Pick<OpenFinding, "code" | "at"> {
  readonly severity: Severity;
}

/**
 * Where a chassis stands in the fleet, which is a part of what its twin says. The findings are those that were open after
 * the last step of the fold: none opens or closes before the next deadline.
 */
export const standingOf = (state: TwinState): Standing & { readonly findings: readonly StandingFinding[] } => {
  const findings = state.retired ? [] : state.findings.flatMap(standingFinding);
  return {
    ...(state.retired ? { retired: true } : {}),
    activeSlot: state.activeSlot,
    redundancy: redundancyOf(state),
    bootSource: bootSourceOf(state),
    sync: { status: syncStatusOf(state) },
    switchover: { ready: isReadyForSwitchover(state, findings) },
    findings,
  };
};

const standingFinding = ({ code, at }: OpenFinding): readonly StandingFinding[] => {
  const severity = SEVERITIES.get(code);
  // An earlier version may have known others.
  return severity === undefined ? [] : [{ code, at, severity }];
};
