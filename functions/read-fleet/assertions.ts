import * as z from "zod/mini";
import { onFirstUse } from "../../shared/domain/on-first-use.ts";
import { FILTER_WORDS, type FleetFilters } from "./fleet-filters.ts";

const MOST_ASSERTIONS = 50;

/** A word, or a list of words of which any will do. */
const oneOf = <Word extends z.ZodMiniType>(word: Word) =>
  z.optional(z.union([word, z.array(word).check(z.minLength(1, "must have at least one value"))]));

const WrittenFilters = onFirstUse(() =>
  z.strictObject({
    activeSlot: oneOf(FILTER_WORDS.activeSlot),
    redundancy: oneOf(FILTER_WORDS.redundancy),
    sync: oneOf(FILTER_WORDS.sync),
    bootSource: oneOf(FILTER_WORDS.bootSource),
    switchoverReady: oneOf(z.union([z.boolean(), FILTER_WORDS.switchoverReady])),
    finding: oneOf(FILTER_WORDS.finding),
    prefix: oneOf(FILTER_WORDS.prefix),
  }),
);

/** Filters as a body has them: those of `GET /chassis`, each with a value or a list of values. */
export type WrittenFilters = z.infer<ReturnType<typeof WrittenFilters>>;

/**
 * Something that is to hold in the fleet: each chassis that `where` admits (all, when it is left out) has to match
 * `expect`, and must not match `forbid`.
 */
export const Assertion = onFirstUse(() =>
  z
    .strictObject({
      name: z.string().check(z.minLength(1), z.maxLength(200)),
      where: z.optional(WrittenFilters()),
      expect: z.optional(WrittenFilters()),
      forbid: z.optional(WrittenFilters()),
    })
    .check(
      z.refine(({ expect, forbid }) => expect !== undefined || forbid !== undefined, {
        error: "must have expect, forbid or both",
      }),
      z.meta({ anyOf: [{ required: ["expect"] }, { required: ["forbid"] }] }),
    ),
);
export type Assertion = z.infer<ReturnType<typeof Assertion>>;

/** The body of `POST /fleet/assertions`. */
export const FleetAssertions = onFirstUse(() =>
  z.strictObject({
    assertions: z.array(Assertion()).check(z.minLength(1), z.maxLength(MOST_ASSERTIONS)),
  }),
);

/** The filters that a body means. */
export const filtersIn = (written: WrittenFilters): FleetFilters => ({
  activeSlot: wordsIn(written.activeSlot),
  redundancy: wordsIn(written.redundancy),
  sync: wordsIn(written.sync),
  bootSource: wordsIn(written.bootSource),
  switchoverReady: wordsIn(written.switchoverReady),
  finding: wordsIn(written.finding),
  prefix: wordsIn(written.prefix),
});

type Word = string | boolean;

const wordsIn = (written: Word | readonly Word[] | undefined): readonly string[] =>
  written === undefined ? [] : [written].flat().map(String);
