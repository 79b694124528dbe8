import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { type RunningServer, startServer } from "../../infra/embedded/server.ts";
import { eventOf } from "./events.ts";

const Sessions = z.object({
  revision: z.int(),
  management: z.object({ sessions: z.array(z.object({ sessionId: z.string() })) }),
});

describe("who posts and reads with the token of the post", () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ host: "127.0.0.1", port: 0, inMemory: true, dataDirectory: "" });
  });
  afterAll(() => server.close());

  const read = async (chassisId: string, posted: Response) => {
    const token = posted.headers.get("twin-token") ?? "";
    const response = await fetch(`${server.url}/chassis/${chassisId}`, { headers: { "twin-token": token } });
    if (response.status !== 200) throw new Error(`the read answered ${response.status}: ${await response.text()}`);
    return Sessions.parse(await response.json());
  };

  it("sees what was posted, a hundred times in a row", async () => {
    const seen: number[] = [];
    for (let round = 0; round < 100; round += 1) {
      const posted = await fetch(`${server.url}/events`, {
        method: "POST",
        headers: { "content-type": "application/cloudevents-batch+json" },
        body: JSON.stringify([eventOf("rack-1", `a-${round}`), eventOf("rack-1", `b-${round}`)]),
      });
      seen.push((await read("rack-1", posted)).revision);
    }

    expect(seen).toEqual(Array.from({ length: 100 }, (_, round) => 2 * (round + 1)));
  });

  it("sees an event in binary mode, strictly handled", async () => {
    const { data, ...attributes } = eventOf("rack-2", "é 1");
    const headers = Object.entries(attributes).map(([name, value]): [string, string] => [
      `CE-${name}`,
      encodeURIComponent(String(value)),
    ]);
    const posted = await fetch(`${server.url}/events`, {
      method: "POST",
      headers: [...headers, ["Content-Type", "application/json"], ["Prefer", "handling=strict"]],
      body: JSON.stringify(data),
    });

    expect(posted.headers.get("preference-applied")).toBe("handling=strict");
    expect(await read("rack-2", posted)).toMatchObject({ management: { sessions: [{ sessionId: "é 1" }] } });
  });

  it("has a token for a hundred chassis, which no server is too small to take", async () => {
    const events = Array.from({ length: 500 }, (_, index) => eventOf(`hall-${index % 100}`, `${index}`));
    const posted = await fetch(`${server.url}/events`, {
      method: "POST",
      headers: { "content-type": "application/cloudevents-batch+json" },
      body: JSON.stringify(events),
    });

    for (const chassisId of ["hall-0", "hall-50", "hall-99"])
      expect(await read(chassisId, posted)).toMatchObject({ revision: 5 });
  });
});
