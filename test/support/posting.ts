import { acceptEventsEndpoint } from "../../functions/accept-events/endpoint.ts";
import type { EventBus } from "../../shared/ports.ts";
import { type ApiAnswer, send } from "./api.ts";
import { keptLog, NOW, rememberingBus } from "./api-events.ts";

/** The media type of one event. */
export const SINGLE = "application/cloudevents+json";

/** The media type of an array of events. */
export const BATCH = "application/cloudevents-batch+json";

/** Posts a body as it is. */
export const post = (body: string | Buffer, contentType: string, bus?: EventBus): Promise<ApiAnswer> =>
  postWith({ "Content-Type": contentType }, body, bus);

/** Posts a body as it is, with headers. */
export const postWith = (
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
  bus: EventBus = rememberingBus(),
): Promise<ApiAnswer> =>
  send(acceptEventsEndpoint({ bus, clock: () => NOW, logger: keptLog() }), {
    method: "POST",
    target: "/events",
    headers,
    body,
  });

/** Posts one event. */
export const postEvent = (event: unknown, bus?: EventBus): Promise<ApiAnswer> =>
  post(JSON.stringify(event), SINGLE, bus);

/** Posts events together. */
export const postBatch = (events: unknown, bus?: EventBus): Promise<ApiAnswer> =>
  post(JSON.stringify(events), BATCH, bus);
