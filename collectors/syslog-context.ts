import type { ChassisEvent } from "../shared/domain/events.ts";
import { BIGIRON_RX } from "../shared/domain/profile.ts";
import { isManagementSlot, type ManagementSlot, otherSlot } from "../shared/domain/vocabulary.ts";
import type { InterfaceSlotCount } from "./slot-aliases.ts";

/** What must be known of a chassis to read its next line: some messages name no slot, some name it by a number. */
export interface SyslogContext {
  readonly chassisId: string;
  readonly interfaceSlots: InterfaceSlotCount;
  /** The slot last shown to be active, and since when; null when not known. With two slots it tells the standby too. */
  readonly active: { readonly slot: ManagementSlot; readonly since: string } | null;
}

/** The context of a chassis of which no line has been read yet. */
export const newContext = (chassisId: string, interfaceSlots: InterfaceSlotCount): SyslogContext => ({
  chassisId,
  interfaceSlots,
  active: null,
});

/** The slot of the standby, as far as the lines so far show it. */
export const standbySlot = ({ active }: SyslogContext): ManagementSlot | undefined =>
  active === null ? undefined : otherSlot(active.slot);

/** The context after an event: it may show which slot is active, or that what was known holds no longer. */
export const remember = (context: SyslogContext, event: ChassisEvent): SyslogContext => {
  const slot = shownActive(event);
  if (slot !== undefined) return { ...context, active: { slot, since: event.time } };
  return context.active !== null && isLost(context.active, event) ? { ...context, active: null } : context;
};

const shownActive = ({ type, data }: ChassisEvent): ManagementSlot | undefined => {
  switch (type) {
    case "module.role-changed":
      if (data.to === "active") return data.slot;
      return data.to === "standby" ? otherSlot(data.slot) : undefined;
    case "switchover.completed":
      return data.to;
    case "module.removed":
      // Only a running management module can report a removal, and it is not the one removed.
      return isManagementSlot(data.slot) ? otherSlot(data.slot) : undefined;
    default:
      return undefined;
  }
};

const isLost = (active: { slot: ManagementSlot; since: string }, { type, data, time }: ChassisEvent): boolean => {
  switch (type) {
    case "module.role-changed":
    case "module.inserted":
      return data.slot === active.slot;
    case "module.status-changed":
      return data.slot === active.slot && data.to !== "running";
    case "chassis.cold-started":
      return true;
    case "chassis.warm-started":
      // It follows a switchover, so only a role reported together with it still holds.
      return Date.parse(time) - Date.parse(active.since) > BIGIRON_RX.witnessSeconds * 1000;
    default:
      return false;
  }
};
