import * as z from "zod/mini";
import { ItemResultAnswer, Receipt } from "../../functions/accept-events/answers.ts";
import { exampleOf } from "../../shared/domain/event-examples.ts";
import { ProblemDetails } from "../../shared/edge/problem-details.ts";
import type { RouteKeyOf } from "../../shared/edge/routes.ts";
import { answerOf, CALLER_NEEDED, COMMON_ANSWERS, problemAnswer, RETRY_AFTER } from "./answers.ts";
import { type Operation, operation } from "./description.ts";
import { DataToSend, EventsToSend, EventToSend } from "./event-schemas.ts";
import { named } from "./schemas.ts";

const ItemResult = named("ItemResult", ItemResultAnswer);

/** Problem details with what became of each event, when the events could be read. */
const EventsRefused = named("EventsRefused", z.extend(ProblemDetails, { results: z.optional(z.array(ItemResult)) }));

const APPLIED = {
  "Preference-Applied": { description: "`handling=strict` when that was asked for.", schema: z.string() },
};

/** What `accept-events` answers. */
export const EVENT_OPERATIONS: Readonly<Record<RouteKeyOf<"accept-events">, Operation>> = {
  "POST /events": operation({
    operationId: "postEvents",
    tag: "Events",
    description:
      "Takes one CloudEvent, up to 500 of them, or one in binary mode (its attributes in `ce-` headers, its data as the " +
      "body). Accepted means durable. An event may be sent again at any time, in any order.",
    headers: {
      Prefer: {
        description: "`handling=strict`: take all events, or none when one of them is faulty (RFC 7240).",
        schema: z.string(),
      },
    },
    body: {
      "application/cloudevents+json": { schema: EventToSend, example: exampleOf("module.removed") },
      "application/cloudevents-batch+json": {
        schema: EventsToSend,
        example: [exampleOf("standby.ready"), exampleOf("module.removed")],
      },
      "application/json": { schema: DataToSend, example: exampleOf("module.removed").data },
    },
    answers: {
      ...CALLER_NEEDED,
      202: answerOf("At least one event is accepted; what became of each.", named("Receipt", Receipt), {
        "Twin-Token": {
          description:
            "Send it with `GET /chassis/{id}` to read a twin that counts these events. None for over 100 chassis.",
          schema: z.string(),
        },
        ...APPLIED,
      }),
      400: problemAnswer("No event is accepted: each is faulty, or the body cannot be read.", APPLIED, EventsRefused),
      415: COMMON_ANSWERS.UnsupportedMediaType,
      503: problemAnswer("No event could be taken now.", { ...RETRY_AFTER, ...APPLIED }, EventsRefused),
    },
  }),
};
