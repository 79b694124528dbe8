import type { Twin } from "../../../shared/domain/twin.ts";
import type { Invariant } from "./history-walk.ts";

const isReadyByItsFields = ({ redundancy, findings, sync }: Twin): boolean =>
  redundancy === "ready" &&
  findings.every(({ code, severity }) => severity !== "critical" && code !== "sync-stale" && code !== "silent") &&
  (sync.runningConfig.status === "in-sync" || sync.runningConfig.status === "synchronizing");

const REASON_OF_REDUNDANCY: Readonly<Record<string, readonly string[]>> = {
  switching: ["switching"],
  booting: ["booting"],
  disputed: ["disputed"],
  unknown: ["not-known", "no-active"],
  "no-management-module": ["no-active", "headless"],
  simplex: ["standby-missing", "standby-not-ready"],
  synchronizing: ["standby-not-ready"],
};

const REASON_OF_RUNNING_CONFIG: Readonly<Record<string, string>> = {
  different: "sync-stale",
  aborted: "sync-aborted",
  unknown: "not-known",
};

/** V14 and V15: whether a reload and a switchover would do, and why not. */
export const READINESS_INVARIANTS = {
  "V14: a reload is safe unless an image is suspect or the boot source is missing, each a reason": ({ twin }) => {
    const causes = twin.findings
      .map(({ code }) => code)
      .filter((code) => /^(image-suspect|boot-source-missing)$/.test(code));
    const reasons = twin.reload.reasons.map(({ code }) => code);
    return twin.reload.safe === (causes.length === 0) && causes.join() === reasons.join();
  },

  "V15: a switchover is ready exactly when its fields say so, and has a reason exactly when it is not": ({ twin }) =>
    twin.switchover.ready === isReadyByItsFields(twin) &&
    twin.switchover.ready === (twin.switchover.reasons.length === 0),

  "V15: every critical finding, staleness and silence is a reason": ({ twin }) => {
    const reasons = twin.switchover.reasons.map(({ code }) => code);
    return twin.findings
      .filter(({ code, severity }) => severity === "critical" || code === "sync-stale" || code === "silent")
      .every(({ code }) => reasons.includes(code));
  },

  "V15: a redundancy that is not ready is a reason": ({ twin }) => {
    const named = REASON_OF_REDUNDANCY[twin.redundancy];
    return (
      named === undefined || twin.retired === true || twin.switchover.reasons.some(({ code }) => named.includes(code))
    );
  },

  "V15: a running-config that the standby is not known to have is a reason": ({ twin }) => {
    const named = REASON_OF_RUNNING_CONFIG[twin.sync.runningConfig.status];
    return (
      twin.redundancy !== "ready" || named === undefined || twin.switchover.reasons.some(({ code }) => code === named)
    );
  },
} satisfies Record<string, Invariant>;
