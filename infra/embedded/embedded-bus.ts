import { randomUUID } from "node:crypto";
import { detailsOf } from "../../shared/adapters/bus-details.ts";
import { BUS } from "../../shared/bus.ts";
import type { Clock, EventBus } from "../../shared/ports.ts";
import type { EmbeddedQueue } from "./embedded-queue.ts";
import type { Journal } from "./journal.ts";
import { tellOperator } from "./operator-log.ts";

/** What the embedded bus works with. */
export interface Dependencies {
  readonly journal: Journal;
  readonly queue: EmbeddedQueue;
  readonly clock: Clock;
}

/**
 * The event bus and its rule in one process: takes an entry once it is in the journal, and hands it to the queue as the
 * message that a rule would deliver. Takes nothing while the queue is full.
 */
export const embeddedBus = ({ journal, queue, clock }: Dependencies): EventBus => ({
  async publish(entries) {
    if (queue.isFull()) return entries.map(() => false);
    const sentAt = clock();
    const messages = entries.flatMap(detailsOf).map((detail) => asMessage(detail, sentAt));
    try {
      await journal.append(messages);
    } catch (error) {
      tellOperator("cannot write the journal, so no events are taken", error);
      return entries.map(() => false);
    }
    for (const message of messages) queue.send(message, sentAt);
    return entries.map(() => true);
  },
});

const asMessage = (detail: string, sentAt: number): string => {
  const time = new Date(sentAt).toISOString();
  return `{"version":"0","id":"${randomUUID()}","detail-type":"${BUS.detailType}","source":"${BUS.source}","time":"${time}","detail":${detail}}`;
};
