import { stderr, stdout } from "node:process";
import { ToolMissing } from "./dynamodb-local/fetch.ts";
import { startDynamoDbLocal } from "./dynamodb-local/start.ts";
import { measureBundleSizes } from "./measurements/bundles.ts";
import { COST_SAMPLE, measureCost } from "./measurements/cost.ts";
import { measureFleet } from "./measurements/fleet.ts";
import { inMarkdown, type Section } from "./support/report.ts";

// `npm run bench:cost`: only the figures that are exact on any machine. Fails when one of them misses its target.

/** How many chassis the fleets have; `npm run bench` takes more. */
const FLEETS = [1000, 20_000];

const measure = async (): Promise<readonly Section[]> => {
  const database = await startDynamoDbLocal();
  try {
    return [
      await measureCost(database),
      await measureFleet(database, FLEETS, COST_SAMPLE.seed),
      await measureBundleSizes(),
    ];
  } finally {
    await database.stop();
  }
};

try {
  const sections = await measure();
  stdout.write(`${sections.map(inMarkdown).join("\n\n")}\n`);
  if (sections.some(({ missed }) => missed.length > 0)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ToolMissing)) throw error;
  stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
