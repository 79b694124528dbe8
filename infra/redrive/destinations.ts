import type { DynamoDBRecord } from "aws-lambda";
import * as z from "zod";
import { notificationsOf } from "../../functions/announce-changes/announce-changes.ts";
import type { PutEntry } from "../../shared/adapters/put-events.ts";
import { twinChangeIn } from "../../shared/adapters/stream-images.ts";
import type { Announcer, CommitReader } from "../../shared/ports.ts";
import { LetterNotMovable } from "./errors.ts";
import type { Destination } from "./redrive.ts";

/** Sends a message to the queue of events. Throws when the queue does not take it. */
export type SendMessage = (body: string) => Promise<void>;

/** Back to the queue of events, as it came from there or from the rule of the bus. */
export const toQueue =
  (send: SendMessage): Destination =>
  ({ body }) =>
    send(body);

/** What announcing again works with. */
export interface AnnouncementSinks {
  /** Puts an entry on the bus, and answers whether the bus took it. */
  readonly put: (entry: PutEntry) => Promise<boolean>;
  readonly announcer: Announcer;
  readonly commits: CommitReader;
}

const BusForm = z.object({ source: z.string(), "detail-type": z.string(), detail: z.looseObject({}) });
const StreamRecord = z.custom<DynamoDBRecord>(
  (value) => z.looseObject({ dynamodb: z.looseObject({}) }).safeParse(value).success,
);
const PointerToStream = z.looseObject({ DDBStreamBatchInfo: z.looseObject({}) });

/**
 * To the bus: a notification as it is; a record of the table's stream by announcing what it changed. Records that the
 * stream gave up on are in the stream only, for a day, and not in the letter.
 */
export const toBus =
  ({ put, announcer, commits }: AnnouncementSinks): Destination =>
  async ({ body }) => {
    const content = jsonIn(body);
    const notification = BusForm.safeParse(content);
    if (notification.success) {
      const { source, "detail-type": detailType, detail } = notification.data;
      return requireTaken([await put({ source, detailType, detail: JSON.stringify(detail) })]);
    }
    const record = StreamRecord.safeParse(content);
    if (record.success) {
      const change = twinChangeIn(record.data);
      return requireTaken(change === null ? [] : await announcer.announce(await notificationsOf(commits, change)));
    }
    if (PointerToStream.safeParse(content).success)
      throw new LetterNotMovable("it only points to records of the table's stream: read the twins from the API");
    throw new LetterNotMovable("it is neither a notification nor a record of the table's stream");
  };

const requireTaken = (taken: readonly boolean[]): void => {
  if (taken.includes(false)) throw new LetterNotMovable("the bus did not take it");
};

const jsonIn = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw new LetterNotMovable("it is not JSON");
  }
};
