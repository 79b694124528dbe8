import { describe, expect, it } from "@jest/globals";
import { encodeCommit } from "../../../shared/adapters/codec.ts";
import { createTableInput } from "../../../shared/adapters/dynamodb-table.ts";
import { commitKey, commitsAt, SHARDS, shardOf, sortableTime } from "../../../shared/adapters/keys.ts";
import type { Commit } from "../../../shared/domain/chassis-record.ts";
import { exampleCommit } from "../../support/record-examples.ts";

const keyOf = (commit: Commit): string => commitKey(commit, encodeCommit(commit));

describe("keys", () => {
  it("gives equal commits one key and others keys of their own", () => {
    const commit = exampleCommit("c-1", 5000);

    expect(keyOf(structuredClone(commit))).toBe(keyOf(commit));
    expect(keyOf({ ...commit, checkpoint: null })).not.toBe(keyOf(commit));
    expect(keyOf({ ...commit, revision: 2 })).not.toBe(keyOf(commit));
  });

  it("begins the key of a commit with the time of its newest event, whatever its text", () => {
    const [first] = exampleCommit("c-1", 5000).events;
    const events = first === undefined ? [] : [{ ...first, time: "2026-03-01T10:00:05+02:00" }];
    const key = keyOf({ ...exampleCommit("c-1", 5000), events });

    expect(key).toMatch(/^E#2026-03-01T08:00:05\.000Z#[\w-]{12}$/);
  });

  it("sorts all moments as time does", () => {
    const moments = [-Infinity, -1e14, -1, 0, 1, 999, 1000, Date.parse("9999-12-31T23:59:59Z"), Infinity];
    const sorted = moments.map(sortableTime);

    expect([...sorted].sort()).toEqual(sorted);
    expect(commitsAt(1)).toBe("E#1970-01-01T00:00:00.001Z");
  });

  it("keeps every chassis in the shard it has always been in", () => {
    expect(["a", "rack-01", "rack-02", "Lab.7_b"].map(shardOf)).toEqual([0, 3, 2, 0]);
  });

  it("spreads chassis evenly over the shards", () => {
    const ids = Array.from({ length: 4000 }, (_, index) => `chassis-${String(index).padStart(5, "0")}`);
    const counts = SHARDS.map((shard) => ids.filter((id) => shardOf(id) === shard).length);

    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1100);
  });
});

describe("table", () => {
  it("is paid for by the request and has two indexes of keys only", () => {
    expect(createTableInput("twins")).toEqual({
      TableName: "twins",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk", "f", "c", "ds", "da"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S",
      })),
      KeySchema: keys("pk", "sk"),
      GlobalSecondaryIndexes: [
        { IndexName: "fleet", KeySchema: keys("f", "c"), Projection: { ProjectionType: "KEYS_ONLY" } },
        { IndexName: "due", KeySchema: keys("ds", "da"), Projection: { ProjectionType: "KEYS_ONLY" } },
      ],
    });
  });
});

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: "HASH" },
  { AttributeName: range, KeyType: "RANGE" },
];
