import type { Moment } from "../../domain/state.ts";
import { Recent } from "./recent.ts";

/** Values by how recently they were told, whatever their names. */
export interface Told {
  readonly hashes: Recent<string>;
  readonly digests: Recent<string>;
  readonly moments: Recent<Moment>;
  readonly texts: Recent<string>;
  readonly patterns: Recent<string>;
}

/** Nothing but a moment not long before those that will be told. */
export const nothingTold = (moment: Moment): Told => onlyTexts(new Recent(), new Recent(), moment);

/** The same as was told up to now. */
export const toldAgain = ({ hashes, digests, moments, texts, patterns }: Told): Told => ({
  hashes: hashes.copy(),
  digests: digests.copy(),
  moments: moments.copy(),
  texts: texts.copy(),
  patterns: patterns.copy(),
});

/** Of what was told, the texts: they may be those of another chassis too. */
export const textsToldAgain = ({ texts, patterns }: Told, moment: Moment): Told =>
  onlyTexts(texts.copy(), patterns.copy(), moment);

const onlyTexts = (texts: Recent<string>, patterns: Recent<string>, moment: Moment): Told => ({
  hashes: new Recent(),
  digests: new Recent(),
  moments: new Recent([moment]),
  texts,
  patterns,
});
