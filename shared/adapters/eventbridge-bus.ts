import { BUS } from "../bus.ts";
import type { EventBus } from "../ports.ts";
import { detailsOf } from "./bus-details.ts";
import { type EventBridgeOptions, putEvents } from "./put-events.ts";

/**
 * Publishes events on an EventBridge bus. An entry counts as taken when the bus took all of its events; of one that is
 * not, some may have been, so that sending it again may repeat them. Never throws.
 */
export const eventBridgeBus = (options: EventBridgeOptions): EventBus => ({
  async publish(entries) {
    const { source, detailType } = BUS;
    const parts = entries.flatMap((entry, index) =>
      detailsOf(entry).map((detail) => ({ entry: index, source, detailType, detail })),
    );
    const incomplete = new Set((await putEvents(options, parts)).map(({ entry }) => entry));
    return entries.map((_, index) => !incomplete.has(index));
  },
});
