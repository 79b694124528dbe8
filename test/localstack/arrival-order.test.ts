import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type RunningServer, startServer } from "../../infra/embedded/server.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { post } from "../embedded/client.ts";
import { Random } from "../support/simulator/random.ts";
import { simulate } from "../support/simulator/simulator.ts";
import { newChassis } from "./support/events.ts";
import { eventually } from "./support/eventually.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { STAGES } from "./support/stages.ts";

const EVENTS_EACH = 10;
const IN_A_REQUEST = 40;

/** What simulated devices report in the beginning of their lives. */
const histories = Array.from({ length: 20 }, (_, seed) => {
  const chassisId = newChassis(`order-${seed}`);
  return { chassisId, events: simulate({ seed, actions: 12, chassisId }).events.slice(0, EVENTS_EACH) };
});

/** A twin as it is sent, but for the moment at which it was asked for. */
const withoutAsOf = (body: string): string => body.replace(/"asOf":"[^"]*"/, '"asOf":"then"');

const requestsOf = (events: readonly ChassisEvent[]): ChassisEvent[][] =>
  Array.from({ length: events.length / IN_A_REQUEST }, (_, index) =>
    events.slice(index * IN_A_REQUEST, (index + 1) * IN_A_REQUEST),
  );

describe("the same events, in order to the embedded server, and shuffled and twice to the deployed stage", () => {
  let embedded: RunningServer;
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(STAGES.signed);
    embedded = await startServer({ host: "127.0.0.1", port: 0, inMemory: true, dataDirectory: "" });
    const events = histories.flatMap((history) => history.events);
    await post(embedded.url, events);
    const arriving = new Random(5).shuffled([...events, ...events]);
    for (const request of requestsOf(arriving)) await stage.post(request);
  });
  afterAll(() => embedded.close());

  test("are 200 of 20 chassis", () => {
    expect(histories.map(({ events }) => events.length)).toEqual(histories.map(() => EVENTS_EACH));
  });

  test.each(histories.map(({ chassisId }) => chassisId))(
    "give the same twin of %s, byte for byte",
    async (chassisId) => {
      const twin = async () => withoutAsOf(await (await fetch(`${embedded.url}/chassis/${chassisId}`)).text());
      const expected = await eventually(twin, (body) => body.includes(`"revision":${EVENTS_EACH},`));
      await stage.twinOf(chassisId, EVENTS_EACH);

      expect(withoutAsOf(await (await stage.ask(`/chassis/${chassisId}`)).text())).toBe(expected);
    },
  );
});
