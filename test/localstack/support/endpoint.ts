import { isLoopback } from "../../../infra/embedded/loopback.ts";
import { CannotRun } from "./errors.ts";

/**
 * The endpoint that the environment names, `null` when it names none. Throws `CannotRun` for one that is not on this
 * machine: the suite deploys stacks and deletes them.
 */
export const namedEndpoint = (environment: NodeJS.ProcessEnv): string | null => {
  const named = environment["AWS_ENDPOINT_URL"];
  if (!named) return null;
  if (!URL.canParse(named) || !isLoopback(new URL(named).hostname))
    throw new CannotRun(`AWS_ENDPOINT_URL is ${named}, which is not on this machine; name a loopback address or none`);
  return new URL(named).origin;
};
