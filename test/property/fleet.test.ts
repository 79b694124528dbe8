import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import * as z from "zod";
import { FINDING_CODES } from "../../shared/domain/findings/catalogue.ts";
import { fleetItemOf } from "../../shared/domain/fleet.ts";
import { type Finding, Twin } from "../../shared/domain/twin.ts";
import { BootSource, Redundancy, SyncStatus } from "../../shared/domain/vocabulary.ts";
import { NOW } from "../support/api-events.ts";
import { apiWorld } from "../support/api-world.ts";
import { runs } from "../support/property.ts";
import { simulate } from "../support/simulator/simulator.ts";

type World = ReturnType<typeof apiWorld>;
type Filters = Readonly<Record<string, readonly string[]>>;

const CHASSIS = ["bxr-lon-1", "bxr-lon-10", "bxr-par-1", "lab"];
const START = "2026-02-28T00:00:00.000Z";
const Page = z.object({ items: z.array(z.unknown()), nextCursor: z.string().optional() });

/** A few chassis with a past each, one of which may be retired at the end of it. */
const anyFleet = fc
  .record({
    seeds: fc.array(fc.nat(), { minLength: 1, maxLength: CHASSIS.length }),
    actions: fc.integer({ min: 1, max: 6 }),
    isRetired: fc.boolean(),
  })
  .map(({ seeds, actions, isRetired }) =>
    seeds.flatMap((seed, index) => {
      const { events } = simulate({ seed, actions, chassisId: CHASSIS[index] ?? "", start: START });
      const [first] = events;
      const last = events.at(-1);
      if (!isRetired || index !== 0 || first === undefined || last === undefined) return events;
      const time = new Date(Date.parse(last.time) + 60_000).toISOString();
      return [...events, { ...first, id: "retirement", type: "chassis.retired", time, data: {} }];
    }),
  );

const any = (words: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...words]));

const anyFilters: fc.Arbitrary<Filters> = fc.record({
  activeSlot: any(["M1", "M2", "none"]),
  redundancy: any(Redundancy.options),
  sync: any(SyncStatus.options),
  bootSource: any([...BootSource.options, "flash", "pcmcia", "unknown"]),
  switchoverReady: any(["true", "false"]),
  finding: any(FINDING_CODES),
  prefix: any(["bxr-lon-1", "bxr-", "bxr-lon-10", "l"]),
});

const queryOf = (filters: Filters): string =>
  Object.entries(filters)
    .flatMap(([name, values]) => values.map((value) => `${name}=${value}`))
    .join("&");

const BOOT_GROUPS = new Map([
  ["primary-flash", "flash"],
  ["secondary-flash", "flash"],
  ["pcmcia-slot-1", "pcmcia"],
  ["pcmcia-slot-2", "pcmcia"],
]);

/** Whether a twin is what the filters ask for, by the words of the API's description and nothing else. */
const matches = (twin: Twin, filters: Filters): boolean => {
  const bootSource = twin.bootSource ?? "unknown";
  const said: Filters = {
    activeSlot: [twin.activeSlot ?? "none"],
    redundancy: [twin.redundancy],
    sync: [twin.sync.status],
    bootSource: [bootSource, BOOT_GROUPS.get(bootSource) ?? bootSource],
    switchoverReady: [`${twin.switchover.ready}`],
    finding: twin.findings.map(({ code }) => code),
    prefix: Array.from({ length: twin.chassisId.length }, (_, index) => twin.chassisId.slice(0, index + 1)),
  };
  return Object.entries(filters).every(
    ([name, values]) => values.length === 0 || values.some((value) => said[name]?.includes(value)),
  );
};

const worldWith = async (events: readonly object[]): Promise<World> => {
  const world = apiWorld();
  for (let from = 0; from < events.length; from += 400) await world.happen(...events.slice(from, from + 400));
  return world;
};

/** The twins of all chassis that are known and not retired, each asked for by itself. */
const twinsOf = async ({ get }: World, at: string): Promise<readonly Twin[]> => {
  const answers = await Promise.all(CHASSIS.map((chassisId) => get(`/chassis/${chassisId}?${at}`)));
  return answers
    .flatMap(({ status, body }) => (status === 200 ? [Twin.parse(body)] : []))
    .filter(({ retired }) => retired !== true);
};

