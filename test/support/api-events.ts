import type { FailureLog } from "../../shared/edge/http.ts";
import type { BusEntry, EventBus } from "../../shared/ports.ts";

/** The moment at which tests of the API take place. */
export const NOW = Date.parse("2026-03-01T12:00:00.000Z");

/** A CloudEvent that is right in every way, but for what a test changes in it. */
export const cloudEvent = (changes: object = {}): object => ({
  specversion: "1.0",
  id: "e-1",
  source: "//collector.test/syslog",
  subject: "bxr-lon-01",
  type: "module.removed",
  time: "2026-03-01T11:59:00.000Z",
  data: { slot: "M2" },
  ...changes,
});

/** A bus that remembers what it took; it refuses entries of the chassis in `refusing`. */
export const rememberingBus = (refusing: readonly string[] = []): EventBus & { readonly entries: BusEntry[] } => {
  const entries: BusEntry[] = [];
  return {
    entries,
    async publish(sent) {
      const taken = sent.map(({ chassisId }) => !refusing.includes(chassisId));
      entries.push(...sent.filter((_, index) => taken[index]));
      return taken;
    },
  };
};

/** A log that keeps what it is told, for tests that expect failures. */
export const keptLog = (): FailureLog & { readonly lines: unknown[][] } => {
  const lines: unknown[][] = [];
  return { lines, error: (...line) => void lines.push(line) };
};
