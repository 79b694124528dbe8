import type { DynamoDBRecord, StreamRecord } from "aws-lambda";
import { encodeRecord } from "../../../shared/adapters/codec.ts";
import type { StoredTwin, TwinChange } from "../../../shared/ports.ts";

type Image = NonNullable<StreamRecord["NewImage"]>;

const imageOf = ({ record, evaluatedAt }: StoredTwin): Image => ({
  pk: { S: `C#${record.chassisId}` },
  sk: { S: "TWIN" },
  r: { N: `${record.revision}` },
  d: { B: Buffer.from(encodeRecord(record)).toString("base64") },
  e: { N: `${evaluatedAt}` },
  f: { S: "M1|ready|in-sync|primary-flash|true|none#3" },
});

/** The record of the table's stream that tells of a write. */
export const recordOf = ({ before, after }: TwinChange, number = 1): DynamoDBRecord => ({
  eventID: `event-${number}`,
  eventName: before === null ? "INSERT" : "MODIFY",
  dynamodb: {
    Keys: { pk: { S: `C#${after.record.chassisId}` }, sk: { S: "TWIN" } },
    SequenceNumber: `${number}`,
    NewImage: imageOf(after),
    ...(before === null ? {} : { OldImage: imageOf(before) }),
  },
});