const allOf = async ({ get }: World, target: string): Promise<readonly unknown[]> => {
  const items: unknown[] = [];
  let cursor: string | undefined = "";
  while (cursor !== undefined) {
    const page: z.infer<typeof Page> = Page.parse((await get(`${target}&${cursor}`)).body);
    items.push(...page.items);
    cursor = page.nextCursor === undefined ? undefined : `cursor=${page.nextCursor}`;
  }
  return items;
};

/** No time, or one at which something happens, or a little later. */
const atOf = (events: readonly { readonly time: string }[], choice: number): string => {
  const time = events[choice % events.length]?.time;
  if (choice % 3 === 0 || time === undefined) return "";
  return `at=${new Date(Math.min(NOW, Date.parse(time) + (choice % 2) * 30_000)).toISOString()}`;
};

const SEVERITY_ORDER = ["critical", "warning", "info"];

const inOrder = (a: Finding & { chassisId: string }, b: Finding & { chassisId: string }): number =>
  SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
  Date.parse(a.since) - Date.parse(b.since) ||
  (a.chassisId < b.chassisId ? -1 : a.chassisId > b.chassisId ? 1 : 0) ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
  (JSON.stringify([a.slots, a.file]) < JSON.stringify([b.slots, b.file]) ? -1 : 1);

describe("of any small fleet", () => {
  test("the pages of a list are the chassis whose twins match, now and at any moment", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFleet,
        fc.array(anyFilters, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(),
        async (events, questions, limit, choice) => {
          const world = await worldWith(events);
          const at = atOf(events, choice);
          const twins = await twinsOf(world, at);
          for (const filters of [...questions, {}]) {
            const listed = await allOf(world, `/chassis?${at}&limit=${limit}&${queryOf(filters)}`);
            const expected = twins.filter((twin) => matches(twin, filters)).map(fleetItemOf);

            expect(byText(listed)).toEqual(byText(expected));
          }
          expect((await world.get(`/fleet/summary?${at}`)).body).toMatchObject({ total: twins.length });
        },
      ),
      runs(40),
    );
  });

  test("the pages of findings are those of all twins, in order", async () => {
    const filters = fc.record({
      code: any(FINDING_CODES),
      severity: any(SEVERITY_ORDER),
      prefix: any(["bxr-lon-1", "bxr-", "l"]),
    });
    await fc.assert(
      fc.asyncProperty(anyFleet, filters, fc.integer({ min: 1, max: 4 }), async (events, { prefix, ...own }, limit) => {
        const world = await worldWith(events);
        const listed = await allOf(world, `/fleet/findings?limit=${limit}&${queryOf({ prefix, ...own })}`);
        const expected = (await twinsOf(world, ""))
          .filter((twin) => matches(twin, { prefix }))
          .flatMap(({ chassisId, findings }) => findings.map((finding) => ({ chassisId, ...finding })))
          .filter(({ code }) => own.code.length === 0 || own.code.includes(code))
          .filter(({ severity }) => own.severity.length === 0 || own.severity.includes(severity));

        expect(listed).toEqual(expected.sort(inOrder));
      }),
      runs(40),
    );
  });

  test("an assertion fails for the chassis whose twins match what it is about but not what it says", async () => {
    const filters = anyFilters.map((all) => Object.fromEntries(Object.entries(all).filter(([, { length }]) => length)));
    const anyAssertion = fc.record({ where: filters, expect: filters, forbid: filters }, { requiredKeys: ["expect"] });
    await fc.assert(
      fc.asyncProperty(anyFleet, fc.array(anyAssertion, { minLength: 1, maxLength: 5 }), async (events, asserted) => {
        const world = await worldWith(events);
        const twins = await twinsOf(world, "");
        const { body } = await world.request({
          method: "POST",
          target: "/fleet/assertions",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ assertions: asserted.map((assertion) => ({ name: "it", ...assertion })) }),
        });
        const results = asserted.map(({ where = {}, expect: expected, forbid }) => {
          const checked = twins.filter((twin) => matches(twin, where));
          const failing = checked.filter(
            (twin) => !matches(twin, expected) || (forbid !== undefined && matches(twin, forbid)),
          );
          return {
            passed: failing.length === 0,
            checked: checked.length,
            failed: failing.length,
            failures: expect.arrayContaining(
              failing.map(({ chassisId, findings, switchover }) =>
                expect.objectContaining({ chassisId, findings, reasons: switchover.reasons }),
              ),
            ),
          };
        });

        expect(body).toMatchObject({ passed: results.every(({ passed }) => passed), results });
      }),
      runs(40),
    );
  });
});

const byText = (values: readonly unknown[]): readonly string[] => values.map((value) => JSON.stringify(value)).sort();
