import * as z from "zod";
import { ChassisEvent, EventReference } from "../../shared/domain/events.ts";
import { LastSwitchover } from "../../shared/domain/twin.ts";
import { TwinChange } from "../../shared/domain/twin-changes.ts";
import type { HistoryItem } from "../../shared/history/event-history.ts";
import type { SwitchoverEpisode } from "../../shared/history/switchover-history.ts";

const time = z.iso.datetime();
const seconds = z.number().nullable();

/** An event of a chassis, and what became of it. */
export const HistoryItemAnswer = z.object({
  event: ChassisEvent,
  disposition: z.enum(["applied", "no-effect", "quarantined"]),
  reason: z.string().nullable(),
  sameAs: EventReference.nullable(),
  note: z.string().exactOptional(),
}) satisfies z.ZodType<HistoryItem>;

/** The answer of `GET /chassis/{id}/events`. */
export const EventPage = z.object({ items: z.array(HistoryItemAnswer), nextCursor: z.string().optional() });

/** One switchover until the chassis was redundant again. */
export const SwitchoverAnswer = LastSwitchover.extend({
  phases: z.object({
    requestedAt: time.nullable(),
    lostAt: time.nullable(),
    newActiveAt: time,
    oldModuleBackAt: time.nullable(),
    inSyncAt: time.nullable(),
    readyAt: time.nullable(),
  }),
  durations: z.object({
    takeoverSeconds: seconds,
    oldModuleBackSeconds: seconds,
    inSyncSeconds: seconds,
    withoutRedundancySeconds: seconds,
  }),
  sessionsClosed: z.int(),
  configuration: z.enum(["kept", "possibly-lost", "lost"]),
}) satisfies z.ZodType<SwitchoverEpisode>;

/** The answer of `GET /chassis/{id}/switchovers`. */
export const SwitchoverPage = z.object({ items: z.array(SwitchoverAnswer), nextCursor: z.string().optional() });

/** The answer of `GET /chassis/{id}/diff`. */
export const DiffAnswer = z.object({ from: time, to: time, changes: z.array(TwinChange) });
