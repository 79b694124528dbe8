import { GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { dynamoDbDueIndex } from "../../shared/adapters/dynamodb-due-index.ts";
import { dynamoDbFleetIndex } from "../../shared/adapters/dynamodb-fleet-index.ts";
import { dynamoDbHealth } from "../../shared/adapters/dynamodb-health.ts";
import { recordKey } from "../../shared/adapters/dynamodb-records.ts";
import { bucketsKey } from "../../shared/adapters/dynamodb-request.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import { StoreRequestFailed } from "../../shared/adapters/errors.ts";
import type { Commit } from "../../shared/domain/chassis-record.ts";
import { RevisionConflict } from "../../shared/domain/errors.ts";
import { FINDING_CODES } from "../../shared/domain/findings/catalogue.ts";
import { bucketName } from "../../shared/domain/fleet.ts";
import type { ChassisWrite, TwinChange, TwinStore } from "../../shared/ports.ts";
import { type RunningDynalite, startDynalite } from "../support/dynalite.ts";
import { exampleBucket, exampleCommit, exampleRecord, exampleWrite, START } from "../support/record-examples.ts";
import { endpointOf, openTable } from "./dynamodb-tables.ts";

const HOUR = 3_600_000;

describe("items of the one table", () => {
  let dynalite: RunningDynalite;
  let table: Awaited<ReturnType<typeof openTable>>;
  let store: TwinStore;
  let operations: string[];

  beforeAll(async () => {
    dynalite = await startDynalite();
  });
  beforeEach(async () => {
    table = await openTable(dynalite.endpoint);
    store = dynamoDbTwinStore({ ...table, backoff: async () => {} });
    operations = [];
    table.client.middlewareStack.add(
      (next, context) => (args) => {
        operations.push(context.commandName ?? "");
        return next(args);
      },
      { step: "initialize", name: "remember" },
    );
  });
  afterEach(() => table.close());
  afterAll(() => dynalite.stop());

  const itemOf = async (chassisId: string) =>
    (await table.client.send(new GetItemCommand({ TableName: table.tableName, Key: recordKey(chassisId) }))).Item;

  const dueOf = async (chassisId: string) => (await itemOf(chassisId))?.["da"]?.S;

  const expiryOf = async (chassisId: string) => {
    const { Items } = await table.client.send(
      new QueryCommand({
        TableName: table.tableName,
        KeyConditionExpression: "pk = :chassis AND begins_with(sk, :commits)",
        ExpressionAttributeValues: { ":chassis": { S: `C#${chassisId}` }, ":commits": { S: "E#" } },
      }),
    );
    return Items?.[0]?.["x"]?.N;
  };

  const next = (chassisId: string, revision: number, otherwise: Partial<ChassisWrite>): ChassisWrite =>
    exampleWrite(chassisId, {
      record: exampleRecord(chassisId, revision),
      expectedRevision: revision - 1,
      ...otherwise,
    });

  it("keeps of a record its revision, its data and what the indexes need", async () => {
    await store.save(exampleWrite("rack-01", { dueAt: START }));

    expect(await itemOf("rack-01")).toEqual({
      pk: { S: "C#rack-01" },
      sk: { S: "TWIN" },
      r: { N: "1" },
      e: { N: `${START}` },
      d: { B: expect.any(Uint8Array) },
      f: { S: "M1|ready|in-sync|primary-flash|true|none#3" },
      c: { S: "rack-01" },
      ds: { S: "due#3" },
      da: { S: "2026-03-01T08:00:00.000Z" },
    });
  });

  it("knows how large an item will be, by DynamoDB's own count", async () => {
    const write = exampleWrite("rack-01", { dueAt: START });
    await store.save(write);
    const { d, ...others } = (await itemOf("rack-01")) ?? {};
    // pk and sk, r of one digit, e of thirteen, f and c, ds and da, each with its name.
    const bytes = 2 + 9 + 2 + 4 + 1 + 2 + 1 + 8 + 1 + 42 + 1 + 7 + 2 + 5 + 2 + 24;

    expect(Object.keys(others)).toHaveLength(8);
    expect(store.bytesOf(write)).toBe(bytes + 1 + (d?.B?.length ?? 0));
  });

  it("keeps a chassis that has nothing due out of the due index", async () => {
    await store.save(exampleWrite("rack-01"));

    expect(Object.keys((await itemOf("rack-01")) ?? {}).sort()).toEqual(["c", "d", "e", "f", "pk", "r", "sk"]);
  });

  it("shows in the fleet index what is open, and the retired in a partition of their own", async () => {
    const findings = [
      { code: "sync-stale", count: 1, oldestAt: START },
      { code: "image-suspect", count: 2, oldestAt: START },
    ];
    await store.save(exampleWrite("rack-01", { findings }));
    expect(await itemOf("rack-01")).toMatchObject({ c: { S: "rack-01 ss:mm7gmbk0,is:mm7gmbk0:2" } });

    await store.save(next("rack-01", 2, { bucket: null }));
    expect(await itemOf("rack-01")).toMatchObject({ f: { S: "retired#3" }, c: { S: "rack-01" } });
  });

  it("finds room in the key of the index for every finding at once on the longest identifier", async () => {
    const findings = FINDING_CODES.map((code) => ({ code, count: 32, oldestAt: START }));
    const chassisId = "x".repeat(128);
    await store.save(exampleWrite(chassisId, { findings }));

    expect(Buffer.byteLength((await itemOf(chassisId))?.["c"]?.S ?? "")).toBeLessThanOrEqual(1024);
  });

  it("writes the record alone while its part of the index is known to be used", async () => {
    await store.save(exampleWrite("a"));
    await store.save(next("a", 2, {}));
    expect(operations).toEqual(["GetItemCommand", "UpdateItemCommand", "PutItemCommand", "PutItemCommand"]);

    operations.length = 0;
    const another = dynamoDbTwinStore(table);
    await another.save(next("a", 3, {}));
    await another.save(next("a", 4, {}));
    expect(operations).toEqual(["GetItemCommand", "PutItemCommand", "PutItemCommand"]);
  });

  it("finds all of a bucket whose name an earlier version kept without a shard", async () => {
    const name = bucketName(exampleBucket());
    await table.client.send(
      new PutItemCommand({ TableName: table.tableName, Item: { ...bucketsKey, b: { SS: [name, `${name}#1`] } } }),
    );

    expect((await dynamoDbFleetIndex(table).parts()).map(({ shard }) => shard).sort()).toEqual([0, 1, 2, 3]);
  });

  it("tells of each write what it put and in place of what, once that is stored, when somebody wants to know", async () => {
    const changes: TwinChange[] = [];
    const told = dynamoDbTwinStore({ ...table, afterSave: (change) => void changes.push(change) });
    const first = exampleWrite("a");
    const second = next("a", 2, { evaluatedAt: START + HOUR });

    await told.save(first);
    await store.save(second);
    await expect(told.save(second)).rejects.toThrow(RevisionConflict);
    await told.save(next("a", 3, { evaluatedAt: START + 2 * HOUR }));

    expect(changes).toEqual([
      { before: null, after: { record: first.record, evaluatedAt: START } },
      {
        before: { record: second.record, evaluatedAt: START + HOUR },
        after: { record: exampleRecord("a", 3), evaluatedAt: START + 2 * HOUR },
      },
    ]);
  });

  it("leaves an earlier due time as it is, until a watch moves it on", async () => {
    await store.save(exampleWrite("a", { dueAt: START + HOUR }));
    await store.save(next("a", 2, { dueAt: START + 2 * HOUR }));
    expect(await dueOf("a")).toBe("2026-03-01T09:00:00.000Z");

    await store.save(next("a", 3, { dueAt: START }));
    expect(await dueOf("a")).toBe("2026-03-01T08:00:00.000Z");

    await store.save(next("a", 4, { dueAt: null }));
    expect(await dueOf("a")).toBe("2026-03-01T08:00:00.000Z");

    await store.save(exampleWrite("a", { record: exampleRecord("a", 4), expectedRevision: 4, dueAt: null }));
    expect(await dueOf("a")).toBeUndefined();
  });

  it("learns a due time that another process stored when it reads the record", async () => {
    await dynamoDbTwinStore(table).save(exampleWrite("a", { dueAt: START }));
    await store.load("a");
    await store.save(next("a", 2, { dueAt: START + HOUR }));

    expect(await dueOf("a")).toBe("2026-03-01T08:00:00.000Z");
  });

  it("stores the new due time when it does not know the stored one", async () => {
    await dynamoDbTwinStore(table).save(exampleWrite("a", { dueAt: START }));
    await store.save(next("a", 2, { dueAt: START + HOUR }));

    expect(await dueOf("a")).toBe("2026-03-01T09:00:00.000Z");
  });

  it("keeps commits for ever unless it is told for how long", async () => {
    await store.save(exampleWrite("a", { commits: [exampleCommit("a", 0)] }));

    expect(await expiryOf("a")).toBeUndefined();
  });

  it("lets a commit expire by the time of its newest event, with days of grace, and shows it no longer then", async () => {
    const day = 24 * HOUR;
    const at = (now: number) => dynamoDbTwinStore({ ...table, retentionDays: 30, clock: () => now });
    await at(START).save(exampleWrite("a", { commits: [exampleCommit("a", 0)] }));
    const commitsAt = async (now: number) => {
      const commits: Commit[] = [];
      for await (const commit of at(now).commitsFrom("a", 0)) commits.push(commit);
      return commits;
    };

    expect(await expiryOf("a")).toBe(String((START + 45 * day) / 1000));
    expect(await commitsAt(START + 45 * day - 1000)).toHaveLength(1);
    expect(await commitsAt(START + 45 * day)).toEqual([]);
  });

  it("reads a record by itself, and those together that are asked for at once", async () => {
    await Promise.all(["a", "b"].map((id) => store.save(exampleWrite(id))));
    operations = [];

    expect(await store.load("a")).toEqual(exampleRecord("a"));
    expect(await Promise.all([store.load("b"), store.load("b")])).toEqual([exampleRecord("b"), exampleRecord("b")]);
    expect(await Promise.all(["b", "missing", "a", "b"].map(store.load))).toEqual([
      exampleRecord("b"),
      null,
      exampleRecord("a"),
      exampleRecord("b"),
    ]);
    expect(operations).toEqual(["GetItemCommand", "GetItemCommand", "BatchGetItemCommand"]);
  });

  it("reads records as they are now, but those of many chassis perhaps as they were a moment ago", async () => {
    const asked: boolean[] = [];
    table.client.middlewareStack.add(
      (next) => (args) => {
        asked.push(JSON.stringify(args.input).includes('"ConsistentRead":true'));
        return next(args);
      },
      { step: "initialize", name: "rememberConsistency" },
    );
    await store.load("a");
    await Promise.all(["a", "b"].map(store.load));
    await store.loadMany(["a", "b"]);

    expect(asked).toEqual([true, true, false]);
  });

  it("asks again for records that the table did not process", async () => {
    await Promise.all(["a", "b", "c"].map((id) => store.save(exampleWrite(id))));
    processOneKeyAtATime();
    const loaded = await store.loadMany(["a", "b", "c"]);

    expect(loaded.map(({ chassisId }) => chassisId).sort()).toEqual(["a", "b", "c"]);
    expect(operations.filter((name) => name === "BatchGetItemCommand")).toHaveLength(3);
    expect(await Promise.all([store.load("c"), store.load("a")])).toEqual([exampleRecord("c"), exampleRecord("a")]);
  });

  it("gives up on records that the table does not process for long", async () => {
    processOneKeyAtATime();
    const ids = Array.from({ length: 20 }, (_, index) => `c-${index}`);

    await expect(store.loadMany(ids)).rejects.toThrow(StoreRequestFailed);
  });

  it("says which request failed, and why", async () => {
    const missing = { client: table.client, tableName: "missing" };
    const part = { group: exampleBucket(), shard: 0 };

    for (const [operation, request] of [
      ["GetItem", () => dynamoDbTwinStore(missing).load("a")],
      ["BatchGetItem", () => Promise.all(["a", "b"].map(dynamoDbTwinStore(missing).load))],
      ["BatchGetItem", () => dynamoDbTwinStore(missing).loadMany(["a"])],
      ["GetItem", () => dynamoDbTwinStore(missing).save(exampleWrite("a"))],
      ["GetItem", () => dynamoDbFleetIndex(missing).parts()],
      ["Query", () => dynamoDbFleetIndex(missing).page({ part, limit: 1 })],
      ["Query", () => dynamoDbFleetIndex(missing).count(part)],
      ["Query", () => dynamoDbDueIndex(missing).due(START, 1)],
      ["GetItem", () => dynamoDbHealth(missing).check()],
    ] as const) {
      await expect(request()).rejects.toMatchObject({
        name: "StoreRequestFailed",
        operation,
        cause: { name: "ResourceNotFoundException" },
      });
    }
  });

  it("creates the table once, whoever asks", async () => {
    await Promise.all([1, 2, 3].map(() => ensureTable(table.client, "shared-table")));
    await ensureTable(table.client, "shared-table");

    await expect(dynamoDbHealth({ ...table, tableName: "shared-table" }).check()).resolves.toBeUndefined();
  });

  /** Makes the table process the first key of each batch and leave the others unprocessed. */
  const processOneKeyAtATime = (): void => {
    table.client.middlewareStack.add(
      (next) => async (args) => {
        if (!("RequestItems" in args.input)) return next(args);
        const keys = Object.values(args.input.RequestItems ?? {}).flatMap((request) =>
          "Keys" in request ? (request.Keys ?? []) : [],
        );
        const answer = await next({
          ...args,
          input: { RequestItems: { [table.tableName]: { Keys: keys.slice(0, 1) } } },
        });
        const UnprocessedKeys = keys.length > 1 ? { [table.tableName]: { Keys: keys.slice(1) } } : {};
        return { ...answer, output: { ...answer.output, UnprocessedKeys } };
      },
      { step: "initialize", name: "processOneKeyAtATime" },
    );
  };
});

describe("endpoint of the tests", () => {
  it("is one of this machine, or none", () => {
    expect(endpointOf({})).toBeUndefined();
    expect(endpointOf({ AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:8000" })).toBe("http://127.0.0.1:8000");
    expect(() => endpointOf({ AWS_ENDPOINT_URL_DYNAMODB: "https://dynamodb.eu-west-1.amazonaws.com" })).toThrow(
      /must be a loopback address/,
    );
  });
});
