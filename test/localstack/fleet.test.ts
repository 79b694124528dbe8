import { beforeAll, describe, expect, test } from "@jest/globals";
import * as z from "zod";
import { eventOf, newChassis } from "./support/events.ts";
import { eventually } from "./support/eventually.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { STAGES } from "./support/stages.ts";

const Page = z.object({ items: z.array(z.looseObject({ chassisId: z.string() })), nextCursor: z.string().optional() });
const Summary = z.object({ total: z.int(), activeSlot: z.record(z.string(), z.int()) });

describe("the deployed API, asked about the fleet", () => {
  const fleet = newChassis("fleet");
  const [ready, simplex, other] = [`${fleet}-a`, `${fleet}-b`, `${fleet}-c`];
  let stage: Stage;

  const found = async (filters: string): Promise<readonly string[]> => {
    const { items } = Page.parse(await stage.read(`/chassis?prefix=${fleet}&${filters}`));
    return items.map(({ chassisId }) => chassisId).sort();
  };

  beforeAll(async () => {
    stage = await openStage(STAGES.signed);
    await stage.post([
      eventOf(ready, "standby.ready", { slot: "M2" }),
      eventOf(simplex, "standby.ready", { slot: "M2" }, { secondsAgo: 600 }),
      eventOf(simplex, "module.removed", { slot: "M2" }, { secondsAgo: 300 }),
      eventOf(other, "standby.ready", { slot: "M1" }),
    ]);
    await eventually(
      () => found("limit=50"),
      (ids) => ids.length === 3,
    );
    await stage.twinOf(simplex, 2);
    await eventually(
      () => found("redundancy=simplex"),
      (ids) => ids.length === 1,
    );
  });

  test.each([
    ["redundancy=simplex", [simplex]],
    ["redundancy=ready&activeSlot=M1", [ready]],
    ["activeSlot=M2", [other]],
    ["finding=standby-missing", [simplex]],
    ["activeSlot=M1&activeSlot=M2", [ready, simplex, other]],
  ])("finds by %s the chassis that are so", async (filters, chassis) => {
    expect(await found(filters)).toEqual(chassis);
  });

  test("gives page after page until there is no more", async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const page = Page.parse(
        await stage.read(`/chassis?prefix=${fleet}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`),
      );
      seen.push(...page.items.map(({ chassisId }) => chassisId));
      cursor = page.nextCursor;
    }

    expect(seen.sort()).toEqual([ready, simplex, other]);
  });

  test("counts every chassis once in its summary", async () => {
    const summary = async () => Summary.parse(await stage.read("/fleet/summary"));
    const { total, activeSlot } = await eventually(summary, (counted) => counted.total >= 3);

    expect(Object.values(activeSlot).reduce((sum, count) => sum + count, 0)).toBe(total);
  });
});
