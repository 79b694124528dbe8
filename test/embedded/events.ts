import { ChassisEvent } from "../../shared/domain/events.ts";

/** An event of a chassis that happened just now. */
export const eventOf = (subject: string, id: string): ChassisEvent =>
  ChassisEvent.parse({
    specversion: "1.0",
    id,
    source: "urn:test",
    type: "session.opened",
    subject,
    time: new Date().toISOString(),
    data: { sessionId: id, kind: "cli" },
  });
