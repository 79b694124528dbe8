import { describeTwin } from "../../shared/domain/describe.ts";
import { ChassisEvent, type EventReference, type EventType } from "../../shared/domain/events.ts";
import { advance, type Fold, fold, orderedForFold } from "../../shared/domain/fold.ts";
import { initialState } from "../../shared/domain/state.ts";
import type { Outcome } from "../../shared/domain/step.ts";
import type { Twin } from "../../shared/domain/twin.ts";

/** The moment from which the seconds of a story count. */
export const STORY_START = Date.parse("2026-01-01T00:00:00.000Z");

/** One event of a story: seconds after its start, type, data and, rarely, more attributes. */
export type Line = readonly [
  seconds: number,
  type: EventType,
  data?: Record<string, unknown>,
  attributes?: Record<string, unknown>,
];

/** Turns the lines of a story into valid events, numbered in their order. */
export const eventsOf = (lines: readonly Line[], chassisId = "bxr-lab-01"): ChassisEvent[] =>
  lines.map(([seconds, type, data = {}, attributes = {}], index) =>
    ChassisEvent.parse({
      specversion: "1.0",
      id: `e-${index + 1}`,
      source: "collector.example",
      subject: chassisId,
      type,
      time: momentAt(seconds),
      sequence: `${index + 1}`,
      data,
      ...attributes,
    }),
  );

/** The fold of a story, and what became of each of its events. */
export const foldStory = (lines: readonly Line[]): Fold => fold(initialState(), orderedForFold(eventsOf(lines)));

/** The twin that a story leaves, so many seconds after its start (right after its last event unless said). */
export const tell = (lines: readonly Line[], asOfSeconds?: number): Twin => {
  const { state } = foldStory(lines);
  const asOf = asOfSeconds === undefined ? (state.lastEventAt ?? STORY_START) : STORY_START + asOfSeconds * 1000;
  return describeTwin({
    chassisId: "bxr-lab-01",
    state: advance(state, asOf),
    revision: state.eventCount,
    asOf,
  });
};

/** A moment of a story as events write it. */
export const momentAt = (seconds: number): string => new Date(STORY_START + seconds * 1000).toISOString();

/** An observation of some modules, begun a second before its time unless said. */
export const observed = (
  seconds: number,
  modules: readonly Record<string, unknown>[],
  { begun = seconds - 1, ...data }: { readonly begun?: number; readonly [field: string]: unknown } = {},
): Line => [seconds, "chassis.observed", { startedAt: momentAt(begun), modules, ...data }];

/** The twin after more has happened to a chassis in good order. */
export const tellFromGoodOrder = (lines: readonly Line[], asOfSeconds?: number): Twin =>
  tell([...IN_GOOD_ORDER, ...lines], asOfSeconds);

/** What became of the events of a story that begins in good order, those of the good order aside. */
export const outcomesFromGoodOrder = (lines: readonly Line[]): readonly Outcome[] =>
  foldStory([...IN_GOOD_ORDER, ...lines]).outcomes.slice(IN_GOOD_ORDER.length);

/** The codes of the findings that a twin shows open, each with its slots, in the twin's order. */
export const openFindings = ({ findings }: Twin): readonly string[] =>
  findings.map(({ code, slots }) => [code, ...slots].join(" "));

/** The reference that evidence names the n-th line of a story by that begins in good order. */
export const nthEvent = (index: number): EventReference => ({
  source: "collector.example",
  id: `e-${IN_GOOD_ORDER.length + index}`,
});

/**
 * A chassis in good order: M1 active (serial A1), M2 a ready standby (serial B1), both on the same code, booted from
 * primary flash, period and default slot as delivered, two sessions open. It ends at second -60.
 */
export const IN_GOOD_ORDER: readonly Line[] = [
  [
    -600,
    "module.booted",
    {
      slot: "M1",
      serialNumber: "A1",
      bootSource: "primary-flash",
      versions: { flashCode: "2.7.2a", bootCode: "2.7.0" },
    },
  ],
  [
    -598,
    "module.booted",
    {
      slot: "M2",
      serialNumber: "B1",
      bootSource: "primary-flash",
      versions: { flashCode: "2.7.2a", bootCode: "2.7.0" },
    },
  ],
  [-590, "module.role-changed", { slot: "M1", to: "active" }],
  [-580, "sync.compared", { file: "flash-code", result: "same" }],
  [-579, "sync.compared", { file: "system-config", result: "same" }],
  [-570, "config.changed", { revision: 10 }],
  [-569, "config.saved", { revision: 10 }],
  [-568, "sync.completed", { file: "system-config", revision: 10 }],
  [-560, "standby.ready", { slot: "M2" }],
  [-541, "sync.started", { file: "running-config", mode: "periodic" }],
  [-540, "sync.completed", { file: "running-config", revision: 10 }],
  [-100, "session.opened", { sessionId: "cli-1", kind: "cli" }],
  [-60, "session.opened", { sessionId: "inm-1", kind: "inm" }],
];
