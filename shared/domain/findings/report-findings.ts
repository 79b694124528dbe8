import { InterfaceSlot } from "../vocabulary.ts";
import { type FindingRule, when } from "./finding-rule.ts";

/** P15: something was reported that cannot be so. */
export const contradictoryReport: FindingRule = {
  code: "contradictory-report",
  severity: "warning",
  see: ({ contradiction }) =>
    when(contradiction !== null, () => ({
      slots: [],
      message: "A report contradicts what is known and was set aside; the history says why.",
      evidence: contradiction?.evidence ?? [],
    })),
};

/** P12, P16, T11: something happened that nobody reported. */
export const missedEvent: FindingRule = {
  code: "missed-event",
  severity: "info",
  see: ({ missedEvent: open }) =>
    when(open !== null, () => ({
      slots: [],
      message: "Something happened that was not reported; what is known of it was inferred.",
      evidence: open?.evidence ?? [],
    })),
};

/** P14: a promised observation did not come. */
export const silent: FindingRule = {
  code: "silent",
  severity: "warning",
  see: ({ observationDue }, at) =>
    when(observationDue !== null && at >= observationDue.dueAt, () => ({
      slots: [],
      message: "A promised observation did not come, so what is known may be out of date.",
      evidence: observationDue?.evidence ?? [],
    })),
};

/** After a takeover an interface module does not hold what the active holds. */
export const interfaceModuleOutOfSync: FindingRule = {
  code: "interface-module-out-of-sync",
  severity: "warning",
  see: ({ interfaceModules }) =>
    Object.keys(interfaceModules)
      .filter((slot) => interfaceModules[slot]?.inSync === false)
      .map((slot) => ({
        slots: [InterfaceSlot().parse(slot)],
        about: slot,
        message: `${slot} is out of sync with the active module; its traffic may be interrupted.`,
      })),
};
