import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, jest } from "@jest/globals";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { startDynalite } from "../support/dynalite.ts";
import { idsOf, post } from "./client.ts";
import { eventOf } from "./events.ts";
import { cleanUp, freshFolder, startedServer } from "./server-process.ts";
import { until } from "./until.ts";

const RACKS = ["rack-1", "rack-2", "rack-3", "rack-4", "rack-5", "rack-6"];

jest.setTimeout(60_000);

describe("a server that is killed", () => {
  afterEach(cleanUp);

  const contains = async (url: string, chassisId: string, ids: ReadonlySet<string>): Promise<boolean> => {
    const known = await idsOf(url, chassisId);
    return [...ids].every((id) => known.has(id));
  };

  it("has all that it answered accepted in the twins after a restart", async () => {
    const data = await freshFolder();
    const first = await startedServer(["--data", data]);
    const accepted = new Map(RACKS.map((rack): [string, Set<string>] => [rack, new Set()]));
    const acceptedCount = () => [...accepted.values()].reduce((sum, { size }) => sum + size, 0);
    const sender = async (rack: string) => {
      for (let batch = 0; batch < 40; batch += 1) {
        const events = Array.from({ length: 5 }, (_, n) => eventOf(rack, `${rack}-${batch}-${n}`));
        for (const id of await post(first.url, events)) accepted.get(rack)?.add(id);
      }
    };

    const senders = Promise.allSettled(RACKS.flatMap((rack) => [sender(rack)]));
    await until("enough is accepted", () => acceptedCount() >= 400);
    await first.end("SIGKILL");
    await senders;
    expect(acceptedCount()).toBeLessThan(RACKS.length * 200);
    const second = await startedServer(["--data", data]);

    for (const [rack, ids] of accepted) {
      await until(`${rack} has all that was accepted`, () => contains(second.url, rack, ids));
    }
  });

  it("has in the twins what it could not project before it was killed", async () => {
    const data = await freshFolder();
    const lost = await startDynalite();
    const first = await startedServer(["--data", data], { AWS_ENDPOINT_URL_DYNAMODB: lost.endpoint });
    await lost.stop();
    const accepted = await post(first.url, [eventOf("rack-1", "a"), eventOf("rack-1", "b"), eventOf("rack-2", "c")]);
    await first.end("SIGKILL");

    const found = await startDynalite();
    const second = await startedServer(["--data", data], { AWS_ENDPOINT_URL_DYNAMODB: found.endpoint });

    expect(accepted).toEqual(["a", "b", "c"]);
    await until("rack-1 has its events", () => contains(second.url, "rack-1", new Set(["a", "b"])));
    await until("rack-2 has its event", () => contains(second.url, "rack-2", new Set(["c"])));
    await second.end("SIGTERM");
    await found.stop();
  });

  it("starts with a torn journal: projects its whole lines and ignores the torn one", async () => {
    const data = await freshFolder();
    const journal = join(data, "journal.ndjson");
    await writeFile(journal, `${journalled(eventOf("rack-1", "whole"))}\n`);
    await appendFile(journal, journalled(eventOf("rack-1", "torn")).slice(0, -20));

    const server = await startedServer(["--data", data]);

    await until("the whole line is projected", () => contains(server.url, "rack-1", new Set(["whole"])));
    expect(await post(server.url, [eventOf("rack-1", "next")])).toEqual(["next"]);
    await until("the next event is projected", () => contains(server.url, "rack-1", new Set(["next"])));
    expect(await idsOf(server.url, "rack-1")).toEqual(new Set(["whole", "next"]));
    await until("the journal is empty", async () => (await readFile(journal, "utf8")) === "");
    expect(server.errors()).toBe("");
  });

  it("keeps a journal line that is no message as a dead letter, with the reason", async () => {
    const data = await freshFolder();
    await writeFile(join(data, "journal.ndjson"), `gibberish\n${journalled(eventOf("rack-1", "whole"))}\n`);

    const server = await startedServer(["--data", data]);

    await until("the other line is projected", () => contains(server.url, "rack-1", new Set(["whole"])));
    expect(JSON.parse(await readFile(join(data, "dead-letters.ndjson"), "utf8"))).toMatchObject({
      message: "gibberish",
      reason: "not JSON",
    });
    expect(server.errors()).toMatch(/^chassis-twin: buried a message in .*dead-letters\.ndjson: not JSON\n$/);
  });
});

const journalled = (event: ChassisEvent): string =>
  JSON.stringify({
    "detail-type": "chassis-events",
    source: "chassis-twin.api",
    detail: { chassisId: event.subject, events: [event] },
  });
