import * as z from "zod/mini";
import {
  DiffAnswer,
  EventPage,
  HistoryItemAnswer,
  SwitchoverAnswer,
  SwitchoverPage,
} from "../../functions/read-twin/answers.ts";
import { diffParameters } from "../../functions/read-twin/compare-chassis.ts";
import { twinParameters } from "../../functions/read-twin/describe-chassis.ts";
import { eventParameters } from "../../functions/read-twin/list-events.ts";
import { switchoverParameters } from "../../functions/read-twin/list-switchovers.ts";
import { Expectation, Finding, Reason, Twin } from "../../shared/domain/twin.ts";
import { TwinChange } from "../../shared/domain/twin-change.ts";
import { ChassisId } from "../../shared/domain/vocabulary.ts";
import { WhatIfAction } from "../../shared/domain/what-if/course.ts";
import { Prospect } from "../../shared/domain/what-if/prospect.ts";
import type { RouteKeyOf } from "../../shared/edge/routes.ts";
import { ABOUT_CHASSIS, answerOf, CACHE_CONTROL, COMMON_ANSWERS } from "./answers.ts";
import { type Headers, type Operation, operation } from "./description.ts";
import { EventToImagine } from "./event-schemas.ts";
import { PAGING } from "./paging.ts";
import { named } from "./schemas.ts";

named("Reason", Reason);
named("Finding", Finding);
named("Expectation", Expectation);
named("TwinChange", TwinChange);
named("HistoryItem", HistoryItemAnswer);
named("Switchover", SwitchoverAnswer);

const CHASSIS: Headers = {
  id: {
    description: "The chassis: the `subject` of its events.",
    required: true,
    schema: named("ChassisId", ChassisId()),
  },
};

/** What may be asked, its two forms apart and its events in full. */
const WhatIfToAsk = named(
  "WhatIf",
  z.union([
    z.strictObject({ action: WhatIfAction }),
    z.strictObject({ events: z.array(EventToImagine).check(z.minLength(1), z.maxLength(100)) }),
  ]),
);

const ETAG: Headers = {
  ETag: { description: "Changes when the twin does.", required: true, schema: z.string() },
};

/** The parameters whose bounds depend on the moment have the same schema at any. */
const ANY_MOMENT = 0;

/** What `read-twin` answers. */
export const TWIN_OPERATIONS: Readonly<Record<RouteKeyOf<"read-twin">, Operation>> = {
  "GET /chassis/{id}": operation({
    operationId: "getChassis",
    tag: "Chassis",
    description: "The twin of a chassis: the sum of all known events, now or at a past moment.",
    path: CHASSIS,
    query: twinParameters(ANY_MOMENT),
    meanings: {
      at: "The twin as the device was then; not in the future.",
      knownAt: "By what had been received by then; not in the future.",
      include: "`provenance`: the events on which the main fields rest, by JSON Pointer.",
    },
    headers: {
      "Twin-Token": {
        description: "Waits up to 5 seconds for the events of the `POST /events` that answered it.",
        schema: z.string(),
      },
      "If-None-Match": { description: "An ETag: 304 while the twin is still the same.", schema: z.string() },
    },
    answers: {
      ...ABOUT_CHASSIS,
      200: answerOf("The twin.", named("Twin", Twin), ETAG),
      304: { description: "The twin is still the same.", headers: { ...ETAG, ...CACHE_CONTROL } },
    },
  }),
  "GET /chassis/{id}/events": operation({
    operationId: "listEvents",
    tag: "Chassis",
    description: "The events of a chassis, newest first, and what each one did to the twin.",
    path: CHASSIS,
    query: eventParameters(),
    meanings: {
      from: "Events from this time on.",
      to: "Events up to this time.",
      type: "Events of these types.",
      disposition: "Events that were so treated.",
      ...PAGING,
    },
    answers: { ...ABOUT_CHASSIS, 200: answerOf("One page of events.", named("EventPage", EventPage)) },
  }),
  "GET /chassis/{id}/switchovers": operation({
    operationId: "listSwitchovers",
    tag: "Chassis",
    description: "The switchovers of a chassis, newest first, each until the chassis was redundant again.",
    path: CHASSIS,
    query: switchoverParameters,
    meanings: PAGING,
    answers: { ...ABOUT_CHASSIS, 200: answerOf("One page of switchovers.", named("SwitchoverPage", SwitchoverPage)) },
  }),
  "GET /chassis/{id}/diff": operation({
    operationId: "compareChassis",
    tag: "Chassis",
    description: "What changed of a chassis between two moments, and the events on which that rests.",
    path: CHASSIS,
    query: diffParameters(ANY_MOMENT),
    meanings: { from: "The moment to compare with.", to: "The other moment; now unless given." },
    required: ["from"],
    answers: { ...ABOUT_CHASSIS, 200: answerOf("What changed.", named("Diff", DiffAnswer)) },
  }),
  "POST /chassis/{id}/what-if": operation({
    operationId: "askWhatIf",
    tag: "Chassis",
    description:
      "What would be if something happened to a chassis now: an action of an operator, or events. The rules that make " +
      "the twin tell it, on a copy; nothing is stored.",
    path: CHASSIS,
    query: {},
    body: { "application/json": { schema: WhatIfToAsk, example: { action: "remove-active" } } },
    answers: {
      ...ABOUT_CHASSIS,
      200: answerOf("The twin before and after, and what it means.", named("Prospect", Prospect)),
      415: COMMON_ANSWERS.UnsupportedMediaType,
    },
  }),
};
