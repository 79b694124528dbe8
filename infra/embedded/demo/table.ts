import type { FleetItem } from "../../../shared/domain/fleet-item.ts";

/** The width that every line of the demo keeps to. */
export const LINE_WIDTH = 80;

const TITLES = ["CHASSIS", "ACTIVE", "REDUNDANCY", "SYNC", "BOOTS FROM", "SWITCHOVER"];
const GAP = "  ";

/** The fleet as a table: one line a chassis, and below it what there is to know of it. */
export const renderFleet = (fleet: readonly FleetItem[]): string => {
  const rows = fleet.map(cellsOf);
  const widths = TITLES.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const renderRow = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd()
      .slice(0, LINE_WIDTH);

  const rule = "-".repeat(Math.min(renderRow(widths.map((width) => "-".repeat(width))).length, LINE_WIDTH));
  const body = fleet.flatMap((item) => [renderRow(cellsOf(item)), ...findingLines(item)]);
  return [renderRow(TITLES), rule, ...body].map((line) => `${line}\n`).join("");
};

/** Breaks a text between words into lines of at most `width`, where its words allow. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > width && line !== "") {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
};

const cellsOf = (item: FleetItem): readonly string[] => [
  item.chassisId,
  item.activeSlot ?? "none",
  item.redundancy,
  item.syncStatus,
  item.bootSource ?? "unknown",
  item.switchoverReady ? "ready" : "not ready",
];

const findingLines = ({ findings }: FleetItem): readonly string[] => {
  const indent = "            ";
  return findings.length === 0
    ? []
    : wrap(findings.join(", "), LINE_WIDTH - indent.length).map((line) => indent + line);
};
