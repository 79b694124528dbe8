import { env, stderr } from "node:process";
import type { Parameters } from "fast-check";

/** The usual seed, so that two runs of the same code say the same. */
const USUAL_SEED = 20_261_123;

/** The seed of this run's properties: `PROPERTY_SEED` repeats another run, `random` chooses one. */
const SEED =
  env["PROPERTY_SEED"] === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(env["PROPERTY_SEED"] ?? USUAL_SEED);

/** `npm run test:deep` multiplies every number of runs. */
const FACTOR = Number(env["PROPERTY_FACTOR"] ?? 1);

/** How often to run a property, from the seed of this run, which is printed so that a failure can be repeated. */
export const runs = (usual: number): Parameters<unknown> & { readonly seed: number; readonly numRuns: number } => {
  stderr.write(`PROPERTY_SEED=${SEED} for ${usual * FACTOR} runs\n`);
  return { seed: SEED, numRuns: usual * FACTOR };
};
