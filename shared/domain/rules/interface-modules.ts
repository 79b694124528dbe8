import { isSame } from "../equality.ts";
import type { EventOf } from "../events.ts";
import type { InterfaceModule } from "../state.ts";
import { applied, noEffect, type Outcome, type Step } from "../step.ts";

const UNKNOWN: InterfaceModule = { status: null, inSync: null, overwritten: false };

/** P13: what happens to an interface module never changes a management role [R]. */
export const changeInterfaceModule = (step: Step, slot: string, change: Partial<InterfaceModule>): Outcome => {
  const { state } = step;
  const known = state.interfaceModules[slot] ?? UNKNOWN;
  const next = { ...known, ...change };
  if (slot in state.interfaceModules && isSame(next, known)) {
    return noEffect(`this was known of ${slot}`);
  }
  state.interfaceModules = { ...state.interfaceModules, [slot]: next };
  return applied;
};

/** After a takeover, an interface module does not hold what the new active holds [R]. */
export const interfaceOutOfSync = (step: Step, { data }: EventOf<"interface-module.out-of-sync">): Outcome =>
  changeInterfaceModule(step, data.slot, { inSync: false, overwritten: data.overwritten ?? false });

/** The interface module holds again what the active holds; if that was overwritten, traffic may have suffered [R]. */
export const interfaceResynced = (step: Step, { data }: EventOf<"interface-module.resynced">): Outcome => {
  const overwritten = data.overwritten ?? step.state.interfaceModules[data.slot]?.overwritten ?? false;
  const outcome = changeInterfaceModule(step, data.slot, { inSync: true, overwritten });
  if (outcome.disposition !== "applied" || !overwritten) return outcome;
  return { ...outcome, note: `its data was overwritten, so traffic on ${data.slot} may have been interrupted` };
};
