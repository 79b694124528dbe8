import { describe, expect, it } from "@jest/globals";
import { startServer } from "../../infra/embedded/server.ts";
import { ChassisEvent } from "../../shared/domain/events.ts";
import type { Notification } from "../../shared/domain/notifications.ts";
import { post } from "./client.ts";
import { until } from "./until.ts";

const NOW = Date.now();

const happened = (secondsAgo: number, type: string, data: object): ChassisEvent =>
  ChassisEvent.parse({
    specversion: "1.0",
    id: `${type}-${secondsAgo}`,
    source: "urn:test",
    subject: "rack-1",
    type,
    time: new Date(NOW - secondsAgo * 1000).toISOString(),
    data,
  });

describe("the embedded server", () => {
  it("tells how twins change, by events and by time that passes", async () => {
    const told: Notification[] = [];
    const onNotification = (notification: Notification) => void told.push(notification);
    const options = { host: "127.0.0.1", port: 0, inMemory: true, dataDirectory: "" };
    const server = await startServer({ ...options, onNotification });
    try {
      await post(server.url, [
        happened(600, "module.role-changed", { slot: "M1", to: "active" }),
        happened(500, "standby.ready", { slot: "M2" }),
      ]);
      await until("redundancy is announced", () => told.some(({ type }) => type === "twin.redundancy-changed"));
      const startedAt = new Date(NOW - 58_000).toISOString();
      await post(server.url, [
        happened(300, "module.removed", { slot: "M1" }),
        happened(298, "module.role-changed", { slot: "M2", to: "active" }),
        happened(57, "chassis.observed", {
          startedAt,
          nextWithinSeconds: 40,
          modules: [{ slot: "M2", role: "active" }],
        }),
      ]);

      await until("the switchover is announced", () => told.some(({ type }) => type === "twin.switchover-detected"));
      await until("silence is announced", () =>
        told.some(({ data }) => "finding" in data && data.finding.code === "silent"),
      );
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    } finally {
      await server.close();
    }
  });
});
