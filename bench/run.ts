import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stderr } from "node:process";
import { ToolMissing } from "./dynamodb-local/fetch.ts";
import { type RunningDynamoDb, startDynamoDbLocal } from "./dynamodb-local/start.ts";
import { measureBundleSizes, measureImports } from "./measurements/bundles.ts";
import { measureCore } from "./measurements/core.ts";
import { measureCost } from "./measurements/cost.ts";
import { describeMoney } from "./money/ways.ts";
import { describeMachine } from "./support/machine.ts";
import { inMarkdown, type Section } from "./support/report.ts";

// `npm run bench`: measures everything and writes docs/performance.md. Fails when a target is missed.

const PAGE = join(import.meta.dirname, "../docs/performance.md");

const HEAD = `# How fast and how cheap it is

Written by \`npm run bench\`, which needs Java 17 and, the first time, Maven. \`npm run bench:cost\` measures only what is the
same on any machine, and is part of every build. A target that was missed is said below its table.
`;

/** The measurements in the order of the page. */
const MEASUREMENTS: readonly ((database: RunningDynamoDb) => Promise<Section> | Section)[] = [
  describeMachine,
  measureCost,
  describeMoney,
  measureCore,
  measureBundleSizes,
  measureImports,
];

try {
  const database = await startDynamoDbLocal();
  const sections: Section[] = [];
  try {
    for (const measure of MEASUREMENTS) {
      const section = await measure(database);
      stderr.write(`${section.title}: ${section.missed.length === 0 ? "done" : section.missed.join("; ")}\n`);
      sections.push(section);
    }
  } finally {
    await database.stop();
  }
  await writeFile(PAGE, `${[HEAD.trimEnd(), ...sections.map(inMarkdown)].join("\n\n")}\n`);
  if (sections.some(({ missed }) => missed.length > 0)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ToolMissing)) throw error;
  stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
