import type { ChassisEvent } from "../../shared/domain/events.ts";
import { orderedForFold } from "../../shared/domain/fold.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { type BarGroup, barChart } from "../support/bar-chart.ts";
import { figure, grouped, medianOf, type Picture, type Section, type Table } from "../support/report.ts";
import type { ChassisLife } from "../workload/chassis-life.ts";
import { inBursts, singly } from "../workload/deliveries.ts";
import { castore } from "./castore.ts";
import { idempotency } from "./idempotency.ts";
import { leanNaive, naive } from "./naive.ts";
import type { Peer } from "./peer.ts";
import { callsInOrder, IN_ORDER, UNCODED, uncoded } from "./rehearsed.ts";
import { CEILING, type Effort, type Speeds, speedsOf, type Workload } from "./rounds.ts";

const HISTORY = 2000;

/** A workload, who does it, and how many times as fast as each of them this project has to be at least. */
interface Contest extends Workload {
  readonly peers: readonly ((database: RunningDynamoDb) => Promise<Peer>)[];
  readonly least: Readonly<Record<string, number>>;
  /** Less to do than said, where the history before it takes long; its code was compiled for the contests before. */
  readonly effort?: Pick<Effort, "warmUp" | "chassis" | "events">;
}

const CEILING_SHARE = 0.85;

/** What came before, and so many events after it, in device order: the peers know no other. */
const historyOf = (life: ChassisLife, before: readonly ChassisEvent[], length: number, count: number) => {
  const events = [...before];
  while (events.length < length + count) events.push(...life.routine());
  const ordered = orderedForFold(events);
  return { before: ordered.slice(0, length), measured: ordered.slice(length, length + count) };
};

const young = (life: ChassisLife, count: number) => {
  const start = life.bareStart();
  return historyOf(life, start, start.length, count);
};

const CONTESTS: readonly Contest[] = [
  {
    name: "single events, young chassis",
    plan: (life, events) => {
      const { before, measured } = young(life, events);
      return { before, deliveries: singly(measured) };
    },
    peers: [naive, leanNaive, castore, idempotency, uncoded, callsInOrder],
    least: { Castore: 1.5, "GetItem and TransactWriteItems": 1, [CEILING]: CEILING_SHARE },
  },
  {
    name: "bursts of 5, young chassis",
    plan: (life, events) => {
      const { before, measured } = young(life, events);
      return { before, deliveries: inBursts(measured, 5) };
    },
    peers: [naive, leanNaive, castore, idempotency, uncoded, callsInOrder],
    least: { Castore: 6, "GetItem and TransactWriteItems": 3.5, [CEILING]: CEILING_SHARE },
  },
  {
    name: `single events after ${grouped(HISTORY)}`,
    plan: (life, events) => {
      const { before, measured } = historyOf(life, life.livedInStart(), HISTORY, events);
      return { before, deliveries: singly(measured) };
    },
    peers: [castore],
    least: { Castore: 30, [CEILING]: CEILING_SHARE },
    effort: { warmUp: 1, chassis: 2, events: 10 },
  },
];

/** How fast this project is beside its peers, on the same engine. */
export const measureThroughput = async (database: RunningDynamoDb, effort: Effort): Promise<Section> => {
  const tables: Table[] = [];
  const groups: BarGroup[] = [];
  const missed: string[] = [];
  for (const contest of CONTESTS) {
    const peers = await Promise.all(contest.peers.map((begin) => begin(database)));
    const [own, ...others] = await speedsOf(database, contest, peers, { ...effort, ...contest.effort });
    if (own === undefined) continue;
    tables.push(tableOf(contest, own, others));
    groups.push(groupOf(contest, own, others));
    missed.push(...others.flatMap((other) => missedBeside(contest, own, other)));
  }
  return {
    title: "Throughput beside peers",
    text: [
      `Events per second on one engine, DynamoDB Local: medians of ${effort.rounds} rounds in which all take turns, with ` +
        `their range, after ${effort.warmUp} that do not count, on ${effort.chassis} chassis of which ${effort.atOnce} are ` +
        "worked on at once. All fold with the same reducer; the peers keep neither a fleet index nor due times, which " +
        "favours them, and make their calls with the SDK's client as it comes. This project makes its own leaner, which a " +
        "row of its own tells apart. Powertools' idempotency keeps no history. Every twin was compared with the plain fold " +
        "of its events.",
      "The last row makes the calls of this project again, with its client, unconditionally, so many at once whatever comes " +
        "after what, and with nothing computed. Two rows before it say what lies between: they know from a rehearsal what was " +
        `found and what was put. "${UNCODED}" does all that this project does, but records are not read from bytes and ` +
        `written to them, as if the codec took no time. "${IN_ORDER}" computes nothing either, but reads a chassis before ` +
        "it writes it, on condition that nobody did in between.",
    ],
    picture: pictureOf(groups),
    tables,
    missed,
  };
};

const tableOf = ({ name, least }: Contest, own: Speeds, others: readonly Speeds[]): Table => ({
  columns: [name, "events/s", "range", "times as fast", "range", "at least"],
  rows: [own, ...others].map((one) => {
    const { median, least: slowest, most } = medianOf(one.speeds);
    const speed = [one.name, grouped(median), `${grouped(slowest)} to ${grouped(most)}`];
    if (one === own) return [...speed, "", "", ""];
    const times = timesOf(own, one);
    const target = least[one.name];
    return [
      ...speed,
      figure(times.median),
      `${figure(times.least)} to ${figure(times.most)}`,
      target === undefined ? "" : figure(target),
    ];
  }),
});

const groupOf = ({ name }: Contest, own: Speeds, others: readonly Speeds[]): BarGroup => ({
  title: name,
  bars: [own, ...others].map((one) => {
    const { median: value, least, most } = medianOf(one.speeds);
    return {
      name: one.name,
      value,
      least,
      most,
      kind: one === own ? "own" : one.name === CEILING ? "ceiling" : "peer",
    };
  }),
});

const pictureOf = (groups: readonly BarGroup[]): Picture => ({
  file: "performance.svg",
  alt: `Events per second, drawn as bars. ${groups.map(inWords).join(" ")}`,
  svg: barChart({
    title: "Events per second beside peers",
    caption: "Medians; the thin line is the range of the rounds. Each group has a scale of its own.",
    groups,
  }),
});

const inWords = ({ title, bars }: BarGroup): string =>
  `For ${title}: ${bars.map(({ name, value }) => `${name} ${grouped(value)}`).join(", ")}.`;

/** How many times as fast as another, round by round: both of a round meet the same machine. */
const timesOf = (own: Speeds, other: Speeds) =>
  medianOf(own.speeds.map((speed, round) => speed / (other.speeds[round] ?? Number.NaN)));

const missedBeside = ({ name, least }: Contest, own: Speeds, other: Speeds): readonly string[] => {
  const target = least[other.name];
  const { median } = timesOf(own, other);
  return target === undefined || median >= target
    ? []
    : [`${name}: ${figure(median)} times as fast as ${other.name}, at least ${figure(target)}`];
};
