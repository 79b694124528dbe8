import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, stderr } from "node:process";
import { ChassisLife } from "../bench/workload/chassis-life.ts";
import { exampleOf } from "../shared/domain/event-examples.ts";
import type { ChassisEvent } from "../shared/domain/events.ts";
import { FINDING_RULES } from "../shared/domain/findings/catalogue.ts";
import { fold, orderedForFold } from "../shared/domain/fold.ts";
import { initialState, type TwinState } from "../shared/domain/state.ts";
import { EVENT_TYPES } from "../shared/edge/event-types.ts";
import { parseEvent } from "../shared/edge/parse-event.ts";
import { simulate } from "../test/support/simulator/simulator.ts";

// Makes a primer for stored data: `npx tsx scripts/make-primer.ts 2`. One that is in use is never made anew: what was
// written with it could not be read again.

const CHASSIS = "bxr-lab-07";
const MOMENT = Date.UTC(2026, 0, 1);
const SLOTS = [...Array.from({ length: 32 }, (_, index) => `S${index + 1}`), "M1", "M2"];

/** Histories to learn from; benchmarks use other seeds. */
const SIMULATED = 60;
const LIVES = [999_001, 999_002, 999_003];

/** How much more a kind of event counts that collectors send than one of a simulated or made-up history. */
const WEIGHT = { example: 0.5, simulated: 1, collected: 3 };

/** Of events of one type, and of envelopes of one carrier, the most usual layouts are learnt. */
const LAYOUTS_EACH = 2;

const WIDTH = 108;

/** Samples by what they are alike in, each layout with how often it was met. */
class Usual {
  readonly #met = new Map<string, Map<string, { times: number; sample: unknown }>>();

  add(name: string, sample: unknown, times: number): void {
    const layouts = this.#met.get(name) ?? new Map();
    this.#met.set(name, layouts);
    const layout = JSON.stringify(layoutOf(sample));
    layouts.set(layout, { times: times + (layouts.get(layout)?.times ?? 0), sample });
  }

  /** Pairs of a name and a sample, the most usual of each name last. */
  samples(): readonly (readonly [string, unknown])[] {
    return [...this.#met].flatMap(([name, layouts]) => {
      const usual = [...layouts.values()].sort((a, b) => b.times - a.times).slice(0, LAYOUTS_EACH);
      return usual.toReversed().map(({ sample }) => [name, sample] as const);
    });
  }
}

/** The words met under each name: texts that are the same everywhere. */
class Words {
  readonly #met = new Map<string, Map<string, number>>();

  add(value: unknown, name = ""): void {
    if (Array.isArray(value)) for (const element of value) this.add(element, name);
    else if (typeof value === "object" && value !== null) {
      for (const [inside, member] of Object.entries(value)) this.add(member, inside);
    } else if (typeof value === "string" && WORD.test(value) && !PARTICULAR.has(name)) {
      const words = this.#met.get(name) ?? new Map();
      this.#met.set(name, words.set(value, 1 + (words.get(value) ?? 0)));
    }
  }

  /** Pairs of a name and its words, the most usual word last, as it is the first to be thought of. */
  samples(): readonly (readonly [string, readonly string[]])[] {
    return [...this.#met].flatMap(([name, words]) => {
      const often = [...words].filter(([, times]) => times >= FEWEST).sort(([, a], [, b]) => a - b);
      return often.length === 0 ? [] : [[name, often.map(([word]) => word)] as const];
    });
  }
}

/** Under these names stands what is particular to whoever reports. */
const PARTICULAR: ReadonlySet<string> = new Set(["id", "source", "by", "description", "reporters", "fact", "version"]);

const WORD = /^[A-Za-z][A-Za-z _-]{1,40}$/;

/** Words met less often are not learnt. */
const FEWEST = 3;

const layoutOf = (sample: unknown): unknown =>
  typeof sample === "object" && sample !== null
    ? Object.entries(sample).map(([name, value]) => [Array.isArray(sample) ? "" : name, layoutOf(value)])
    : null;

