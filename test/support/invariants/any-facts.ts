import fc from "fast-check";
import {
  BootSource,
  ManagementSlot,
  ModuleStatus,
  ReportedRole,
  ResetCause,
  StandbyState,
  SwitchoverCause,
  SynchronizedFile,
  SyncMode,
} from "../../../shared/domain/vocabulary.ts";
import type { Fact } from "../simulator/reporter.ts";

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const slot = oneOf(ManagementSlot.options);
const interfaceSlot = oneOf(["S1", "S12"] as const);
const anySlot = fc.oneof({ weight: 5, arbitrary: slot }, { weight: 1, arbitrary: interfaceSlot });
const file = oneOf(SynchronizedFile.options);
const bootSource = fc.oneof(
  { weight: 3, arbitrary: fc.constant("primary-flash" as const) },
  { weight: 1, arbitrary: oneOf(BootSource.options) },
);
const version = oneOf(["2.6.0", "2.7.2a", "2.8.0"]);
const serialNumber = oneOf(["A1", "B1", "C1"]);
const revision = fc.nat({ max: 13 });
const digest = oneOf(["sha256:a", "sha256:b"]);
const reason = fc.constant("because");
const versions = fc.record({ flashCode: version, monitor: version, bootCode: version }, { requiredKeys: [] });
const direction = { from: slot, to: slot };

/** Data of an event, whose fields but for the named ones may be missing. */
const data = <T extends object, K extends keyof T>(fields: { [P in keyof T]: fc.Arbitrary<T[P]> }, requiredKeys: K[]) =>
  fc.record(fields, { requiredKeys });

const fact = <T extends Fact["type"], D>(type: T, of: fc.Arbitrary<D>) =>
  fc.record({ type: fc.constant(type), data: of });

const observedModule = data(
  {
    slot: anySlot,
    status: fc.oneof(
      { weight: 3, arbitrary: fc.constant("running" as const) },
      { weight: 2, arbitrary: oneOf(ModuleStatus.options) },
    ),
    role: fc.oneof(
      { weight: 3, arbitrary: oneOf(["active", "standby"] as const) },
      { weight: 1, arbitrary: oneOf(ReportedRole.options) },
    ),
    standbyState: fc.oneof(
      { weight: 2, arbitrary: fc.constant("ready" as const) },
      { weight: 1, arbitrary: oneOf(StandbyState.options) },
    ),
    serialNumber,
    versions,
    bootedFrom: bootSource,
  },
  ["slot"],
);

const moduleFacts: readonly fc.Arbitrary<Fact>[] = [
  fact("module.inserted", data({ slot: anySlot, serialNumber }, ["slot"])),
  fact("module.removed", data({ slot: anySlot }, ["slot"])),
  fact("module.booting", data({ slot, bootSource }, ["slot"])),
  fact("module.booted", data({ slot, bootSource, versions, serialNumber }, ["slot"])),
  fact("module.boot-failed", data({ slot, reason }, ["slot"])),
  fact("module.reset", data({ slot, cause: oneOf(ResetCause.options) }, ["slot"])),
  fact("module.power-lost", data({ slot }, ["slot"])),
  fact("module.status-changed", data({ slot: anySlot, to: oneOf(ModuleStatus.options) }, ["slot", "to"])),
  fact("module.role-changed", data({ slot, to: oneOf(ReportedRole.options) }, ["slot", "to"])),
  fact("standby.down", data({ slot, reason }, [])),
  fact("card.inserted", data({ slot, card: oneOf([1, 2] as const) }, ["slot", "card"])),
  fact("card.removed", data({ slot, card: oneOf([1, 2] as const) }, ["slot", "card"])),
  fact("management-port.up", data({ slot }, ["slot"])),
  fact("management-port.down", data({ slot }, ["slot"])),
  fact("interface-module.out-of-sync", data({ slot: interfaceSlot, overwritten: fc.boolean() }, ["slot"])),
  fact("interface-module.resynced", data({ slot: interfaceSlot, overwritten: fc.boolean() }, ["slot"])),
];

const syncFacts: readonly fc.Arbitrary<Fact>[] = [
  fact(
    "sync.compared",
    data({ file, result: oneOf(["same", "different"] as const), ...direction }, ["file", "result"]),
  ),
  fact("sync.started", data({ file, mode: oneOf(SyncMode.options), ...direction }, ["file"])),
  fact("sync.completed", data({ file, version, revision, digest, ...direction }, ["file"])),
  fact("sync.failed", data({ file, reason, ...direction }, ["file"])),
  fact("config.changed", data({ revision, digest }, [])),
  fact("config.saved", data({ revision, digest }, [])),
  fact(
    "image.updated",
    data(
      {
        slot,
        image: oneOf(["primary", "secondary", "monitor", "boot"] as const),
        version,
        digest,
        verified: fc.boolean(),
      },
      ["slot", "image", "version"],
    ),
  ),
];

const chassisFacts: readonly fc.Arbitrary<Fact>[] = [
  fact("boot-source.configured", fc.record({ order: fc.uniqueArray(bootSource, { maxLength: 3 }) })),
  fact("chassis.retired", data({ reason }, [])),
  fact(
    "redundancy.configured",
    data({ defaultActiveSlot: slot, syncPeriodSeconds: oneOf([-1, 0, 4, 7, 60]), saved: fc.boolean() }, []),
  ),
  fact("switchover.requested", data(direction, [])),
  fact("switchover.refused", fc.record({ reason })),
  fact("switchover.completed", data({ ...direction, cause: oneOf(SwitchoverCause.options) }, ["to"])),
  fact("chassis.cold-started", data({ reporterSlot: slot }, [])),
  fact("chassis.warm-started", data({ reporterSlot: slot }, [])),
  fact(
    "session.opened",
    fc.record({ sessionId: oneOf(["cli-1", "web-1", "inm-1"]), kind: oneOf(["cli", "web", "inm"] as const) }),
  ),
  fact("session.closed", data({ sessionId: oneOf(["cli-1", "web-1", "inm-1"]), reason }, ["sessionId"])),
];

/** What was seen of the chassis, without the moment at which the observation began. */
export const anySight = data(
  {
    modules: fc.oneof(
      { weight: 9, arbitrary: fc.uniqueArray(observedModule, { maxLength: 3, selector: ({ slot: of }) => of }) },
      { weight: 1, arbitrary: fc.array(observedModule, { maxLength: 3 }) },
    ),
    nextWithinSeconds: oneOf([10, 60, 3600]),
    managementAddress: oneOf(["192.0.2.10", "192.0.2.11"]),
    runningConfig: data({ revision, digest }, []),
  },
  ["modules"],
);

/** What a chassis in good order would say next: without these, chance hardly ever leads to one. */
const orderly: readonly fc.Arbitrary<Fact>[] = [
  fact("module.booted", data({ slot, bootSource }, ["slot"])),
  fact("standby.ready", fc.record({ slot })),
  fact("sync.compared", fc.record({ file, result: fc.constant("same" as const) })),
  fact("sync.completed", fc.record({ file })),
  fact("module.role-changed", fc.record({ slot, to: fc.constant("active" as const) })),
];

/** Anything that may be reported of a chassis, but for an observation, whether it can be so or not. */
export const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  { weight: 10, arbitrary: fc.oneof(...moduleFacts) },
  { weight: 6, arbitrary: fc.oneof(...syncFacts) },
  { weight: 6, arbitrary: fc.oneof(...chassisFacts) },
  { weight: 7, arbitrary: fc.oneof(...orderly) },
);
