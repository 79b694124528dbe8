import type { PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { describe, expect, it } from "@jest/globals";
import { eventBridgeAnnouncer } from "../../../shared/adapters/eventbridge-announcer.ts";
import type { PutEventsClient } from "../../../shared/adapters/put-events.ts";
import type { Notification } from "../../../shared/domain/notifications.ts";

const notification = (subject: string): Notification => ({
  specversion: "1.0",
  id: `id-${subject}`,
  source: "chassis-twin",
  type: "twin.redundancy-changed",
  subject,
  time: "2026-03-01T08:00:00.000Z",
  datacontenttype: "application/json",
  data: {
    message: "Redundancy went from ready to simplex.",
    revision: 7,
    before: "ready",
    after: "simplex",
    since: "2026-03-01T07:59:58.000Z",
    evidence: [],
  },
});

describe("EventBridge announcer", () => {
  it("puts each notification on the bus as a CloudEvent, under its type and the twin's own source", async () => {
    const calls: PutEventsCommand["input"][] = [];
    const client: PutEventsClient = {
      async send({ input }) {
        calls.push(input);
        return { $metadata: {}, Entries: (input.Entries ?? []).map(() => ({ EventId: "1" })) };
      },
    };

    expect(await eventBridgeAnnouncer({ client, busName: "twin-bus" }).announce([notification("a")])).toEqual([true]);

    expect(calls).toEqual([
      {
        Entries: [
          {
            EventBusName: "twin-bus",
            Source: "chassis-twin",
            DetailType: "twin.redundancy-changed",
            Detail: JSON.stringify(notification("a")),
          },
        ],
      },
    ]);
  });

  it("answers which ones the bus keeps refusing", async () => {
    const client: PutEventsClient = {
      async send({ input }) {
        const refuses = (detail = "") => detail.includes('"subject":"b"');
        const Entries = (input.Entries ?? []).map(({ Detail }) => (refuses(Detail) ? { ErrorCode: "Throttled" } : {}));
        return { $metadata: {}, Entries };
      },
    };
    const announcer = eventBridgeAnnouncer({ client, busName: "twin-bus", backoff: async () => {} });

    expect(await announcer.announce(["a", "b", "c"].map(notification))).toEqual([true, false, true]);
  });
});
