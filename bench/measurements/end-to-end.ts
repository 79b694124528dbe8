import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { Child } from "../end-to-end/child.ts";
import { type Load, latenciesOf, Sender, type Sustained, sustainedBy } from "../end-to-end/drive.ts";
import { Service } from "../end-to-end/service.ts";
import { figure, grouped, type Section, type Table } from "../support/report.ts";

/** About what a lived-in chassis takes. */
const ITEM_BYTES = 900;
const MOST_GROUPS = 14;

const Served = z.object({ url: z.url() });
const Begun = z.object({ begun: z.literal(true) });
const Measured = z.object({
  calls: z.record(z.string(), z.int()),
  groups: z.array(z.object({ name: z.string(), share: z.number() })),
});
const Bare = z.object({ milliseconds: z.number() });

/** From a post to a twin that can be read, on the embedded server as `npm start` runs it, and where its time goes. */
export const measureEmbedded = async (load: Load): Promise<Section> => {
  const folder = await mkdtemp(join(tmpdir(), "chassis-twin-bench-"));
  const child = new Child("served.ts", [join(folder, "data")]);
  try {
    const { url } = await child.hear(Served);
    const service = new Service(url);
    await warmUp(service, load);
    const latencies = await latenciesOf(service, "single", load);
    const senders = sendersOf("batch", load);
    await child.hear(Begun, "begin");
    const sustained = await sustainedBy(service, senders);
    const { calls, groups } = await child.hear(Measured, "end");
    for (const sender of senders) await sender.check(service);
    await child.end("close");
    const alone = await callsAlone(join(folder, "bare"), calls);
    return {
      title: "From a post to a readable twin, embedded",
      text: [
        "The embedded server in a process of its own, with its data on disk. The ceiling is its database, in the same " +
          "arrangement, taking as many reads and writes of items of that size with nothing around them. Every twin was " +
          "compared with the plain fold of its events.",
        "The second table says where the server's process spends its time while batches come in, counting what is built in towards its caller.",
      ],
      tables: [
        tableOf(load, latencies, sustained, [
          ["calls to the database per event", figure(countOf(calls) / sustained.events)],
          ["events/s of the same calls alone", grouped((sustained.events * 1000) / alone)],
          ["readable events/s, share of that", figure((sustained.readable * alone) / (sustained.events * 1000))],
        ]),
        {
          columns: ["group", "share of CPU time"],
          rows: groups.slice(0, MOST_GROUPS).map(({ name, share }) => [name, `${figure(share * 100, 1)} %`]),
        },
      ],
      missed: [],
    };
  } finally {
    await child.end();
    await rm(folder, { recursive: true, force: true });
  }
};

/** From a post to a readable twin, on a service that already runs: a deployed stack, say. */
export const measureRunning = async (url: string, load: Load): Promise<Section> => {
  const service = new Service(url);
  const run = `bench-${Date.now().toString(36)}`;
  const latencies = await latenciesOf(service, `${run}-single`, load);
  const senders = sendersOf(`${run}-batch`, load);
  const sustained = await sustainedBy(service, senders);
  for (const sender of senders) await sender.check(service);
  return {
    title: "From a post to a readable twin",
    text: ["A running service. Every twin was compared with the plain fold of its events."],
    tables: [tableOf(load, latencies, sustained, [])],
    missed: [],
  };
};

const warmUp = async (service: Service, load: Load): Promise<void> => {
  const senders = sendersOf("warm", { ...load, batches: 2 * load.senders });
  await sustainedBy(service, senders);
};

const sendersOf = (prefix: string, { seed, batches, senders }: Load): readonly Sender[] =>
  Array.from(
    { length: senders },
    (_, index) => new Sender({ prefix: `${prefix}-${index}`, seed: seed + index }, Math.ceil(batches / senders)),
  );

type Calls = z.infer<typeof Measured>["calls"];

const countOf = (calls: Calls): number => Object.values(calls).reduce((sum, count) => sum + count, 0);

/** The milliseconds that the database takes for as many calls: what is no write counts as a read. */
const callsAlone = async (path: string, calls: Calls): Promise<number> => {
  const writes = (calls["PutItem"] ?? 0) + (calls["UpdateItem"] ?? 0);
  const child = new Child("bare-calls.ts", [path, countOf(calls) - writes, writes, ITEM_BYTES].map(String));
  try {
    return (await child.hear(Bare)).milliseconds;
  } finally {
    await child.end();
  }
};

const tableOf = (
  { perSecond }: Load,
  latencies: readonly number[],
  { events, accepted, readable }: Sustained,
  more: readonly (readonly string[])[],
): Table => ({
  columns: ["from a post to a readable twin", ""],
  rows: [
    [`median of ${latencies.length} single events, ${perSecond}/s`, `${figure(at(latencies, 0.5), 1)} ms`],
    ["99th percentile of them", `${figure(at(latencies, 0.99), 1)} ms`],
    [`events/s accepted, ${grouped(events)} in batches of 100`, grouped(accepted)],
    ["events/s readable", grouped(readable)],
    ...more,
  ],
});

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
