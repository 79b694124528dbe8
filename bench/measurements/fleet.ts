import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { type FleetOptions, type LoadedFleet, loadFleet } from "../fleet/load.ts";
import {
  checkSummary,
  dearest,
  type Field,
  type ListReading,
  PAGE,
  pagesByField,
  pagesByFinding,
  pagesOf,
} from "../fleet/questions.ts";
import { FleetReader, type Reading } from "../fleet/reader.ts";
import { SCANS, type ScanQuestion, scanFor } from "../fleet/scan.ts";
import { FLEET_MOMENT } from "../fleet/templates.ts";
import { figure, grouped, overTarget, type Section, type Table } from "../support/report.ts";

/** What an eventually consistent read of an item of up to 4 KB costs. */
const ITEM_UNITS = 0.5;
const LARGEST_ITEM = 4096;

const PAGE_TARGET = 2 * PAGE * ITEM_UNITS;
const PREFIX_UNITS_PER_PART = 0.5;
const SUMMARY_TARGET = 1500;
const SUMMARY_KEPT_MS = 5000;
const SITE = "bxr-lon-";

interface Asked {
  readonly table: Table;
  readonly missed: readonly string[];
}

/** What questions about fleets of some sizes cost, through the functions that answer them. */
export const measureFleet = async (
  database: RunningDynamoDb,
  sizes: readonly number[],
  seed: number,
): Promise<Section> => {
  const tables: Table[] = [];
  const missed: string[] = [];
  for (const chassis of sizes) {
    const asked = await askAbout(database, { chassis, seed });
    tables.push(asked.table);
    missed.push(...asked.missed);
  }
  return {
    title: "Questions about the fleet",
    text: [
      "Exact, but for the milliseconds: what DynamoDB Local says was read, through the functions that answer. Nine chassis " +
        "in ten are in good order, the others as simulated histories left them. Of lists by a word, or by a finding, the " +
        `dearest page of ${PAGE} is told of all words and of the first pages of each; the most that it may cost is in ` +
        "brackets. A scan reads the table with a filter until it has as many chassis.",
    ],
    tables,
    missed,
  };
};

const askAbout = async (database: RunningDynamoDb, options: FleetOptions): Promise<Asked> => {
  const fleet = await loadFleet(database, options);
  const size = grouped(fleet.chassis);
  let now = FLEET_MOMENT;
  const reader = new FleetReader(database, fleet.tableName, () => now);
  const missed: string[] = [...overTarget(`bytes of an item, ${size} chassis`, fleet.largestItem, LARGEST_ITEM)];
  const rows: string[][] = [];
  const tell = (what: string, reading: Reading, most: number | null, scan?: Omit<Reading, "body">) => {
    rows.push(rowOf(what, reading, most, scan));
    if (most !== null) missed.push(...overTarget(`read units, ${what}, ${size} chassis`, reading.units, most));
  };
  const scan = (question: ScanQuestion) => scanFor(database, fleet.tableName, question);

  // The first answer is slower than any other.
  await reader.fleet(`/chassis?limit=${PAGE}`);
  for (const field of FIELDS) {
    const page = dearest(await pagesByField(reader, field));
    const beside = await scan(SCANS.byWord(page.word, page.items));
    tell(`page by ${field} (${page.word}: ${page.items})`, page, PAGE_TARGET, beside);
  }
  const byFinding = dearest(await pagesByFinding(reader));
  const beside = await scan(SCANS.byFinding(byFinding.word, byFinding.items));
  tell(`page by finding (${byFinding.word}: ${byFinding.items})`, byFinding, findingTarget(fleet), beside);
  const byPrefix = dearest(await pagesOf(reader, "prefix", SITE));
  tell(`page by prefix (${SITE}: ${byPrefix.items})`, byPrefix, prefixTarget(fleet, byPrefix));

  const findings = await reader.fleet(`/fleet/findings?limit=${PAGE}`);
  const everything = await scan(SCANS.byWord("|", Number.POSITIVE_INFINITY));
  tell(`page of all findings (${fleet.withFindings} chassis)`, findings, null, everything);
  const summary = await reader.fleet("/fleet/summary");
  checkSummary(summary, fleet.parts);
  tell("summary", summary, SUMMARY_TARGET, everything);
  now += SUMMARY_KEPT_MS - 1;
  tell("summary again within 5 s", await reader.fleet("/fleet/summary"), 0);
  now += 1;
  const counted = await reader.fleet("/fleet/summary");
  if (counted.calls === 0) missed.push(`the summary of ${size} chassis is told again after 5 s`);
  const twin = await reader.twin(`/chassis/${fleet.someChassis}`);
  tell("one twin", twin, 1);
  if (twin.calls !== 1 || twin.units !== 1) missed.push(`one twin is read by ${twin.calls} calls, ${twin.units} units`);
  return {
    table: { columns: [`${size} chassis`, "calls", "read units", "ms", "scan: calls", "read units", "ms"], rows },
    missed,
  };
};

const FIELDS: readonly Field[] = ["activeSlot", "redundancy", "sync", "bootSource", "switchoverReady"];

/** What the items of all chassis with findings would cost, and the set of the parts of the index. */
const findingTarget = ({ withFindings, parts }: LoadedFleet): number => ITEM_UNITS * withFindings + unitsOfSet(parts);

const prefixTarget = ({ parts }: LoadedFleet, { items }: ListReading): number =>
  ITEM_UNITS * items + PREFIX_UNITS_PER_PART * parts.size + unitsOfSet(parts);

const unitsOfSet = (parts: ReadonlyMap<string, number>): number =>
  ITEM_UNITS * Math.ceil([...parts.keys()].join("").length / LARGEST_ITEM);

const rowOf = (what: string, reading: Reading, most: number | null, scan?: Omit<Reading, "body">): string[] => [
  what,
  grouped(reading.calls),
  `${figure(reading.units, 1)}${most === null ? "" : ` (${grouped(most)})`}`,
  figure(reading.milliseconds, 0),
  ...(scan === undefined ? ["", "", ""] : [grouped(scan.calls), figure(scan.units, 1), figure(scan.milliseconds, 0)]),
];
