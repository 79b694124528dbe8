import { type Profiler, Session } from "node:inspector/promises";

/** A group of functions, and the share of the CPU time that was spent in them themselves. */
export interface TimeGroup {
  readonly name: string;
  readonly share: number;
}

/** Samples where this process spends its time, from the call on. */
export class CpuProfile {
  readonly #session = new Session();

  /** Begins to sample. */
  async begin(): Promise<void> {
    this.#session.connect();
    await this.#session.post("Profiler.enable");
    await this.#session.post("Profiler.setSamplingInterval", { interval: 500 });
    await this.#session.post("Profiler.start");
  }

  /** Ends, and answers the groups in which time was spent while the process was not idle, the largest first. */
  async end(): Promise<readonly TimeGroup[]> {
    const { profile } = await this.#session.post("Profiler.stop");
    this.#session.disconnect();
    return groupsOf(profile);
  }
}

const groupsOf = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly TimeGroup[] => {
  const groups = new Map<number, string>();
  // Callers come before what they call. What is built in, or made at run time, counts as its caller.
  const place = ({ id, callFrame, children = [] }: Profiler.ProfileNode, caller: string): void => {
    const group = groupOf(callFrame) ?? caller;
    groups.set(id, group);
    for (const child of children) {
      const node = byId.get(child);
      if (node !== undefined) place(node, group);
    }
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const [root] = nodes;
  if (root !== undefined) place(root, NODE);

  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const group = groups.get(id) ?? IDLE;
    times.set(group, (times.get(group) ?? 0) + (timeDeltas[index] ?? 0));
  }
  times.delete(IDLE);
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([name, time]) => ({ name, share: time / total })).sort((a, b) => b.share - a.share);
};

const IDLE = "idle";
const NODE = "Node: the rest";

/** The first that the place of a function contains says its group. */
const GROUPS: readonly (readonly [place: string, name: string])[] = [
  ["/node_modules/@aws-sdk/", "the SDK"],
  ["/node_modules/@smithy/", "the SDK"],
  ["/node_modules/@aws/", "the SDK"],
  ["/node_modules/dynalite/", "dynalite"],
  ["/node_modules/zod/", "zod"],
  ["/node_modules/", "what dynalite uses"],
  ["/shared/domain/", "shared/domain: reducer, findings, view"],
  ["/shared/adapters/", "shared/adapters: codec, store"],
  ["/shared/edge/", "shared/edge: validation, answers"],
  ["/shared/", "shared, the rest"],
  ["/functions/", "functions"],
  ["/infra/embedded/", "infra/embedded: server, bus, queue"],
  ["/bench/", "the benchmark"],
  ["node:internal/deps/undici", "Node: HTTP"],
  ["node:_http", "Node: HTTP"],
  ["node:http", "Node: HTTP"],
  ["node:internal/http", "Node: HTTP"],
  ["node:net", "Node: sockets and streams"],
  ["node:internal/stream", "Node: sockets and streams"],
  ["node:stream", "Node: sockets and streams"],
  ["node:zlib", "Node: zlib"],
  ["node:crypto", "Node: crypto"],
  ["node:internal/crypto", "Node: crypto"],
  ["node:", NODE],
];

const NATIVE: Readonly<Record<string, string>> = {
  "(idle)": IDLE,
  "(garbage collector)": "garbage collection",
  "(program)": "native code: sockets, files, compilation",
};

const groupOf = ({ functionName, url }: Profiler.ProfileNode["callFrame"]): string | null =>
  url === ""
    ? (NATIVE[functionName] ?? null)
    : (GROUPS.find(([place]) => url.includes(place))?.[1] ?? "code of other places");
