import type { Twin } from "../../../shared/domain/twin.ts";
import type { Invariant, Sight } from "./history-walk.ts";

const idsOf = ({ management }: Twin): string[] => management.sessions.map(({ sessionId }) => sessionId);

const survivors = ({ twin, before }: Sight): string[] => {
  const open = new Set(idsOf(twin));
  return idsOf(before).filter((id) => open.has(id));
};

/** While a takeover is predicted, nobody knows whose port a session is on. */
const wasCertain = ({ activeSlot, activeConfidence, redundancy }: Twin): boolean =>
  activeSlot !== null && (redundancy !== "switching" || activeConfidence === "reported");

/** V10 and V11: sessions and the management address. */
export const MANAGEMENT_INVARIANTS = {
  "V10: no session survives a cold start": (sight) =>
    sight.twin.bootEpoch === sight.before.bootEpoch || idsOf(sight.twin).length === 0,

  "V10: no session on the active survives the loss of its role": (sight) =>
    !wasCertain(sight.before) || sight.twin.activeSlot === sight.before.activeSlot || survivors(sight).length === 0,

  "V10: no session on the active survives the loss of its port": (sight) => {
    const { twin, before } = sight;
    const slot = twin.activeSlot;
    const wentDown =
      slot !== null &&
      before.activeSlot === slot &&
      before.modules[slot].managementPort !== "down" &&
      twin.modules[slot].managementPort === "down";
    return !wentDown || survivors(sight).length === 0;
  },

  "V10: a session is open once, and only since an event that opened it": ({ twin, past }) => {
    const ids = idsOf(twin);
    return (
      new Set(ids).size === ids.length &&
      twin.management.sessions.every(({ sessionId, since }) =>
        past.some(
          ({ type, data, time }) => type === "session.opened" && data["sessionId"] === sessionId && time === since,
        ),
      )
    );
  },

  "V11: the management address is on the active module, and changes by an observation only": (sight) => {
    const { twin, before, event } = sight;
    return (
      twin.management.slot === twin.activeSlot &&
      (twin.management.address === before.management.address || event?.type === "chassis.observed")
    );
  },

  "V11: every switchover gives the management address a new MAC": ({ twin, before }) =>
    twin.management.macEpoch - before.management.macEpoch === twin.switchover.count - before.switchover.count,
} satisfies Record<string, Invariant>;
