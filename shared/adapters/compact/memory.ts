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
  readonly hashes = new Recent<string>();
  readonly digests = new Recent<string>();
  readonly moments: Recent<Moment>;
  readonly texts: Recent<string>;
  readonly #numbers = new Map<string, number>();
  readonly #lastTexts = new Map<string, string>();

  constructor({ texts, moment }: Dictionary) {
    this.texts = new Recent(texts);
    this.moments = new Recent([moment]);
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

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment as the header of a syslog line has it. */
export const headerTime = (moment: Moment): string => {
  const date = new Date(moment);
  const day = String(date.getUTCDate()).padStart(2);
  return `${MONTHS[date.getUTCMonth()]} ${day} ${date.toISOString().slice(11, 19)}`;
};
