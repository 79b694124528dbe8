import { isDeepStrictEqual } from "node:util";
import { describeTwin, provenanceOf } from "../../shared/domain/describe.ts";
import { contentOf } from "../../shared/domain/event-identity.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { advance, fold, orderedForFold } from "../../shared/domain/fold.ts";
import { initialState, type Moment } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";

/** A twin that was read back is not the fold of all events that were sent. */
export class WrongTwin extends Error {
  override readonly name = "WrongTwin";
  readonly chassisId: string;
  readonly expected: Twin;
  readonly found: Twin;

  constructor(expected: Twin, found: Twin) {
    super(`the twin of ${expected.chassisId} is not the fold of its events`);
    this.chassisId = expected.chassisId;
    this.expected = expected;
    this.found = found;
  }
}

/** The twin by the plain fold of all events of a chassis, each once, in device order; it stores nothing. */
export const foldedTwin = (chassisId: string, events: readonly ChassisEvent[], asOf: Moment): Twin => {
  const distinct = [...new Map(events.map((event) => [contentOf(event), event])).values()];
  const { state } = fold(initialState(), orderedForFold(distinct));
  const advanced = advance(state, asOf);
  const twin = describeTwin({ chassisId, state: advanced, revision: distinct.length, asOf });
  return { ...twin, provenance: provenanceOf(advanced, twin) };
};

/** Throws `WrongTwin` when a twin that was read back is not the one expected. */
export const requireSame = (expected: Twin, found: Twin): void => {
  if (!isDeepStrictEqual(expected, found)) throw new WrongTwin(expected, found);
};
