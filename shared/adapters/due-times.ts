/** A due time as it is stored, in a form that sorts as time does; `null` for none. */
export type DueTime = string | null;

/** What one write says of the due time of a chassis. */
export interface DueChange {
  /** The due time stored now; `undefined` when that is not known. */
  readonly stored: DueTime | undefined;
  readonly wanted: DueTime;
  /** The write brings events. One that does not is a watch's, which has dealt with the due time stored before. */
  readonly bringsEvents: boolean;
}

/**
 * The due time to store. Each new one costs a write of the due index, while a watch that looks at a chassis too early
 * only moves the time on; so a write that brings events leaves an earlier time as it is.
 */
export const dueToStore = ({ stored, wanted, bringsEvents }: DueChange): DueTime => {
  if (!bringsEvents || stored === undefined || stored === null) return wanted;
  return wanted !== null && wanted < stored ? wanted : stored;
};

const MOST_REMEMBERED = 10_000;

/** Remembers what due times are stored with the records that were read or written last. */
export class StoredDueTimes {
  readonly #dueTimes = new Map<string, { readonly revision: number; readonly due: DueTime }>();

  /** Keeps the due time that is stored with this revision of the chassis, and forgets the oldest when they are many. */
  remember(chassisId: string, revision: number, due: DueTime): void {
    this.#dueTimes.delete(chassisId);
    this.#dueTimes.set(chassisId, { revision, due });
    for (const oldest of this.#dueTimes.keys()) {
      if (this.#dueTimes.size <= MOST_REMEMBERED) return;
      this.#dueTimes.delete(oldest);
    }
  }

  /** The due time stored with this revision of the chassis; `undefined` when it is not remembered. */
  of(chassisId: string, revision: number): DueTime | undefined {
    const remembered = this.#dueTimes.get(chassisId);
    return remembered?.revision === revision ? remembered.due : undefined;
  }
}
