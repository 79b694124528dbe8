import { Memory } from "./memory.ts";
import { BEGINNING, ValueWriter } from "./value-writer.ts";

/** What writer and reader know before anything is written: they begin as if these values had been written before. */
export interface Primer {
  /** A moment not long before those that are stored. */
  readonly moment: number;
  /** The name of the chassis that the samples tell of. */
  readonly chassisId: string;
  /** Pairs of a name and a value, as JSON. */
  readonly samples: string;
}

/** What is known before anything is written, by whoever has been primed. */
export class Primed {
  readonly #primer: Primer;
  #memory: Memory | null = null;

  constructor(primer: Primer) {
    this.#primer = primer;
  }

  /** The memory to write or read with, for one chassis. */
  memory(): Memory {
    this.#memory ??= primedBy(this.#primer);
    return this.#memory.nextForOthers(this.#primer.moment);
  }
}

const primedBy = ({ moment, chassisId, samples }: Primer): Memory => {
  const memory = Memory.empty(moment);
  const writer = new ValueWriter(BEGINNING, memory, chassisId);
  // What is read may be what the samples hold: nobody may change it.
  const frozen: readonly (readonly [string, unknown])[] = JSON.parse(samples, (_, value) => Object.freeze(value));
  for (const [name, value] of frozen) writer.put(name, value);
  return memory;
};
