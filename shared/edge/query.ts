import type { APIGatewayProxyEvent } from "aws-lambda";
import * as z from "zod/mini";
import { type InputFault, InvalidInput } from "../domain/errors.ts";
import type { Moment } from "../domain/state.ts";
import { aboutUnknown, faultsIn, IN_PLAIN_WORDS, pointerTo } from "./schema-faults.ts";

const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 200;

/**
 * Reads the query string of a request. `parameters` are all that the route takes, each with the schema of its list of
 * values. Throws `InvalidInput`; its pointers are as if the query were a member of the request, so `/query/limit` names
 * the parameter `limit`, and `/query/type/1` the second of several values of `type`.
 */
export const parseQuery = <Parameters extends z.core.$ZodShape>(
  { multiValueQueryStringParameters }: Pick<APIGatewayProxyEvent, "multiValueQueryStringParameters">,
  parameters: Parameters,
): z.infer<z.ZodMiniObject<Parameters>> => {
  const sent = Object.entries(multiValueQueryStringParameters ?? {});
  const faults: InputFault[] = sent
    .filter(([name]) => !Object.hasOwn(parameters, name))
    .map(([name]) => ({ pointer: pointerTo(["query", name]), detail: aboutParameter(Object.keys(parameters)) }));

  const parsed = z.object(parameters).safeParse(Object.fromEntries(sent), IN_PLAIN_WORDS);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw invalidQuery([...faults, ...(parsed.error === undefined ? [] : faultsIn(parsed.error, "/query"))]);
};

/** What is thrown at a query string with these faults. */
export const invalidQuery = (faults: readonly InputFault[]): InvalidInput =>
  new InvalidInput(faults, "The query string is not valid.");

/** Throws `InvalidInput` when a request asks for the time from one moment to an earlier one. */
export const refuseReversed = (from: Moment | undefined, to: Moment | undefined): void => {
  if (from === undefined || to === undefined || from <= to) return;
  throw invalidQuery([{ pointer: "/query/from", detail: "must not be after to" }]);
};

/** A parameter that may be given once, or not at all. */
export const once = <Value extends z.ZodMiniType<unknown, string>>(value: Value) =>
  z.optional(
    z.pipe(
      z.pipe(
        z.array(z.string()).check(z.length(1, "must be given once")),
        z.transform(([only = ""]) => only),
      ),
      value,
    ),
  );

/** A parameter that may be given any number of times; its distinct values, in an order that is always the same. */
export const repeated = <Value extends z.ZodMiniType<unknown, string>>(value: Value) =>
  z.pipe(
    z._default(z.array(value), []),
    z.transform((values) => [...new Set(values)].sort()),
  );

/** A time in RFC 3339, as a moment. */
export const MomentText = z.pipe(
  z.iso.datetime({ offset: true, error: "must be an RFC 3339 time such as 2026-01-31T12:00:00Z" }),
  z.transform((time): Moment => Date.parse(time)),
);

/** A time in RFC 3339 that is not after `now`, as a moment. */
export const pastMomentText = (now: Moment) =>
  MomentText.check(z.refine((moment) => moment <= now, { error: "must not be in the future" }));

/** How many items a page may have, 1 to 200; 50 when the request does not say. */
export const limit = z._default(
  once(
    z
      .pipe(
        z.string().check(z.regex(/^[0-9]{1,3}$/, `must be a whole number from 1 to ${LARGEST_LIMIT}`)),
        z.transform(Number),
      )
      .check(
        z.refine((count) => count >= 1 && count <= LARGEST_LIMIT, { error: `must be from 1 to ${LARGEST_LIMIT}` }),
        z.meta({ type: "integer", minimum: 1, maximum: LARGEST_LIMIT, default: DEFAULT_LIMIT }),
      ),
  ),
  DEFAULT_LIMIT,
);

/** Where a page begins, as the page before said; `pageAfter` reads it. */
export const cursor = once(z.string());

const aboutParameter = (known: readonly string[]): string =>
  known.length === 0 ? "is unknown; this request takes no parameters" : aboutUnknown(known);
