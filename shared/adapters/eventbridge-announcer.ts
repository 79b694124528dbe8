import { BUS } from "../bus.ts";
import type { Announcer } from "../ports.ts";
import { type EventBridgeOptions, putEvents } from "./put-events.ts";

/** Publishes notifications on an EventBridge bus, each as the detail of an entry of its type. Never throws. */
export const eventBridgeAnnouncer = (options: EventBridgeOptions): Announcer => ({
  async announce(notifications) {
    const entries = notifications.map((notification) => ({
      source: BUS.notificationSource,
      detailType: notification.type,
      detail: JSON.stringify(notification),
    }));
    const refused = new Set(await putEvents(options, entries));
    return entries.map((entry) => !refused.has(entry));
  },
});
