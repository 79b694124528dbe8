import type { BootSource } from "../../../shared/domain/vocabulary.ts";
import { type Action, VERSIONS } from "./bystander.ts";
import { type Chassis, isPortUp, isStandbyReady } from "./chassis.ts";

const BOOT_ORDERS: readonly (readonly BootSource[])[] = [
  ["primary-flash"],
  ["primary-flash", "secondary-flash"],
  ["secondary-flash", "primary-flash"],
  ["pcmcia-slot-1", "primary-flash"],
  ["tftp", "pcmcia-slot-2", "primary-flash"],
];

const hasActive = ({ activeSlot }: Readonly<Chassis>): boolean => activeSlot !== null;

const hasReachableActive = (chassis: Readonly<Chassis>): boolean =>
  chassis.activeSlot !== null && isPortUp(chassis, chassis.activeSlot);

/** What may be done to the chassis as a whole, by command or by its power supply. */
export const OPERATOR_ACTIONS: readonly Action[] = [
  {
    name: "switchover",
    weight: 7,
    possible: ({ activeSlot, request }) => activeSlot !== null && request === null,
    act: ({ device }) => device.requestSwitchover(),
  },
  { name: "change config", weight: 7, possible: hasActive, act: ({ device }) => device.changeConfig() },
  { name: "save config", weight: 4, possible: hasActive, act: ({ device }) => device.saveConfig() },
  {
    name: "update image",
    weight: 4,
    possible: hasActive,
    act: ({ device, random }) =>
      device.updateImage(random.pick(["primary", "primary", "secondary", "monitor", "boot"]), random.pick(VERSIONS)),
  },
  {
    name: "configure boot order",
    weight: 2,
    possible: hasActive,
    act: ({ device, random }) => device.configureBootOrder(random.pick(BOOT_ORDERS)),
  },
  {
    name: "choose default slot",
    weight: 2,
    possible: hasActive,
    act: ({ device, random }) =>
      device.configureRedundancy({ defaultActiveSlot: random.pick(["M1", "M2"]), saved: random.chance(0.6) }),
  },
  {
    name: "choose sync period",
    weight: 2,
    possible: hasActive,
    act: ({ device, random }) => device.configureRedundancy({ syncPeriodSeconds: random.pick([0, 4, 7, 7, 20]) }),
  },
  {
    name: "copy running-config once",
    weight: 1,
    possible: isStandbyReady,
    act: ({ device }) => device.configureRedundancy({ syncPeriodSeconds: -1 }),
  },
  {
    name: "open session",
    weight: 4,
    possible: hasReachableActive,
    act: (bystander) => {
      bystander.serial += 1;
      const kind = bystander.random.pick(["cli", "web", "inm"] as const);
      bystander.device.openSession(`${kind}-${bystander.serial}`, kind);
    },
  },
  {
    name: "close session",
    weight: 2,
    possible: ({ sessions }) => sessions.length > 0,
    act: ({ device, random }) => device.closeSession(random.pick(device.chassis.sessions)),
  },
  { name: "reload", weight: 1, possible: hasActive, act: ({ device }) => device.reload() },
  {
    name: "power cycle",
    weight: 1,
    possible: ({ mains }) => mains,
    act: ({ device, random }) => {
      device.powerDown();
      device.runFor(random.within([2, 20]));
      device.powerUp();
    },
  },
];
