import { GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { answerTo, bucketsKey, type DynamoDbTable, PART_NAMES } from "./dynamodb-request.ts";

/** The names of the parts of the fleet index that were ever in use. Throws `StoreRequestFailed`. */
export const partNames = async ({ client, tableName }: DynamoDbTable): Promise<readonly string[]> => {
  const command = new GetItemCommand({ TableName: tableName, Key: bucketsKey });
  const { Item } = await answerTo("GetItem", client.send(command));
  return Item?.[PART_NAMES]?.SS ?? [];
};

/** Keeps the set of the parts in use, and remembers which it has seen there: names are only ever added. */
export const partsInUse = (table: DynamoDbTable) => {
  const seen = new Set<string>();
  return {
    /** Makes sure that a name is in the set. Throws `StoreRequestFailed`. */
    async use(name: string): Promise<void> {
      if (seen.has(name)) return;
      // The set is read first: to add what is there already would cost as much as to write the whole set.
      for (const known of await partNames(table)) seen.add(known);
      if (seen.has(name)) return;
      await addName(table, name);
      seen.add(name);
    },
  };
};

const addName = async ({ client, tableName }: DynamoDbTable, name: string): Promise<void> => {
  const command = new UpdateItemCommand({
    TableName: tableName,
    Key: bucketsKey,
    UpdateExpression: `ADD ${PART_NAMES} :name`,
    ExpressionAttributeValues: { ":name": { SS: [name] } },
  });
  await answerTo("UpdateItem", client.send(command));
};
