import { describeTwin } from "./describe.ts";
import { isSame } from "./equality.ts";
import type { EventReference } from "./events.ts";
import type { Observer } from "./fold.ts";
import type { Moment, TwinState } from "./state.ts";
import type { Twin } from "./twin.ts";
import type { TwinChange } from "./twin-change.ts";

/** A value that differs between two twins. */
export type Difference = Omit<TwinChange, "evidence">;

/** What every event, and time itself, changes: that says nothing of the chassis. */
const PASSING: ReadonlySet<string> = new Set(["/asOf", "/lastEventAt", "/revision"]);

/** Where two twins differ, as deep as both have members. */
export const differencesOf = (before: Twin, after: Twin): readonly Difference[] =>
  differencesBelow("", before, after).filter(({ pointer }) => !PASSING.has(pointer));

const differencesBelow = (pointer: string, before: unknown, after: unknown): readonly Difference[] => {
  if (!hasMembers(before) || !hasMembers(after)) {
    return isSame(before, after) ? [] : [{ pointer, before: before ?? null, after: after ?? null }];
  }
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    differencesBelow(`${pointer}/${name}`, before[name], after[name]),
  );
};

const hasMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Follows how the twin of a chassis changes from a state on, to tell which events its changes rest on. It watches a fold
 * as its `observe`.
 */
export class ChangeWatch {
  readonly #chassisId: string;
  readonly #first: Twin;
  #last: Twin;
  /** The evidence of each value's last change; those that changed last come last. */
  readonly #evidence = new Map<string, readonly EventReference[]>();

  constructor(chassisId: string, state: TwinState, at: Moment) {
    this.#chassisId = chassisId;
    this.#first = describeTwin({ chassisId, state, revision: state.eventCount, asOf: at });
    this.#last = this.#first;
  }

  readonly observe: Observer = (state, at, evidence) => {
    const twin = describeTwin({ chassisId: this.#chassisId, state, revision: state.eventCount, asOf: at });
    for (const { pointer } of differencesOf(this.#last, twin)) {
      this.#evidence.delete(pointer);
      this.#evidence.set(pointer, evidence);
    }
    this.#last = twin;
  };

  /** What changed from the first state to a twin that came of the fold watched. */
  changesTo(after: Twin): readonly TwinChange[] {
    return differencesOf(this.#first, after).map((difference) => ({
      ...difference,
      evidence: [...this.#evidenceOf(difference.pointer)],
    }));
  }

  #evidenceOf(pointer: string): readonly EventReference[] {
    const isPartOf = (part: string, whole: string) => part === whole || part.startsWith(`${whole}/`);
    const changed = [...this.#evidence].findLast(([seen]) => isPartOf(seen, pointer) || isPartOf(pointer, seen));
    return changed?.[1] ?? [];
  }
}
