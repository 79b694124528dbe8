import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod";
import { EVENT_TYPES } from "../../../shared/edge/event-types.ts";
import { IN_GOOD_ORDER, type Line, STORY_START } from "../../support/chassis-story.ts";

const record = z.record(z.string(), z.unknown());

const line = z
  .union([
    z.tuple([z.number(), z.enum(EVENT_TYPES)]),
    z.tuple([z.number(), z.enum(EVENT_TYPES), record]),
    z.tuple([z.number(), z.enum(EVENT_TYPES), record, record]),
  ])
  .transform(([seconds, type, data, attributes]): Line => [seconds, type, data ?? {}, attributes ?? {}]);

const Scenario = z.strictObject({
  /** What the scenario shows, as a sentence. */
  title: z.string(),
  /** What is reported of a chassis in good order: seconds, type, data, more attributes. */
  events: z.array(line),
  /** What becomes of each of them; `null` where either is as well. */
  dispositions: z.array(z.enum(["applied", "no-effect", "quarantined"]).nullable()),
  /** What the edge does not let in. */
  refused: z.array(z.tuple([z.number(), z.string(), record, record.optional()])),
  /** The twin at some moments, its times as seconds of the story. */
  checkpoints: z.array(z.strictObject({ at: z.number(), says: z.string(), twin: record })),
});
export type Scenario = z.infer<typeof Scenario>;

const FOLDER = new URL("./golden/", import.meta.url);

/** Every scenario there is, with the name of its file. */
export const SCENARIOS: readonly (Scenario & { readonly name: string })[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => ({ ...Scenario.parse(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))), name }));

/** The whole story of a scenario up to a moment. */
export const storyOf = ({ events }: Scenario, until = Number.POSITIVE_INFINITY): readonly Line[] => [
  ...IN_GOOD_ORDER,
  ...events.filter(([seconds]) => seconds <= until),
];

/** What of a twin is no fact about the chassis: words for readers, and what they rest on. */
const WORDS: ReadonlySet<string> = new Set(["message", "evidence", "retryAfter"]);

const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** The facts that a twin states: without its words, and with seconds of the story for times. */
export const factsOf = (value: unknown): unknown => {
  if (typeof value === "string" && TIME.test(value)) return (Date.parse(value) - STORY_START) / 1000;
  if (Array.isArray(value)) return value.map(factsOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !WORDS.has(key))
      .map(([key, member]) => [key, factsOf(member)]),
  );
};
