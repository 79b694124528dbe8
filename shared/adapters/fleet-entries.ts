import { bucketName, bucketNamed, type FindingsOfCode } from "../domain/fleet.ts";
import type { ChassisWrite, FleetEntry, FleetPart } from "../ports.ts";
import { SHARDS, shardOf } from "./keys.ts";

const RETIRED = "retired";

/** The part of the fleet index in which a write shows its chassis. */
export const partOf = ({ record, bucket }: Pick<ChassisWrite, "record" | "bucket">): FleetPart => ({
  group: bucket ?? RETIRED,
  shard: shardOf(record.chassisId),
});

/** The name of a part, which is its partition of the index. */
export const partName = ({ group, shard }: FleetPart): string =>
  `${group === RETIRED ? RETIRED : bucketName(group)}#${shard}`;

/** The parts that a name stands for: one, or all of a bucket when an earlier version kept the name without a shard. */
export const partsNamed = (name: string): readonly FleetPart[] => {
  const [words = "", number] = name.split("#");
  const group = words === RETIRED ? RETIRED : bucketNamed(words);
  return (number === undefined ? SHARDS : [Number(number)]).map((shard) => ({ group, shard }));
};

/**
 * An entry as the text by which the index sorts it: the chassis, then, after a space, its open findings. The space sorts
 * before all that may be in an identifier, so that entries come in the order of their chassis.
 */
export const entryText = ({ chassisId, findings }: FleetEntry): string =>
  findings.length === 0 ? chassisId : `${chassisId} ${findings.map(findingsText).join(",")}`;

/** The entry that a text stands for. */
export const entryIn = (text: string): FleetEntry => {
  const [chassisId = "", findings] = text.split(" ");
  return { chassisId, findings: findings === undefined ? [] : findings.split(",").map(findingsIn) };
};

// The item that carries the key should stay below a kilobyte: short marks for codes, times in base 36, and the number only
// when there are several.
const findingsText = ({ code, oldestAt, count }: FindingsOfCode): string =>
  [MARKS.get(code) ?? code, oldestAt.toString(36), ...(count === 1 ? [] : [count])].join(":");

const findingsIn = (text: string): FindingsOfCode => {
  const [mark = "", oldestAt = "", count = "1"] = text.split(":");
  return { code: CODES.get(mark) ?? mark, oldestAt: Number.parseInt(oldestAt, 36), count: Number(count) };
};

/** What stands for a code in a key, for ever; a code without a mark stands for itself. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ["no-active", "na"],
  ["headless", "hl"],
  ["split-brain", "sb"],
  ["image-suspect", "is"],
  ["standby-missing", "sm"],
  ["standby-not-ready", "sn"],
  ["standby-port-down", "sp"],
  ["code-mismatch", "cm"],
  ["config-mismatch", "fm"],
  ["boot-code-mismatch", "bm"],
  ["sync-stale", "ss"],
  ["sync-aborted", "sa"],
  ["sync-overdue", "so"],
  ["boot-overdue", "bo"],
  ["config-loss-possible", "cp"],
  ["config-lost", "cl"],
  ["boot-source-missing", "bs"],
  ["interface-module-out-of-sync", "im"],
  ["contradictory-report", "cr"],
  ["silent", "si"],
  ["running-version-mismatch", "rv"],
  ["boot-source-fallback", "bf"],
  ["missed-event", "me"],
  ["role-not-default", "rd"],
]);

const CODES: ReadonlyMap<string, string> = new Map([...MARKS].map(([code, mark]) => [mark, code]));
