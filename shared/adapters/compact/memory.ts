import type { Moment } from "../../domain/state.ts";
import { Recent } from "./recent.ts";

/** What a dictionary knows before anything was written. */
export interface Dictionary {
  /** Texts that occur in almost everything that is stored. */
  readonly texts: readonly string[];
  /** A moment not long before those that are stored. */
  readonly moment: Moment;
  /** What compressed texts are made of. */
  readonly deflate: Buffer;
}

/**
 * What was written, or read, so far, and so need not be told again. Writer and reader remember the same at the same
 * place of a value.
 */
export class Memory {
  readonly hashes: Recent<string>;
  readonly digests: Recent<string>;
  readonly moments: Recent<Moment>;
  readonly texts: Recent<string>;
  readonly #numbers: Map<string, number>;
  readonly #lastTexts: Map<string, string>;

  private constructor(recent: Recents, numbers: Map<string, number>, lastTexts: Map<string, string>) {
    ({ hashes: this.hashes, digests: this.digests, moments: this.moments, texts: this.texts } = recent);
    this.#numbers = numbers;
    this.#lastTexts = lastTexts;
  }

  /** What is known before anything was written. */
  static of({ texts, moment }: Dictionary): Memory {
    const recent = {
      hashes: new Recent<string>(),
      digests: new Recent<string>(),
      moments: new Recent([moment]),
      texts: new Recent(texts.toReversed()),
    };
    return new Memory(recent, new Map(), new Map());
  }

  /** The same as is known now, to go on from here twice. */
  copy(): Memory {
    const recent = {
      hashes: this.hashes.copy(),
      digests: this.digests.copy(),
      moments: this.moments.copy(),
      texts: this.texts.copy(),
    };
    return new Memory(recent, new Map(this.#numbers), new Map(this.#lastTexts));
  }

  /** The number last seen in a column; 0 at first. */
  numberIn(column: string): number {
    return this.#numbers.get(column) ?? 0;
  }

  /** The text last seen in a column. */
  textIn(column: string): string | undefined {
    return this.#lastTexts.get(column);
  }

  rememberNumber(column: string, number: number): void {
    this.#numbers.set(column, number);
  }

  rememberText(column: string, text: string): void {
    this.#lastTexts.set(column, text);
  }
}

type Recents = Pick<Memory, "hashes" | "digests" | "moments" | "texts">;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment as the header of a syslog line has it. */
export const headerTime = (moment: Moment): string => {
  const date = new Date(moment);
  const day = String(date.getUTCDate()).padStart(2);
  return `${MONTHS[date.getUTCMonth()]} ${day} ${date.toISOString().slice(11, 19)}`;
};
