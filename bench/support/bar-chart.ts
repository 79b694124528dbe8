import { grouped } from "./report.ts";

/** A figure and the range that it was found in. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What it stands for: this project, another one, or the most that can be. */
  readonly kind: "own" | "peer" | "ceiling";
}

/** Bars that are compared with each other. */
export interface BarGroup {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** What a chart shows, and how it is to be read. */
export interface BarChart {
  readonly title: string;
  readonly caption: string;
  readonly groups: readonly BarGroup[];
}

const WIDTH = 800;
const MARGIN = 16;
const HEAD = 64;
const GROUP_TITLE = 30;
const GROUP_GAP = 14;
const ROW = 24;
const BAR = 14;
const WHISKER = 4;

/** Wider than a character is on average in any of the fonts, so that text of that size never takes more. */
const CHARACTER = 7.6;
const LONGEST_FIGURE = 70;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 16px; font-weight: 600; }
  .group, .figure { font-weight: 600; }
  .caption { font-size: 12px; fill: #59636e; }
  .own { fill: #0969da; }
  .peer { fill: #afb8c1; }
  .ceiling { fill: none; stroke: #59636e; stroke-width: 1.5; }
  .range { fill: none; stroke: #1f2328; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .caption { fill: #9198a1; }
    .own { fill: #4493f8; }
    .peer { fill: #656c76; }
    .ceiling { stroke: #9198a1; }
    .range { stroke: #f0f6fc; }
  }`;

/** Horizontal bars in groups, each with a scale of its own, as an SVG file for light and dark pages. */
export const barChart = ({ title, caption, groups }: BarChart): string => {
  const longest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ name }) => name.length)));
  const left = MARGIN + Math.ceil(longest * CHARACTER);
  const drawn: string[] = [];
  let y = HEAD;
  for (const { title: name, bars } of groups) {
    drawn.push(text({ x: MARGIN, y: y + 16, style: "group" }, name));
    y += GROUP_TITLE;
    const most = Math.max(...bars.map((bar) => Math.max(bar.value, bar.most)));
    const scale = (WIDTH - left - MARGIN - LONGEST_FIGURE) / most;
    for (const bar of bars) {
      drawn.push(...rowOf(bar, { left, y, scale }));
      y += ROW;
    }
    y += GROUP_GAP;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" role="img">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
${text({ x: MARGIN, y: 26, style: "title" }, title)}
${text({ x: MARGIN, y: 46, style: "caption" }, caption)}
${drawn.join("\n")}
</svg>
`;
};

interface Place {
  /** Where bars begin. */
  readonly left: number;
  /** Where the row begins. */
  readonly y: number;
  readonly scale: number;
}

const rowOf = ({ name, value, least, most, kind }: Bar, { left, y, scale }: Place): readonly string[] => {
  const at = (figure: number): number => rounded(left + figure * scale);
  const middle = y + BAR / 2;
  const [top, bottom] = [middle - WHISKER, middle + WHISKER];
  const range = `M${at(least)} ${top}V${bottom}M${at(least)} ${middle}H${at(most)}M${at(most)} ${top}V${bottom}`;
  return [
    text({ x: left - 10, y: y + 11.5, anchor: "end" }, name),
    `<rect class="${kind}" x="${left}" y="${y}" width="${rounded(Math.max(1, value * scale))}" height="${BAR}"/>`,
    `<path class="range" d="${range}"/>`,
    text({ x: at(Math.max(value, most)) + 8, y: y + 11.5, style: "figure" }, grouped(value)),
  ];
};

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly style?: string;
  readonly anchor?: "end";
}

const text = ({ x, y, style, anchor }: TextPlace, words: string): string => {
  const attributes = `${style === undefined ? "" : ` class="${style}"`}${anchor === undefined ? "" : ` text-anchor="${anchor}"`}`;
  return `<text x="${x}" y="${y}"${attributes}>${escaped(words)}</text>`;
};

const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;

const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
