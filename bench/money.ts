import { argv, stdout } from "node:process";
import { Command, InvalidArgumentError } from "commander";
import { billOf, perMillion } from "./money/bill.ts";
import { MEASURED_UNITS } from "./money/measured-units.ts";
import { PRICES } from "./money/prices.ts";
import { shadowPerMillion } from "./money/ways.ts";
import { figure, grouped, inMarkdown } from "./support/report.ts";

// `npm run cost -- --chassis 1000 --events-per-day 500 --batch 20`: what a month on AWS would cost.

const DAYS = 30;
const GIB = 1024 ** 3;
const MOST_PER_INVOCATION = 10;

/** What the history keeps of an event, and a chassis beside it, in bytes. */
const BYTES_PER_EVENT = 95;
const BYTES_PER_CHASSIS = 1100;

/** Whether anything happens or not: alarms, runs of the watch, and polls of an empty queue. */
const ALARMS = 14;
const WATCH_RUNS = DAYS * 24 * 60;
const EMPTY_RECEIVES = 5 * 3 * DAYS * 24 * 60;

const count = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It has to be a whole number from 1 on.");
  return number;
};

interface Options {
  readonly chassis: number;
  readonly eventsPerDay: number;
  readonly batch: number;
  readonly together: number;
}

const { chassis, eventsPerDay, batch, together } = new Command()
  .name("npm run cost --")
  .description("What a month on AWS would cost, at the list prices of us-east-1.")
  .requiredOption("--chassis <number>", "how many chassis there are", count)
  .requiredOption("--events-per-day <number>", "how many events each of them has in a day", count)
  .option("--batch <number>", "how many events are posted in one request", count, 1)
  .option("--together <number>", "how many of those are of one chassis", count, 1)
  .parse(argv)
  .opts<Options>();

const events = chassis * eventsPerDay * DAYS;
const entriesPerSecond = events / together / (DAYS * 86_400);
const bill = billOf({
  perRequest: batch,
  perEntry: Math.min(together, batch),
  perInvocation: Math.min(MOST_PER_INVOCATION, Math.max(1, entriesPerSecond)),
  units: together >= 5 ? MEASURED_UNITS.burst : MEASURED_UNITS.single,
});

const standing = [
  {
    what: "storage after a month",
    quantity: (chassis * BYTES_PER_CHASSIS + events * BYTES_PER_EVENT) / GIB,
    price: PRICES.storedGib,
  },
  { what: "alarms", quantity: ALARMS, price: PRICES.alarm },
  { what: "runs of the watch", quantity: WATCH_RUNS, price: PRICES.lambdaRequest },
  { what: "polls of an empty queue", quantity: EMPTY_RECEIVES, price: PRICES.queueRequest },
];

const lines = [...bill.map(({ what, perEvent, price }) => ({ what, quantity: perEvent * events, price })), ...standing];
const total = lines.reduce((sum, { quantity, price }) => sum + quantity * price.dollars, 0);
const rows = lines.map(({ what, quantity, price }) => [
  what,
  quantity < 100 ? figure(quantity) : grouped(quantity),
  price.per,
  price.asOf,
  figure(quantity * price.dollars),
]);

stdout.write(
  `${inMarkdown({
    title: `${grouped(chassis)} chassis, ${grouped(events)} events in ${DAYS} days`,
    text: [
      `${figure(perMillion(bill))} US dollars per million events; a device shadow with fleet indexing: ${figure(shadowPerMillion())}.`,
    ],
    tables: [
      {
        columns: ["part", "quantity", "US dollars per", "price of", "US dollars"],
        rows: [...rows, ["together", "", "", "", figure(total)]],
      },
    ],
    missed: [],
  })}\n`,
);