const kept = (value: unknown): ChassisEvent => {
  const parsed = parseEvent(value, Date.parse("2030-01-01T00:00:00.000Z"));
  if (!parsed.ok) throw new TypeError(`an example is no event: ${JSON.stringify(parsed.faults)}`);
  return parsed.event;
};

/** Nothing is learnt of what is particular to a chassis. */
const anonymous = (value: unknown, chassisId: string): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(chassisId, CHASSIS), (name, member) => {
    if (name === "id" && /^[\w-]{16}$/.test(member)) return "A".repeat(16);
    return typeof member === "string" && /^sha256:[0-9a-f]{64}$/.test(member) ? `sha256:${"0".repeat(64)}` : member;
  });

const envelopes = new Usual();
const data = new Usual();
const words = new Words();
const states: unknown[] = [];

const learnEvent = (event: ChassisEvent, chassisId: string, times: number): void => {
  envelopes.add(`event by ${event.carrier ?? null}`, anonymous({ ...event, data: null }, chassisId), times);
  data.add(event.type, anonymous(event.data, chassisId), times);
  words.add(event);
};
const learnState = (state: TwinState, chassisId: string): void => {
  states.push(anonymous(state, chassisId));
};

for (const type of EVENT_TYPES) {
  const example = exampleOf(type);
  learnEvent(kept({ ...example, carrier: "trap", sequence: "4711" }), example.subject, WEIGHT.example);
}
for (let seed = 1; seed <= SIMULATED; seed += 1) {
  const { events, chassisId } = simulate({ seed, actions: 12 });
  for (const event of events.map(kept)) learnEvent(event, chassisId, WEIGHT.simulated);
  const { state } = fold(initialState(), events.map(kept));
  words.add(state);
  if (seed === 1) learnState(state, chassisId);
}
for (const seed of LIVES) {
  const life = new ChassisLife({ chassisId: CHASSIS, seed, start: MOMENT });
  const events = life.livedInStart();
  for (let happenings = 0; happenings < 40; happenings += 1) {
    events.push(...life.routine(), ...(happenings % 4 === 0 ? life.commotion() : []));
  }
  for (const event of events) learnEvent(kept(event), CHASSIS, WEIGHT.collected);
  if (seed === LIVES.at(-1)) learnState(fold(initialState(), orderedForFold(events)).state, CHASSIS);
}

const samples = [
  ["slot", SLOTS],
  ["type", EVENT_TYPES],
  ["code", FINDING_RULES.map(({ code }) => code)],
  ...words.samples(),
  ...states.map((state) => ["state", state]),
  ["recordedAt", MOMENT],
  ["carrier", null],
  ...envelopes.samples(),
  ...data.samples(),
  ["mark", { from: MOMENT, revision: 7, recordedAt: MOMENT }],
];

const [, , number = ""] = argv;
const file = join(import.meta.dirname, `../shared/adapters/compact/primer-${number}.ts`);
if (!/^[1-9]\d*$/.test(number) || existsSync(file)) {
  stderr.write("Name the number of a primer that does not exist yet.\n");
  process.exit(1);
}
const text = JSON.stringify(samples);
const lines = Array.from({ length: Math.ceil(text.length / WIDTH) }, (_, line) =>
  text.slice(line * WIDTH, (line + 1) * WIDTH),
);
writeFileSync(
  file,
  `import type { Primer } from "./primer.ts";

/** Made by \`scripts/make-primer.ts\`. It never changes: what was stored with it can be read with nothing else. */
export const PRIMER_${number}: Primer = {
  moment: ${MOMENT},
  chassisId: ${JSON.stringify(CHASSIS)},
  samples: [
${lines.map((line) => `    ${line.includes("'") ? JSON.stringify(line) : `'${line}'`},`).join("\n")}
  ].join(""),
};
`,
);
stderr.write(`${text.length} characters\n`);
