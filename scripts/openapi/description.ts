import type * as z from "zod/mini";

/** A body in one media type. Its schema has a name among `NAMED_SCHEMAS`, unless it is of a text. */
export interface Content {
  readonly schema: z.ZodMiniType;
  readonly example?: unknown;
}

/** The bodies that there may be, by media type. */
export type Contents = Readonly<Record<string, Content>>;

/** A header, of a request or of an answer. */
export interface Header {
  readonly description: string;
  readonly schema: z.ZodMiniType;
  readonly required?: boolean;
}

/** The headers that there may be, by name. */
export type Headers = Readonly<Record<string, Header>>;

/** One answer of an operation. */
export interface DescribedAnswer {
  readonly description: string;
  readonly headers?: Headers;
  readonly content?: Contents;
}

/** Answers by status. */
export type DescribedAnswers = Readonly<Record<number, DescribedAnswer>>;

/** What a route does, as its callers are told. */
export interface Operation {
  /** What code that calls it names it. */
  readonly operationId: string;
  readonly tag: string;
  readonly description: string;
  /** The parameters that are given to `parseQuery`. */
  readonly query?: z.core.$ZodShape;
  /** What each of them means. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** Those without which it answers 400. */
  readonly required?: readonly string[];
  /** The values in its path, by name. */
  readonly path?: Headers;
  readonly headers?: Headers;
  readonly body?: Contents;
  readonly answers: DescribedAnswers;
}

/** An operation whose query parameters are each explained. */
export const operation = <Query extends z.core.$ZodShape>(
  described: Omit<Operation, "query" | "meanings" | "required"> & {
    readonly query?: Query;
    readonly meanings?: { readonly [Name in keyof Query]: string };
    readonly required?: readonly (keyof Query & string)[];
  },
): Operation => described;
