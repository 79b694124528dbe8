import type { ManagementSlot } from "../../../shared/domain/vocabulary.ts";
import { type Action, someModule, VERSIONS } from "./bystander.ts";
import { type Chassis, isAtWork } from "./chassis.ts";

const isPowered = ({ modules }: Readonly<Chassis>, slot: ManagementSlot): boolean =>
  (modules[slot]?.status ?? "off") !== "off";

const onCard = (slot: ManagementSlot, card: 1 | 2): readonly Action[] => [
  {
    name: `insert card ${slot}/${card}`,
    weight: 0.6,
    possible: ({ modules }) => modules[slot]?.cards[card] === null,
    act: ({ device, random }) => device.insertCard(slot, card, random.pick(VERSIONS)),
  },
  {
    name: `remove card ${slot}/${card}`,
    weight: 1,
    possible: ({ modules }) => typeof modules[slot]?.cards[card] === "string",
    act: ({ device }) => device.removeCard(slot, card),
  },
];

/** What may be done to one slot and the module in it. */
export const actionsOn = (slot: ManagementSlot): readonly Action[] => [
  {
    name: `pull ${slot}`,
    weight: 2,
    possible: ({ modules }) => modules[slot] !== null,
    act: ({ device, shelf }) => shelf.push(device.pull(slot)),
  },
  {
    name: `insert ${slot}`,
    weight: 14,
    possible: ({ modules }) => modules[slot] === null,
    act: (bystander) => bystander.device.insert(slot, someModule(bystander)),
  },
  {
    name: `reset ${slot}`,
    weight: 2,
    possible: (chassis) => isPowered(chassis, slot),
    act: ({ device, random }) =>
      device.reset(slot, random.pick(["fault", "operator", "thermal", "watchdog", "unknown"])),
  },
  {
    name: `revive ${slot}`,
    weight: 14,
    possible: ({ modules }) => modules[slot]?.status === "crashed",
    act: ({ device }) => device.reset(slot, "watchdog"),
  },
  {
    name: `crash ${slot}`,
    weight: 0.8,
    possible: (chassis) => isAtWork(chassis, slot),
    act: ({ device }) => device.crash(slot),
  },
  {
    name: `lose power ${slot}`,
    weight: 1.2,
    possible: (chassis) => isPowered(chassis, slot),
    act: ({ device }) => device.losePower(slot),
  },
  {
    name: `restore power ${slot}`,
    weight: 14,
    possible: ({ modules }) => modules[slot]?.status === "off",
    act: ({ device }) => device.restorePower(slot),
  },
  {
    name: `plug cable ${slot}`,
    weight: 4,
    possible: ({ cabled }) => !cabled[slot],
    act: ({ device }) => device.plugCable(slot),
  },
  {
    name: `unplug cable ${slot}`,
    weight: 0.6,
    possible: ({ cabled }) => cabled[slot],
    act: ({ device }) => device.unplugCable(slot),
  },
  ...onCard(slot, 1),
  ...onCard(slot, 2),
];
