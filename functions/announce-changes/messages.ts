import type { FindingAbout } from "../../shared/domain/describe.ts";
import type { Switchover, TwinState } from "../../shared/domain/state.ts";

/** What people are told of a switchover. */
export const switchoverMessage = ({ from, to, cause }: Switchover): string =>
  `The active role moved from ${from} to ${to}; cause: ${cause}.`;

/** What people are told of a finding that is no more. */
export const closingMessage = ({ about, finding }: FindingAbout, before: TwinState, after: TwinState): string => {
  const module = about === null ? undefined : after.interfaceModules[about];
  if (finding.code === "interface-module-out-of-sync" && about !== null && module?.inSync === true) {
    const overwritten = module.overwritten || before.interfaceModules[about]?.overwritten === true;
    return `${about} is in sync with the active module again; ${overwritten ? WAS_OVERWRITTEN : WAS_NOT_OVERWRITTEN}.`;
  }
  return `No longer so: ${finding.message}`;
};

const WAS_OVERWRITTEN = "what it held was overwritten, so its traffic may have been interrupted";
const WAS_NOT_OVERWRITTEN = "nothing it held is reported overwritten, so its traffic was probably not interrupted";
