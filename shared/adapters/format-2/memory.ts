import type { Moment } from "../../domain/state.ts";
import { Recent } from "../compact/recent.ts";

/** What a dictionary knows before anything was written. */
export interface Dictionary {
  /** Texts that occur in almost everything that is stored. */
  readonly texts: readonly string[];
  /** A moment not long before those that are stored. */
  readonly moment: Moment;
  /** What compressed texts are made of. */
  readonly deflate: Buffer;
}

/** What was read so far, and so is not told again. */
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
