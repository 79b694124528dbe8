import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { startEventBus } from "../event-bus/start.ts";
import { newTwinTable } from "../peers/tables.ts";
import { figure, medianOf, overTarget, type Section, type Table } from "../support/report.ts";
import { ChassisLife } from "../workload/chassis-life.ts";
import { ACCEPTING, BESIDE, CoreParts, type Part, PROJECTING } from "./core-parts.ts";
import { EventPath, type PathTimes, type Surroundings } from "./event-path.ts";

const SEED = 20_261_124;
const EVENTS = 200;
const ROUNDS = 15;

/** Rounds that come before those that count: until then code is still being compiled. */
const WARM_UP = 10;

/** So many events are taken in one way before as many are in the next: a machine is not equally fast for a whole round. */
const SLICE = 10;

/** What share of the processor time of one event's whole path validation, reducer, view and codec may take at most. */
const MOST_SHARE = 0.15;

/** What our own code costs in processor time, part by part, and beside the calls of the SDK. */
export const measureCore = async (database: RunningDynamoDb): Promise<Section> => {
  const table = await newTwinTable(database, "core");
  const { bus, stop } = await startEventBus();
  try {
    return sectionOf(
      await roundsOf({
        inMemory: { bus: { publish: async (entries) => entries.map(() => true) }, store: memoryStore() },
        whole: { bus, store: dynamoDbTwinStore(table) },
      }),
    );
  } finally {
    await stop();
  }
};

/** What one event takes in one round, in microseconds of processor time. */
interface Round {
  readonly parts: (part: Part) => number;
  /** From a post to the stored twin, with a bus and a store in memory; then with the SDK's calls. */
  readonly inMemory: PathTimes;
  readonly whole: PathTimes;
}

const sectionOf = (rounds: readonly Round[]): Section => {
  const summary = (time: (round: Round) => number) => medianOf(rounds.map(time));
  const path = summary(({ whole }) => whole.accepting + whole.projecting);
  const share = summary((round) => together(round) / (round.whole.accepting + round.whole.projecting));
  const projection = summary((round) => projected(round) / round.whole.projecting);
  const around = summary(
    ({ inMemory, whole }) => (inMemory.accepting + inMemory.projecting) / (whole.accepting + whole.projecting),
  );
  const tableOf = (title: string, parts: readonly Part[], sums: readonly (readonly string[])[] = []): Table => ({
    columns: [title, "µs", "range"],
    rows: [
      ...parts.map((part) =>
        rowOf(
          part,
          summary((round) => round.parts(part)),
        ),
      ),
      ...sums,
    ],
  });
  return {
    title: "The core",
    text: [
      `Microseconds of processor time that one event takes, medians of ${ROUNDS} rounds of ${EVENTS} events after ` +
        `${WARM_UP} that do not count, with their range, seed ${SEED}: a lived-in chassis, every event taken from a post ` +
        "to the bytes to store, with every part right after the one before it. The view that a write needs is the place " +
        "of the chassis in the fleet; a reader of the twin is answered the whole.",
      `Together these parts take ${figure(summary(together).median, 0)} µs, and an event on its whole path, through the ` +
        "function that accepts it and the one that projects it, with the SDK's calls to a bus that takes anything and to " +
        `DynamoDB Local, ${figure(path.median, 0)}: they are ${inPercent(share)} of it, of at most ` +
        `${percentage(MOST_SHARE)}. The projection by itself takes ` +
        `${figure(summary(({ whole }) => whole.projecting).median, 0)}, and the parts that belong to it are ` +
        `${inPercent(projection)} of that. With the functions around them and all that is called in memory, with which ` +
        `they took turns, the parts are ${inPercent(around)} of the whole path.`,
    ],
    tables: [
      tableOf("part", [...ACCEPTING, ...PROJECTING], [rowOf("together", summary(together))]),
      tableOf("beside them", BESIDE),
    ],
    missed: overTarget("share of our own code in the processor time of an event", share.median, MOST_SHARE),
  };
};

const projected = ({ parts }: Round): number => PROJECTING.reduce((sum, part) => sum + parts(part), 0);

const together = (round: Round): number => ACCEPTING.reduce((sum, part) => sum + round.parts(part), projected(round));

type Summary = ReturnType<typeof medianOf>;

const rowOf = (name: string, { median, least, most }: Summary): readonly string[] => [
  name,
  figure(median, 1),
  `${figure(least, 1)} – ${figure(most, 1)}`,
];

const percentage = (share: number): string => `${figure(share * 100, 0)} %`;

const inPercent = ({ median, least, most }: Summary): string =>
  `${figure(median * 100, 1)} % (${percentage(least)} to ${percentage(most)})`;

const lifeOf = (chassisId: string) => {
  const life = new ChassisLife({ chassisId, seed: SEED, start: Date.parse("2026-03-02T06:00:00.000Z") });
  const before = life.livedInStart();
  const events: ChassisEvent[] = [];
  while (events.length < EVENTS) events.push(...life.routine());
  return { before, events };
};

/** What an event takes in all these ways, round by round, once all of it is warm. */
const roundsOf = async (
  surroundings: Readonly<Record<"inMemory" | "whole", Surroundings>>,
): Promise<readonly Round[]> => {
  const rounds: Round[] = [];
  while (rounds.length < WARM_UP + ROUNDS) {
    const inMemory = new EventPath(surroundings.inMemory);
    const whole = new EventPath(surroundings.whole);
    rounds.push(await roundOf({ inMemory, whole, core: new CoreParts() }, lifeOf(`bxr-lab-${100 + rounds.length}`)));
  }
  return rounds.slice(WARM_UP);
};

interface Ways {
  readonly inMemory: EventPath;
  readonly whole: EventPath;
  readonly core: CoreParts;
}

const roundOf = async (
  { inMemory, whole, core }: Ways,
  { before, events }: ReturnType<typeof lifeOf>,
): Promise<Round> => {
  for (const event of before) {
    core.take(event);
    await inMemory.take(event);
    await whole.take(event);
  }
  inMemory.restart();
  whole.restart();
  for (let from = 0; from < events.length; from += SLICE) {
    const slice = events.slice(from, from + SLICE);
    for (const event of slice) await inMemory.take(event);
    for (const event of slice) core.time(event);
    for (const event of slice) await whole.take(event);
  }
  return {
    parts: (part) => (core.times.get(part) ?? 0) / events.length,
    inMemory: inMemory.each(events.length),
    whole: whole.each(events.length),
  };
};
