/** A figure with its name. */
export interface Bar {
  readonly name: string;
  readonly value: number;
}

const LONGEST = 50;

/** A chart of figures in characters, as a block of Markdown. */
export const barChart = (title: string, bars: readonly Bar[], show: (value: number) => string): string => {
  const most = Math.max(...bars.map(({ value }) => value));
  const width = Math.max(...bars.map(({ name }) => name.length));
  const lines = bars.map(({ name, value }) => {
    const length = Math.max(1, Math.round((value / most) * LONGEST));
    return `${name.padEnd(width)} ${"█".repeat(length)} ${show(value)}`;
  });
  return ["```text", title, "", ...lines, "```"].join("\n");
};
