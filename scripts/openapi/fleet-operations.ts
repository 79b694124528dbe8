import {
  AssertionAnswer,
  AssertionsAnswer,
  FindingPage,
  FleetFindingAnswer,
  FleetPageAnswer,
  FleetSummary,
  HealthAnswer,
  IndexAnswer,
} from "../../functions/read-fleet/answers.ts";
import { Assertion, FleetAssertions } from "../../functions/read-fleet/assertions.ts";
import { chassisParameters } from "../../functions/read-fleet/list-chassis.ts";
import { findingsParameters } from "../../functions/read-fleet/list-findings.ts";
import { summaryParameters } from "../../functions/read-fleet/summarize-fleet.ts";
import { FleetItem } from "../../shared/domain/fleet-item.ts";
import type { RouteKeyOf } from "../../shared/edge/routes.ts";
import { ANYWHERE, answerOf, CALLER_NEEDED, COMMON_ANSWERS } from "./answers.ts";
import { type Operation, operation } from "./description.ts";
import { PAGING } from "./paging.ts";
import { named } from "./schemas.ts";

named("Assertion", Assertion());
named("AssertionResult", AssertionAnswer);
named("FleetItem", FleetItem);
named("FleetFinding", FleetFindingAnswer);

/** What the filters of the fleet mean. */
const FILTERS = {
  activeSlot: "The slot of the active module; `none` when none is active.",
  redundancy: "Who leads, and whether a standby could take over.",
  sync: "Whether the standby holds what the active module holds.",
  bootSource: "Where the active module loaded its code from; `flash` and `pcmcia` are groups.",
  switchoverReady: "Whether a switchover would succeed now.",
  finding: "Chassis on which this finding is open.",
  prefix: "Chassis whose id begins so.",
  at: "The moment at which the fleet is looked at; now, unless given.",
} as const;

const ASSERTIONS = {
  assertions: [{ name: "London has ready standbys", where: { prefix: "bxr-lon-" }, expect: { redundancy: "ready" } }],
};

const THEN = "The fleet as it was then, each chassis computed from its own history; not in the future.";

/** What `read-fleet` answers. */
export const FLEET_OPERATIONS: Readonly<Record<RouteKeyOf<"read-fleet">, Operation>> = {
  "GET /": operation({
    operationId: "getIndex",
    tag: "Service",
    description: "The routes of this API.",
    query: {},
    answers: { ...CALLER_NEEDED, 200: answerOf("The routes.", named("Index", IndexAnswer)) },
  }),
  "GET /chassis": operation({
    operationId: "listChassis",
    tag: "Fleet",
    description:
      "The chassis that match all filters; the values of one filter are alternatives. Pages come in a stable order that " +
      "is not sorted; one may be short, even empty, and not be the last.",
    query: chassisParameters,
    meanings: { ...FILTERS, at: THEN, ...PAGING },
    answers: { ...CALLER_NEEDED, 200: answerOf("One page of chassis.", named("FleetPage", FleetPageAnswer)) },
  }),
  "GET /fleet/summary": operation({
    operationId: "summarizeFleet",
    tag: "Fleet",
    description: "How many chassis are in which state.",
    query: summaryParameters,
    meanings: { prefix: FILTERS.prefix, at: THEN },
    answers: { ...CALLER_NEEDED, 200: answerOf("The counts.", named("FleetSummary", FleetSummary)) },
  }),
  "GET /fleet/findings": operation({
    operationId: "listFindings",
    tag: "Fleet",
    description: "The open findings of the fleet, the most severe first and of those the oldest.",
    query: findingsParameters,
    meanings: {
      code: "Findings of these codes.",
      severity: "Findings that are so severe.",
      prefix: FILTERS.prefix,
      ...PAGING,
    },
    answers: { ...CALLER_NEEDED, 200: answerOf("One page of findings.", named("FindingPage", FindingPage)) },
  }),
  "POST /fleet/assertions": operation({
    operationId: "assertFleet",
    tag: "Fleet",
    description:
      "Whether what is asserted of the fleet holds. Each chassis that `where` admits has to match `expect`, and must not " +
      "match `forbid`; filters are those of `GET /chassis`. `failed` counts all that fail; as many are listed as an answer can hold.",
    query: {},
    body: { "application/json": { schema: named("Assertions", FleetAssertions()), example: ASSERTIONS } },
    answers: {
      ...CALLER_NEEDED,
      200: answerOf("What holds, and what does not.", named("AssertionResults", AssertionsAnswer)),
      415: COMMON_ANSWERS.UnsupportedMediaType,
    },
  }),
  "GET /health": operation({
    operationId: "checkHealth",
    tag: "Service",
    description: "Whether the service and its store are up. It needs no caller.",
    query: {},
    answers: { ...ANYWHERE, 200: answerOf("All is well.", named("Health", HealthAnswer)) },
  }),
};
