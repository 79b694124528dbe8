import { notificationsOf, publish } from "../../functions/announce-changes/announce-changes.ts";
import { countNothing } from "../../shared/counting.ts";
import type { Notification } from "../../shared/domain/notifications.ts";
import type { CommitReader, DeadLetters, TwinChange } from "../../shared/ports.ts";
import { failureLog, tellOperator } from "./operator-log.ts";

/** What the announcements work with. */
export interface Dependencies {
  readonly commits: CommitReader;
  readonly deadLetters: DeadLetters;
  readonly onNotification: (notification: Notification) => void;
}

/** Announces changes in the order in which they are stored, behind the writes. */
export interface Announcements {
  follow(change: TwinChange): void;
  /** Announces what is left. */
  close(): Promise<void>;
}

/** The stream of the table and its consumer in one process. */
export const embeddedAnnouncements = ({ commits, deadLetters, onNotification }: Dependencies): Announcements => {
  const announcer = {
    announce: async (notifications: readonly Notification[]) => {
      notifications.forEach(onNotification);
      return notifications.map(() => true);
    },
  };
  const announce = async (change: TwinChange): Promise<void> => {
    try {
      await publish(
        { announcer, deadLetters, count: countNothing, logger: failureLog },
        await notificationsOf(commits, change),
      );
    } catch (error) {
      tellOperator(`could not announce a change of ${change.after.record.chassisId}`, error);
    }
  };
  let work = Promise.resolve();
  return {
    follow(change) {
      work = work.then(() => announce(change));
    },
    close: () => work,
  };
};
