import { InvalidInput } from "../domain/errors.ts";
import type { Moment } from "../domain/state.ts";

/** How far down a chassis's history a list has come: of what happened at or before a time, so much has been listed. */
export interface Position {
  readonly until: Moment;
  readonly looked: number;
}

/** The text of a position, for a cursor. */
export const formatPosition = ({ until, looked }: Position): string => `${until}.${looked}`;

/** The position that a text stands for. Throws `InvalidInput` when it stands for none. */
export const parsePosition = (text: string): Position => {
  const [, until, looked] = /^(-?\d{1,16})\.(\d{1,9})$/.exec(text) ?? [];
  if (until === undefined || looked === undefined) {
    throw new InvalidInput([{ pointer: "/query/cursor", detail: "is not a cursor of this list" }]);
  }
  return { until: Number(until), looked: Number(looked) };
};
