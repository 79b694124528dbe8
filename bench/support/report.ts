/** A table of words and figures; the first column is on the left, figures are on the right. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture in a file of its own beside the page. */
export interface Picture {
  readonly file: string;
  /** What it shows, in words. */
  readonly alt: string;
  readonly svg: string;
}

/** What one measurement tells. */
export interface Section {
  readonly title: string;
  /** Paragraphs before the tables, in Markdown. */
  readonly text: readonly string[];
  /** What is shown between the text and the tables. */
  readonly picture?: Picture;
  readonly tables: readonly Table[];
  /** Each target that was missed, in words. */
  readonly missed: readonly string[];
}

/** A section in Markdown. */
export const inMarkdown = ({ title, text, picture, tables, missed }: Section): string =>
  [
    `## ${title}`,
    ...text,
    ...(picture ? [`![${picture.alt}](${picture.file})`] : []),
    ...tables.map(tableInMarkdown),
    ...missed.map((what) => `**Missed:** ${what}`),
  ].join("\n\n");

/** A figure with so many decimals. */
export const figure = (value: number, decimals = 2): string => value.toFixed(decimals);

/** A sentence for each figure that is larger than it may be. */
export const overTarget = (what: string, measured: number, most: number): readonly string[] =>
  measured > most ? [`${what}: ${figure(measured, 3)}, at most ${most}`] : [];

/** A whole number with separators. */
export const grouped = (value: number): string => Math.round(value).toLocaleString("en-US");

/** The middle of some numbers, and their range. */
export const medianOf = (numbers: readonly number[]): { median: number; least: number; most: number } => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [least = Number.NaN] = sorted;
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    least,
    most: sorted.at(-1) ?? Number.NaN,
  };
};

const tableInMarkdown = ({ columns, rows }: Table): string => {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => aligned(cell, index, widths)).join(" | ")} |`;
  const rule = `|${widths.map((width, index) => (index === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(columns), rule, ...rows.map(line)].join("\n");
};

const aligned = (cell: string, index: number, widths: readonly number[]): string =>
  index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
