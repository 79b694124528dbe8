import type { APIGatewayProxyEvent } from "aws-lambda";
import { jsonIn, mediaTypeOf, textIn, unreadable } from "../../shared/edge/json-body.ts";
import { EVENT_MEDIA_TYPES, PayloadTooLarge, UnsupportedMediaType } from "../../shared/edge/request-errors.ts";
import { eventInBinaryMode, isBinaryMode } from "./binary-mode.ts";

/** What a sender submits: events not yet looked at, and where in the body each one is (a JSON Pointer). */
export interface Submission {
  readonly events: readonly unknown[];
  pointerTo(index: number): string;
}

const MOST_EVENTS = 500;
const [SINGLE, BATCH] = EVENT_MEDIA_TYPES;

/** Media types that begin so hold whole events, whatever the headers say. */
const STRUCTURED = "application/cloudevents";

/**
 * Takes the events out of a request. Throws `UnsupportedMediaType`, `PayloadTooLarge`, or `InvalidInput` when the body
 * as a whole is not what its media type says.
 */
export const submissionIn = (request: APIGatewayProxyEvent): Submission => {
  const mediaType = mediaTypeOf(request);
  if (mediaType === BATCH) return batchIn(jsonIn(request));
  if (mediaType === SINGLE) return singleIn(jsonIn(request));
  if (isBinaryMode(request) && !mediaType?.startsWith(STRUCTURED))
    return singleIn(eventInBinaryMode(request, textIn(request)));
  throw new UnsupportedMediaType();
};

const batchIn = (body: unknown): Submission => {
  if (!Array.isArray(body)) throw unreadable(`must be an array of events; send a single one as ${SINGLE}`);
  if (body.length === 0) throw unreadable("must hold at least one event");
  if (body.length > MOST_EVENTS) throw new PayloadTooLarge(`A batch may hold at most ${MOST_EVENTS} events.`);
  return { events: body, pointerTo: (index) => `/${index}` };
};

const singleIn = (body: unknown): Submission => {
  if (Array.isArray(body)) throw unreadable(`must be one event; send an array as ${BATCH}`);
  return { events: [body], pointerTo: () => "" };
};
