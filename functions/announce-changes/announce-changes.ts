import type { Logger } from "@aws-lambda-powertools/logger";
import { emptyRecord } from "../../shared/domain/chassis-record.ts";
import type { Notification } from "../../shared/domain/notifications.ts";
import { stateOf } from "../../shared/history/read-twin.ts";
import type { Announcer, CommitReader, Counter, DeadLetters, StoredTwin, TwinChange } from "../../shared/ports.ts";
import { differences, type TwinThen } from "./differences.ts";
import { newSwitchovers } from "./new-switchovers.ts";

/** The notifications that a write calls for. Throws what the reader of commits throws. */
export const notificationsOf = async (commits: CommitReader, change: TwinChange): Promise<readonly Notification[]> => {
  const { chassisId, revision } = change.after.record;
  const written = change.before ?? { record: emptyRecord(chassisId), evaluatedAt: change.after.evaluatedAt };
  // Clocks differ: a twin that was seen at a later moment before is not seen younger now.
  const after = { ...change.after, evaluatedAt: Math.max(written.evaluatedAt, change.after.evaluatedAt) };
  const was = twinThen(written);
  const is = twinThen(after);
  const hasSwitchedOver = is.state.switchoverCount > was.state.switchoverCount;
  const switchovers = hasSwitchedOver ? await newSwitchovers(commits, written, after) : [];
  return differences({ chassisId, revision, before: was, after: is, switchovers });
};

const twinThen = ({ record, evaluatedAt }: StoredTwin): TwinThen => ({
  state: stateOf(record, evaluatedAt),
  at: evaluatedAt,
});

/** What publishing works with. */
export interface Publishing {
  readonly announcer: Announcer;
  readonly deadLetters: DeadLetters;
  readonly count: Counter;
  readonly logger: Pick<Logger, "error">;
}

/**
 * Publishes notifications. What the bus does not take is buried in the form in which the bus would deliver it. Throws
 * when the dead letters refuse it as well.
 */
export const publish = async (
  { announcer, deadLetters, count, logger }: Publishing,
  notifications: readonly Notification[],
): Promise<void> => {
  if (notifications.length === 0) return;
  const taken = await announcer.announce(notifications);
  for (const detail of notifications.filter((_, index) => taken[index] !== true)) {
    const { source, type, subject: chassisId } = detail;
    count("AnnouncementsFailed");
    logger.error("The bus did not take a notification", { chassisId, type, id: detail.id });
    await deadLetters.bury(JSON.stringify({ source, "detail-type": type, detail }), "the bus did not take it");
  }
};
