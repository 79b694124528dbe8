import type { DynamoDBRecord, StreamRecord } from "aws-lambda";
import type { TwinChange } from "../ports.ts";
import { TABLE } from "../table.ts";
import { storedTwinIn } from "./dynamodb-records.ts";
import type { Item } from "./dynamodb-request.ts";
import { UnreadableItem } from "./errors.ts";
import { RECORD_SORT_KEY } from "./keys.ts";

type Image = NonNullable<StreamRecord["NewImage"]>;

/**
 * What a record of the table's stream says was written of a twin; `null` when it tells of another item or of a removal.
 * The stream has to carry new and old images. Throws `UnknownFormat` or `UnreadableItem`.
 */
export const twinChangeIn = ({ eventName, dynamodb }: DynamoDBRecord): TwinChange | null => {
  if (eventName === "REMOVE" || dynamodb?.Keys?.[TABLE.sortKey]?.S !== RECORD_SORT_KEY) return null;
  const { NewImage, OldImage } = dynamodb;
  if (NewImage === undefined) throw new UnreadableItem("a record of the stream has no new image");
  return { before: OldImage ? storedTwinIn(itemOf(OldImage)) : null, after: storedTwinIn(itemOf(NewImage)) };
};

/** The attributes of an image, as a client of the table would give them; only of the types that twins use. */
const itemOf = (image: Image): Item =>
  Object.fromEntries(
    Object.entries(image).flatMap(([name, { S, N, B }]): [string, Item[string]][] => {
      if (S !== undefined) return [[name, { S }]];
      if (N !== undefined) return [[name, { N }]];
      return B === undefined ? [] : [[name, { B: Buffer.from(B, "base64") }]];
    }),
  );
