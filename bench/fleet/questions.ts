import * as z from "zod";
import { FINDING_CODES } from "../../shared/domain/findings/catalogue.ts";
import { FleetBucket } from "../../shared/domain/fleet.ts";
import { BootSource, MANAGEMENT_SLOTS, Redundancy, SyncStatus } from "../../shared/domain/vocabulary.ts";
import { BadAnswer, type FleetReader, type Reading } from "./reader.ts";

/** How many chassis a page may have. */
export const PAGE = 50;

/** How many pages of one list are read. */
const PAGES = 4;

/** The words of each field of a bucket that a list can be asked for by. */
export const WORDS = {
  activeSlot: [...MANAGEMENT_SLOTS, "none"],
  redundancy: Redundancy.options,
  sync: SyncStatus.options,
  bootSource: [...BootSource.options, "unknown"],
  switchoverReady: FleetBucket().shape.switchoverReady.options,
} as const;

/** A field of a bucket that a list can be asked for by. */
export type Field = keyof typeof WORDS;

/** A page of a list. */
export interface ListReading extends Reading {
  readonly word: string;
  readonly items: number;
}

/** The pages of the list of chassis by one word of a field, or by what else is asked; the first ones of many. */
export const pagesOf = async (reader: FleetReader, filter: string, word: string): Promise<readonly ListReading[]> => {
  const pages: ListReading[] = [];
  let cursor = "";
  do {
    const reading = await reader.fleet(`/chassis?limit=${PAGE}&${filter}=${word}${cursor}`);
    const { items, nextCursor } = read(ListBody, reading);
    pages.push({ ...reading, word, items: items.length });
    cursor = nextCursor === undefined ? "" : `&cursor=${encodeURIComponent(nextCursor)}`;
  } while (cursor !== "" && pages.length < PAGES);
  return pages;
};

/** The pages by each word of a field. */
export const pagesByField = async (reader: FleetReader, field: Field): Promise<readonly ListReading[]> => {
  const pages: ListReading[] = [];
  for (const word of WORDS[field]) pages.push(...(await pagesOf(reader, field, word)));
  return pages;
};

/** The pages by each code of a finding. */
export const pagesByFinding = async (reader: FleetReader): Promise<readonly ListReading[]> => {
  const pages: ListReading[] = [];
  for (const code of FINDING_CODES) pages.push(...(await pagesOf(reader, "finding", code)));
  return pages;
};

/** The one that cost most. */
export const dearest = <One extends Reading>([first, ...others]: readonly One[]): One => {
  if (first === undefined) throw new BadAnswer("nothing was read");
  return others.reduce((most, other) => (other.units > most.units ? other : most), first);
};

/** Throws `BadAnswer` when a summary does not count, redundancy by redundancy, the chassis in the parts of the index. */
export const checkSummary = (reading: Reading, parts: ReadonlyMap<string, number>): void => {
  const { redundancy } = read(SummaryBody, reading);
  for (const word of WORDS.redundancy) {
    const expected = [...parts].filter(([name]) => name.split("|")[1] === word).map(([, chassis]) => chassis);
    const count = expected.reduce((sum, chassis) => sum + chassis, 0);
    if (redundancy[word] !== count)
      throw new BadAnswer(`the summary counts ${redundancy[word]} chassis that are ${word}, not ${count}`);
  }
};

const ListBody = z.looseObject({ items: z.array(z.unknown()), nextCursor: z.string().optional() });
const SummaryBody = z.looseObject({ redundancy: z.record(z.string(), z.int()) });

const read = <Body>(schema: z.ZodType<Body>, { body }: Reading): Body => {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new BadAnswer("an answer has another form", { cause: parsed.error });
  return parsed.data;
};
