import type { ObservedModule } from "../events.ts";
import { type Step, since } from "../step.ts";
import type { ManagementSlot } from "../vocabulary.ts";
import { learnVersions } from "./module-boot.ts";
import { fellBack, identify } from "./modules.ts";

/**
 * P12, P19, V8: the serial number, boot source and versions of an observed module. Answers whether the serial number
 * revealed an exchange of the module [I].
 */
export const observeFiles = (step: Step, row: ObservedModule & { readonly slot: ManagementSlot }): boolean => {
  const { slot } = row;
  const exchanged = identify(step, slot, row.serialNumber);
  const module = step.state.modules[slot];
  if (row.bootedFrom !== undefined && row.bootedFrom !== module.bootedFrom) {
    module.bootedFrom = row.bootedFrom;
    module.bootFellBack = fellBack(row.bootedFrom, module.specifiedAtBoot) ? since(step) : null;
  }
  learnVersions(module, row.versions, "observation");
  return exchanged;
};
