import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { ManagementSlot } from "../../shared/domain/vocabulary.ts";
import type { Checkpoint, Comparison } from "./oracle.ts";

/** A reason why the twin cannot know, or need not say, what is so: no evidence tells it. */
export interface Excuse {
  readonly why: string;
  readonly covers: (comparison: Comparison, checkpoint: Checkpoint) => boolean;
}

const names = (event: ChassisEvent, slot: ManagementSlot): boolean =>
  event.data["slot"] === slot || JSON.stringify(event.data["modules"] ?? []).includes(`"slot":"${slot}"`);

/** The events since the last one that put another module into the slot. */
const sinceInsertion = ({ known }: Checkpoint, slot: ManagementSlot): readonly ChassisEvent[] => {
  const inserted = known.findLastIndex(({ type, data }) => type === "module.inserted" && data["slot"] === slot);
  return known.slice(Math.max(inserted, 0));
};

/** Whether some report has said which version a module holds, by a boot, an observation, an update or a copy. */
const isVersionTold = ({ field }: Comparison, checkpoint: Checkpoint, slot: ManagementSlot): boolean => {
  const image = field.replace("versions.", "");
  const events = sinceInsertion(checkpoint, slot);
  const isTold = (event: ChassisEvent): boolean => {
    if (event.type === "image.updated") return event.data.slot === slot && event.data.image === image;
    const rows =
      event.type === "chassis.observed" ? event.data.modules : event.type === "module.booted" ? [event.data] : [];
    const said = JSON.stringify(rows.filter((row) => row.slot === slot));
    return said.includes(image === "primary" || image === "secondary" ? `"${image}-flash"` : "flashCode");
  };
  return events.some(isTold);
};

const WITNESS_MS = 60_000;

/** What the evidence leaves open though every event has arrived. */
export const EXCUSES: readonly Excuse[] = [
  {
    why: "no event has named a slot that was empty from the beginning, and no module was there to be polled",
    covers: ({ field, slot, said }, { known }) =>
      field === "presence" && said === "unknown" && slot !== undefined && !known.some((event) => names(event, slot)),
  },
  {
    why: "no report has named that version since the module was inserted",
    covers: (comparison, checkpoint) =>
      comparison.field.startsWith("versions.") &&
      comparison.said === null &&
      comparison.slot !== undefined &&
      !isVersionTold(comparison, checkpoint, comparison.slot),
  },
  {
    why: "a copy has replaced the code, and nobody has named what its source held",
    covers: ({ field, slot, said }, { known }) =>
      (field === "versions.primary" || field === "versions.secondary") &&
      said === null &&
      known.some(
        ({ type, data }) => type === "sync.completed" && data["file"] === "flash-code" && (data["to"] ?? slot) === slot,
      ),
  },
  {
    why: "a device that does not report that a module begins to boot says nothing when its power is restored",
    covers: ({ field, slot, said }, { truth, known }) =>
      field === "role" &&
      said === "none" &&
      slot !== undefined &&
      truth.modules[slot].status === "booting" &&
      !known.some(({ type, data }) => type === "module.booting" && data["slot"] === slot),
  },
  {
    why: "versions known to differ make the files different before the device has compared them",
    covers: ({ field, said }, { truth }) =>
      field === "sync.status" &&
      said === "out-of-sync" &&
      (truth.sync.flashCode === "unknown" || truth.sync.systemConfig === "unknown"),
  },
  {
    why: "the same save told by another reporter within the witness time is one save",
    covers: ({ field }, { known }) => {
      const saves = known.filter(({ type }) => type === "config.saved").slice(-2);
      const [first, second] = saves.map(({ time }) => Date.parse(time));
      return field === "sync.status" && first !== undefined && second !== undefined && second - first <= WITNESS_MS;
    },
  },
  {
    why: "a chassis whose only module crashes while it starts is not known to have given up",
    covers: ({ field, said }, { twin, truth }) =>
      field === "sync.status" && said === "unknown" && truth.phase === "off" && twin.redundancy === "booting",
  },
];
