import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { apiUrlOf, cdkFor, synthesize } from "../../test/localstack/support/cdk.ts";
import { requirePython, startMiniStack } from "../../test/localstack/support/ministack.ts";
import { ROOT } from "../../test/localstack/support/paths.ts";
import { exitOnSignals } from "../support/signals.ts";
import { MEASURED_STAGE } from "./names.ts";

/** What one run writes; of that only the emulator's log stays, until the next one. */
const FOLDER = join(ROOT, ".cache/bench-emulator");

/** A stage on an emulator that was started for it. */
export interface DeployedStage {
  /** The emulator. */
  readonly endpoint: string;
  /** The API of the stage. */
  readonly url: string;
  /** Ends the emulator, with all that it holds. */
  stop(): Promise<void>;
}

/** Starts MiniStack and deploys a stage to it. Throws `CannotRun` and `ProgramFailed`. */
export const deployStage = async (): Promise<DeployedStage> => {
  await requirePython();
  const leaveSignals = exitOnSignals();
  try {
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    await synthesize({ file: join(import.meta.dirname, "app.ts") }, FOLDER);
    const { endpoint, stop } = await startMiniStack({ log: join(FOLDER, "ministack.log") });
    try {
      const url = await deploy(endpoint);
      return {
        endpoint,
        url,
        async stop() {
          await stop();
          leaveSignals();
          await removeAssembly();
        },
      };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    leaveSignals();
    await removeAssembly();
    throw error;
  }
};

const removeAssembly = (): Promise<void> => rm(join(FOLDER, "cdk.out"), { recursive: true, force: true });

const deploy = async (endpoint: string): Promise<string> => {
  const cdk = cdkFor(endpoint, FOLDER);
  await cdk.bootstrap();
  await cdk.deploy(MEASURED_STAGE);
  return apiUrlOf(endpoint, MEASURED_STAGE, await cdk.outputs(MEASURED_STAGE));
};
