import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stderr } from "node:process";
import { Command } from "commander";
import { ToolMissing } from "./dynamodb-local/fetch.ts";
import { type RunningDynamoDb, startDynamoDbLocal } from "./dynamodb-local/start.ts";
import { measureBundleSizes, measureImports } from "./measurements/bundles.ts";
import { measureCore } from "./measurements/core.ts";
import { measureCost } from "./measurements/cost.ts";
import { EMULATOR_LOAD, measureEmulatedIfPossible } from "./measurements/emulator.ts";
import { measureEmbedded } from "./measurements/end-to-end.ts";
import { measureFleet } from "./measurements/fleet.ts";
import { describeMoney } from "./money/ways.ts";
import { measureThroughput } from "./peers/throughput.ts";
import { describeMachine } from "./support/machine.ts";
import { inMarkdown, type Section } from "./support/report.ts";

// `npm run bench`: measures everything and writes docs/performance.md and its chart. Fails when a target is missed.

const PAGE = join(import.meta.dirname, "../docs/performance.md");

/** The end of the page, written by hand. */
const TRIED = join(import.meta.dirname, "tried.md");

const HEAD = `# How fast and how cheap it is

Written by \`npm run bench\`, which needs Java 17 and, the first time, Maven; and Python 3.10 for the stack in an emulator,
which is left out without it. \`npm run bench:cost\` measures only what is the same on any machine, and is part of every
build. A target that was missed is said below its table.
`;

const SEED = 20_261_123;

const options = new Command()
  .option("--rounds <number>", "rounds of the throughput beside peers", Number, 7)
  .option("--warm-up <number>", "rounds before those that count", Number, 12)
  .option("--chassis <number>", "chassis of each round", Number, 8)
  .option("--events <number>", "events of each of these", Number, 50)
  .option("--fleet <number>", "chassis of the largest fleet", Number, 100_000)
  .option("--batches <number>", "batches of 100 events posted to the embedded server", Number, 200)
  .parse()
  .opts<{ rounds: number; warmUp: number; chassis: number; events: number; fleet: number; batches: number }>();

/** As many chassis at once as the function that projects works on. */
const AT_ONCE = 8;

/** Measures one thing, and tells it. */
type Measurement = () => Promise<Section> | Section;

/** A measurement on an engine of its own: the data and garbage of others would slow it. */
const onEngine = (measure: (database: RunningDynamoDb) => Promise<Section>): Measurement => {
  return async () => {
    const database = await startDynamoDbLocal();
    try {
      return await measure(database);
    } finally {
      await database.stop();
    }
  };
};

const throughput = onEngine((database) => {
  const { rounds, warmUp, chassis, events } = options;
  return measureThroughput(database, { seed: SEED, rounds, warmUp, chassis, atOnce: AT_ONCE, events });
});
const core = onEngine(measureCore);

/** The measurements in the order of the page. */
const MEASUREMENTS: readonly Measurement[] = [
  describeMachine,
  onEngine(measureCost),
  onEngine((database) => measureFleet(database, [1000, options.fleet], SEED)),
  describeMoney,
  throughput,
  () => measureEmbedded({ seed: SEED, singles: 300, perSecond: 20, batches: options.batches, senders: 4 }),
  () => measureEmulatedIfPossible({ seed: SEED, ...EMULATOR_LOAD }),
  core,
  measureBundleSizes,
  measureImports,
];

/** What is timed in this process comes first, while it has compiled little else, as a function that only projects. */
const FIRST: readonly Measurement[] = [describeMachine, throughput, core];

try {
  const measured = new Map<Measurement, Section>();
  for (const measure of new Set([...FIRST, ...MEASUREMENTS])) {
    const section = await measure();
    stderr.write(`${section.title}: ${section.missed.length === 0 ? "done" : section.missed.join("; ")}\n`);
    measured.set(measure, section);
  }
  const sections = MEASUREMENTS.flatMap((measure) => measured.get(measure) ?? []);
  for (const { picture } of sections) if (picture) await writeFile(join(dirname(PAGE), picture.file), picture.svg);
  const tried = await readFile(TRIED, "utf8");
  await writeFile(PAGE, `${[HEAD.trimEnd(), ...sections.map(inMarkdown), tried.trimEnd()].join("\n\n")}\n`);
  if (sections.some(({ missed }) => missed.length > 0)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ToolMissing)) throw error;
  stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
