import { figure, type Section } from "../support/report.ts";
import { billOf, perMillion, type Way } from "./bill.ts";
import { MEASURED_UNITS } from "./measured-units.ts";
import { SHADOW_PRICES } from "./prices.ts";

const BUSY = 10;

/** The ways in which events usually come, on a busy system. */
export const WAYS: Readonly<Record<string, Way>> = {
  "single posts": { perRequest: 1, perEntry: 1, perInvocation: BUSY, units: MEASURED_UNITS.single },
  "posts of 20, each of another chassis": {
    perRequest: 20,
    perEntry: 1,
    perInvocation: BUSY,
    units: MEASURED_UNITS.single,
  },
  "posts of 5, all of one chassis": { perRequest: 5, perEntry: 5, perInvocation: BUSY, units: MEASURED_UNITS.burst },
  "PutEvents by the producer": { perRequest: null, perEntry: 1, perInvocation: BUSY, units: MEASURED_UNITS.single },
};

/** What a million updates of a device shadow cost with fleet indexing, up to 1 KB each. */
export const shadowPerMillion = (): number =>
  Object.values(SHADOW_PRICES).reduce((sum, { dollars }) => sum + dollars, 0) * 1_000_000;

/** What a million events cost, part by part, for each way, beside a device shadow. */
export const describeMoney = (): Section => {
  const bills = Object.entries(WAYS).map(([name, way]) => ({ name, bill: billOf(way) }));
  const parts = bills[0]?.bill.map(({ what }) => what) ?? [];
  const rows = parts.map((part) => [
    part,
    ...bills.map(({ bill }) => figure(perMillion(bill.filter(({ what }) => what === part)))),
  ]);
  const shadow = shadowPerMillion();
  const dearer = bills.filter(({ bill }) => perMillion(bill) > shadow).map(({ name }) => name);
  return {
    title: "Money",
    text: [
      "US dollars per million events at the list prices of us-east-1, each with its date in `bench/money/prices.ts`, " +
        "without free tiers; units as measured above, the watch included. The time of the functions is assumed, not measured.",
      `AWS IoT Device Shadow with fleet indexing costs ${figure(shadow)} for a million updates of up to 1 KB, without any ` +
        `history and without notifications. ${dearer.length === 0 ? "Every way is cheaper." : `Dearer than that: ${dearer.join("; ")}.`}`,
    ],
    tables: [
      {
        columns: ["per million events", ...bills.map(({ name }) => name)],
        rows: [...rows, ["together", ...bills.map(({ bill }) => figure(perMillion(bill)))]],
      },
    ],
    missed: [],
  };
};
