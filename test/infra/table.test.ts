import { describe, expect, test } from "@jest/globals";
import { createTableInput } from "../../shared/adapters/dynamodb-table.ts";
import { resourcesOf, templateOf } from "./template.ts";

const tableOf = (settings?: Readonly<Record<string, unknown>>) => {
  const [table, ...others] = resourcesOf(templateOf(settings), "AWS::DynamoDB::Table");
  expect(others).toEqual([]);
  if (table === undefined) throw new Error("There is no table");
  return table;
};

describe("the table", () => {
  const { Properties, DeletionPolicy } = tableOf();

  test("has the keys, the indexes and the way of paying of the one that the embedded server creates", () => {
    const { AttributeDefinitions, BillingMode, KeySchema, GlobalSecondaryIndexes } = createTableInput("any");

    expect(Properties).toMatchObject({ BillingMode, KeySchema, GlobalSecondaryIndexes });
    expect(Properties["AttributeDefinitions"]).toEqual(expect.arrayContaining(AttributeDefinitions ?? []));
  });

  test("outlives the stack, cannot be deleted by mistake, and can be restored", () => {
    expect(DeletionPolicy).toBe("Retain");
    expect(Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  test("streams items as they were and as they are", () => {
    expect(Properties["StreamSpecification"]).toEqual({ StreamViewType: "NEW_AND_OLD_IMAGES" });
  });

  test("is encrypted with DynamoDB's own key, which costs nothing", () => {
    expect(Properties["SSESpecification"]).toBeUndefined();
  });

  test("keeps items for ever", () => {
    expect(Properties["TimeToLiveSpecification"]).toBeUndefined();
  });

  test("lets commits expire when the stage says for how long they are kept", () => {
    expect(tableOf({ retentionDays: "400" }).Properties["TimeToLiveSpecification"]).toEqual({
      AttributeName: "x",
      Enabled: true,
    });
  });

  test("goes with an ephemeral stage and leaves nothing behind", () => {
    const ephemeral = tableOf({ ephemeral: "true" });

    expect(ephemeral.DeletionPolicy).toBe("Delete");
    expect(ephemeral.Properties).toMatchObject({
      DeletionProtectionEnabled: false,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
    });
  });
});
