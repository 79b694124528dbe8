import * as z from "zod/mini";
import { ChassisEvent, EventReference } from "../../shared/domain/events.ts";
import { LastSwitchover } from "../../shared/domain/twin.ts";
import { TwinChange } from "../../shared/domain/twin-change.ts";
import type { HistoryItem } from "../../shared/history/event-history.ts";
import type { SwitchoverEpisode } from "../../shared/history/switchover-history.ts";

const time = z.iso.datetime();
const seconds = z.nullable(z.number());

/** An event of a chassis, and what became of it. */
export const HistoryItemAnswer = z.object({
  event: ChassisEvent,
  disposition: z.enum(["applied", "no-effect", "quarantined"]),
  reason: z.nullable(z.string()),
  sameAs: z.nullable(EventReference()),
  note: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<HistoryItem>;

/** The answer of `GET /chassis/{id}/events`. */
export const EventPage = z.object({ items: z.array(HistoryItemAnswer), nextCursor: z.optional(z.string()) });

/** One switchover until the chassis was redundant again. */
export const SwitchoverAnswer = z.extend(LastSwitchover, {
  phases: z.object({
    requestedAt: z.nullable(time),
    lostAt: z.nullable(time),
    newActiveAt: time,
    oldModuleBackAt: z.nullable(time),
    inSyncAt: z.nullable(time),
    readyAt: z.nullable(time),
  }),
  durations: z.object({
    takeoverSeconds: seconds,
    oldModuleBackSeconds: seconds,
    inSyncSeconds: seconds,
    withoutRedundancySeconds: seconds,
  }),
  sessionsClosed: z.int(),
  configuration: z.enum(["kept", "possibly-lost", "lost"]),
}) satisfies z.ZodMiniType<SwitchoverEpisode>;

/** The answer of `GET /chassis/{id}/switchovers`. */
export const SwitchoverPage = z.object({ items: z.array(SwitchoverAnswer), nextCursor: z.optional(z.string()) });

/** The answer of `GET /chassis/{id}/diff`. */
export const DiffAnswer = z.object({ from: time, to: time, changes: z.array(TwinChange) });
