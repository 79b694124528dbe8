import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, stderr } from "node:process";
import { ChassisLife } from "../bench/workload/chassis-life.ts";
import { takeApart } from "../shared/adapters/compact/take-out.ts";
import { differenceOf } from "../shared/adapters/difference.ts";
import { exampleOf } from "../shared/domain/event-examples.ts";
import type { ChassisEvent } from "../shared/domain/events.ts";
import { fold, orderedForFold } from "../shared/domain/fold.ts";
import { initialState, type TwinState } from "../shared/domain/state.ts";
import { EVENT_TYPES } from "../shared/edge/event-types.ts";
import { parseEvent } from "../shared/edge/parse-event.ts";
import { simulate } from "../test/support/simulator/simulator.ts";

// Makes a dictionary for stored data: `npx tsx scripts/make-dictionary.ts 2`. One that is in use is never made anew:
// what was written with it could not be read again.

const SLOTS = Array.from({ length: 32 }, (_, index) => `S${index + 1}`);
const TEXTS = ["M1", "M2", "1.0", ...SLOTS];
const MOMENT = Date.UTC(2026, 0, 1);

/** Histories to learn from; benchmarks use other seeds. */
const SIMULATED = 60;
const LIVES = [999_001, 999_002, 999_003];

/** Shorter pieces that are known already are repeated rather than cut out: to point at them costs three bytes. */
const SHORTEST_PIECE = 24;

const WIDTH = 108;

const PATTERNS =
  '[["syslog://&","snmp-trap://#.#.#.#","snmp-poll://#.#.#.#","cli://#.#.#.#","operator://&","#-#-#T#:#:#Z","SA#",' +
  '"CARD_DOWN_REASON_LOST_HEARTBEAT","CARD_DOWN_REASON_CLI_POWER_OFF","CARD_DOWN_REASON_REBOOTED","connection lost",' +
  '"lost heartbeat","logged out","web-#","inm-#","cli-#","#.#.#a","#.#.#","#.#.#","BL#","#.#.#.#"]]';

const skeletonOf = (value: unknown, chassisId: string): string => {
  const dictionary = { texts: TEXTS, moment: MOMENT, deflate: Buffer.of() };
  return JSON.stringify(takeApart(value, chassisId, dictionary).skeleton);
};

const stateSkeleton = (state: TwinState, chassisId: string): string =>
  skeletonOf(differenceOf({ ...initialState() }, { ...state }), chassisId);

const kept = (value: unknown): ChassisEvent => {
  const parsed = parseEvent(value, Date.parse("2030-01-01T00:00:00.000Z"));
  if (!parsed.ok) throw new TypeError(`an example is no event: ${JSON.stringify(parsed.faults)}`);
  return parsed.event;
};

/** Counts what each shape is met how often. */
class Shapes {
  readonly #counts = new Map<string, number>();

  add(skeleton: string): void {
    this.#counts.set(skeleton, (this.#counts.get(skeleton) ?? 0) + 1);
  }

  /** The shapes met at least so often, the rarest first. */
  metAtLeast(times: number): readonly string[] {
    const met = [...this.#counts].filter(([, count]) => count >= times);
    return met.sort(([, a], [, b]) => a - b).map(([skeleton]) => skeleton);
  }
}

/** What of a text is not in another one yet, piece by piece. */
const newPieces = (text: string, known: string): string => {
  let pieces = "";
  for (let at = 0; at < text.length; ) {
    let length = SHORTEST_PIECE;
    const isKnown = () => at + length <= text.length && (known + pieces).includes(text.slice(at, at + length));
    while (isKnown()) length += 1;
    if (length > SHORTEST_PIECE) at += length - 1;
    else {
      pieces += text[at];
      at += 1;
    }
  }
  return pieces;
};

const rare = new Shapes();
const usual = new Shapes();
const states: string[] = [];

for (const type of EVENT_TYPES) {
  for (const carrier of ["syslog", "trap", "cli"]) {
    rare.add(skeletonOf(kept({ ...exampleOf(type), carrier, sequence: "4711" }), "bxr-example-01"));
    rare.add(skeletonOf(kept({ ...exampleOf(type), carrier }), "bxr-example-01"));
  }
}
for (let seed = 1; seed <= SIMULATED; seed += 1) {
  const { events, chassisId } = simulate({ seed, actions: 12 });
  let state = initialState();
  for (let from = 0; from < events.length; from += 10) {
    const some = events.slice(from, from + 10).map(kept);
    for (const event of some) rare.add(skeletonOf(event, chassisId));
    ({ state } = fold(state, some));
    rare.add(stateSkeleton(state, chassisId));
  }
}
for (const seed of LIVES) {
  const life = new ChassisLife({ chassisId: "bxr-lab-07", seed, start: MOMENT });
  const events = life.livedInStart();
  for (let happenings = 0; happenings < 40; happenings += 1) {
    events.push(...life.routine(), ...(happenings % 4 === 0 ? life.commotion() : []));
  }
  for (const event of events) usual.add(skeletonOf(event, "bxr-lab-07"));
  states.push(stateSkeleton(fold(initialState(), orderedForFold(events)).state, "bxr-lab-07"));
}

const typicalState = states.at(-1) ?? "";
let text = `[${typicalState},[[${usual.metAtLeast(6).join(",0],[")},0]],[],"="],${PATTERNS}`;
for (const skeleton of [...states, ...usual.metAtLeast(1).toReversed(), ...rare.metAtLeast(2).toReversed()]) {
  text = newPieces(skeleton, text) + text;
}

const [, , number = ""] = argv;
const file = join(import.meta.dirname, `../shared/adapters/compact/dictionary-${number}.ts`);
if (!/^[1-9]\d*$/.test(number) || existsSync(file)) {
  stderr.write("Name the number of a dictionary that does not exist yet.\n");
  process.exit(1);
}
const lines = Array.from({ length: Math.ceil(text.length / WIDTH) }, (_, line) =>
  text.slice(line * WIDTH, (line + 1) * WIDTH),
);
writeFileSync(
  file,
  `import type { Dictionary } from "./memory.ts";

/** Made by \`scripts/make-dictionary.ts\`. It never changes: what was stored with it can be read with nothing else. */
export const DICTIONARY_${number}: Dictionary = {
  texts: ${JSON.stringify(TEXTS)},
  moment: ${MOMENT},
  deflate: Buffer.from(
    [
${lines.map((line) => `      ${line.includes("'") ? JSON.stringify(line) : `'${line}'`},`).join("\n")}
    ].join(""),
  ),
};
`,
);
stderr.write(`${text.length} characters\n`);
