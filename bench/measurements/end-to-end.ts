import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { Calls } from "../end-to-end/calls.ts";
import { type Load, postSingles, sustainedBy } from "../end-to-end/drive.ts";
import { Service } from "../end-to-end/service.ts";
import { ceilingRows, sendersOf, tableOf } from "../end-to-end/summary.ts";
import { Child } from "../support/child.ts";
import { figure, type Section } from "../support/report.ts";

const MOST_GROUPS = 14;

/** The files that run in processes of their own. */
const PROCESSES = join(import.meta.dirname, "../end-to-end");

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
  const child = new Child(join(PROCESSES, "served.ts"), [join(folder, "data")]);
  try {
    const { url } = await child.hear(Served);
    const service = new Service(url);
    await sustainedBy(service, sendersOf("warm", { ...load, batches: 2 * load.senders }));
    const singles = await postSingles(service, "single", load);
    const senders = sendersOf("batch", load);
    await child.hear(Begun, "begin");
    const sustained = await sustainedBy(service, senders);
    const { calls, groups } = await child.hear(Measured, "end");
    for (const sender of senders) await sender.check(service);
    await child.end("close");
    const alone = await embeddedCallsAlone(join(folder, "bare"), calls);
    return {
      title: "From a post to a readable twin, embedded",
      text: [
        "The embedded server in a process of its own, with its data on disk. The ceiling is its database, in the same " +
          "arrangement, taking as many reads and writes of items of that size with nothing around them. Every twin was " +
          "compared with the plain fold of its events.",
        "The second table says where the server's process spends its time while batches come in, counting what is built in towards its caller.",
      ],
      tables: [
        tableOf(load, { singles, sustained }, ceilingRows(sustained, calls, alone)),
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
  const singles = await postSingles(service, `${run}-single`, load);
  const senders = sendersOf(`${run}-batch`, load);
  const sustained = await sustainedBy(service, senders);
  for (const sender of senders) await sender.check(service);
  return {
    title: "From a post to a readable twin",
    text: ["A running service. Every twin was compared with the plain fold of its events."],
    tables: [tableOf(load, { singles, sustained })],
    missed: [],
  };
};

const embeddedCallsAlone = async (path: string, calls: Calls): Promise<number> => {
  const child = new Child(join(PROCESSES, "bare-calls.ts"), [path, JSON.stringify(calls)]);
  try {
    return (await child.hear(Bare)).milliseconds;
  } finally {
    await child.end();
  }
};
