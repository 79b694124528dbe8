import * as z from "zod/mini";
import { type ChassisRecord, momentOf } from "../../shared/domain/chassis-record.ts";
import { ChassisNotFound, type InputFault, InvalidInput } from "../../shared/domain/errors.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { onFirstUse } from "../../shared/domain/on-first-use.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { timestamp } from "../../shared/domain/timestamp.ts";
import { courseOf, eventsOf, hypothetical, WhatIfAction } from "../../shared/domain/what-if/course.ts";
import { foresee, type Outlook } from "../../shared/domain/what-if/what-if.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { jsonBodyOf } from "../../shared/edge/json-body.ts";
import { parseEvent } from "../../shared/edge/parse-event.ts";
import { parseQuery } from "../../shared/edge/query.ts";
import { stateOf } from "../../shared/history/read-twin.ts";
import { recoveryTime } from "../../shared/history/recovery-time.ts";
import type { Clock, FleetIndex, TwinStore } from "../../shared/ports.ts";
import { chassisIdIn } from "./chassis-id.ts";

const HypotheticalEvent = z.looseObject({
  type: z.string(),
  data: z.optional(z.unknown()),
  time: z.optional(z.string()),
});

/** The body of `POST /chassis/{id}/what-if`: an action, or events as they would be reported. */
export const WhatIfRequest = onFirstUse(() =>
  z
    .strictObject({
      action: z.optional(WhatIfAction),
      events: z.optional(z.array(HypotheticalEvent).check(z.minLength(1), z.maxLength(100))),
    })
    .check(
      z.refine(({ action, events }) => (action === undefined) !== (events === undefined), {
        error: "must have either an action or events",
      }),
    ),
);

/** What the answer is made from. */
export interface WhatIfSources {
  readonly store: TwinStore;
  readonly fleet: FleetIndex;
  readonly clock: Clock;
}

/**
 * `POST /chassis/{id}/what-if`: what would be if something happened to a chassis now, told by the reducer on a copy.
 * Nothing is stored.
 */
export const answerWhatIf =
  ({ store, fleet, clock }: WhatIfSources): Answer =>
  async (request) => {
    parseQuery(request, {});
    const { action, events: sent = [] } = jsonBodyOf(request, WhatIfRequest());
    const chassisId = chassisIdIn(request);
    const now = clock();
    const record = await store.load(chassisId);
    if (record === null) throw new ChassisNotFound(chassisId);
    const outlook =
      action === undefined ? outlookOn(readEvents(sent, record, now), record) : outlookOf(action, record, now);
    return json(200, foresee({ ...outlook, recovery: await recoveryTime(store, fleet, record, now) }));
  };

const outlookOf = (action: WhatIfAction, record: ChassisRecord, now: Moment): Omit<Outlook, "recovery"> => {
  const situation = { chassisId: record.chassisId, state: stateOf(record, now), at: now };
  const course = courseOf(action, situation);
  return { ...situation, ...course, events: eventsOf(course, situation) };
};

const outlookOn = (events: readonly ChassisEvent[], record: ChassisRecord): Omit<Outlook, "recovery"> => {
  const at = Math.min(...events.map(momentOf));
  return { chassisId: record.chassisId, state: stateOf(record, at), at, events, explanation: [], refusals: [] };
};

/**
 * The events as if they were reported; one without a time happens now. What would happen comes after all that has
 * happened. Throws `InvalidInput`.
 */
const readEvents = (
  sent: readonly z.infer<typeof HypotheticalEvent>[],
  record: ChassisRecord,
  now: Moment,
): readonly ChassisEvent[] => {
  const { chassisId } = record;
  const { lastEventAt } = stateOf(record, now);
  const readings = sent.map((event, index) =>
    parseEvent({ ...hypothetical({ chassisId, at: now }, index), data: {}, ...event }, now),
  );
  const faults = readings.flatMap((reading, index) =>
    (reading.ok ? misplacement(reading.event, chassisId, lastEventAt) : reading.faults).map(below(index)),
  );
  if (faults.length > 0) throw new InvalidInput(faults, "The events are not valid.");
  return readings.flatMap((reading) => (reading.ok ? [reading.event] : []));
};

const misplacement = (event: ChassisEvent, chassisId: string, lastEventAt: Moment | null): readonly InputFault[] => {
  if (event.subject !== chassisId) return [{ pointer: "/subject", detail: `must be ${chassisId}, or left out` }];
  if (lastEventAt === null || momentOf(event) >= lastEventAt) return [];
  return [{ pointer: "/time", detail: `must not be before the last event known, at ${timestamp(lastEventAt)}` }];
};

const below =
  (index: number) =>
  ({ pointer, detail }: InputFault): InputFault => ({ pointer: `/events/${index}${pointer}`, detail });
