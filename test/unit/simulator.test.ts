import { describe, expect, it } from "@jest/globals";
import { ImpossibleAction } from "../support/simulator/chassis.ts";
import { CONSISTENCY_RULES } from "../support/simulator/consistency.ts";
import type { DeviceOptions } from "../support/simulator/new-world.ts";
import { SimulatedDevice } from "../support/simulator/simulated-device.ts";
import { simulate } from "../support/simulator/simulator.ts";

const HISTORIES = Array.from({ length: 200 }, (_, seed) => simulate({ seed, actions: 15, settle: true }));

/** A chassis whose modules have booted and synchronized, M1 active; nothing of it is left to report. */
const settled = (options: DeviceOptions = {}): SimulatedDevice => {
  const device = new SimulatedDevice({ seed: 7, ...options });
  device.powerUp();
  device.settle();
  device.takeEvents();
  return device;
};

describe("a simulated history", () => {
  it.each(Object.entries(CONSISTENCY_RULES))("%s", (_, holds) => {
    const broken = HISTORIES.filter((history) => !holds(history));

    expect(broken.map(({ seed }) => seed)).toEqual([]);
  });

  it("is the same for the same seed and another for another", () => {
    expect(simulate({ seed: 42, actions: 15, settle: true })).toEqual(HISTORIES[42]);
    expect(HISTORIES[43]?.events).not.toEqual(HISTORIES[42]?.events);
  });

  it("meets every situation that matters", () => {
    const truths = HISTORIES.flatMap(({ steps }) => steps.map(({ truth }) => truth));
    const kinds = (of: (truth: (typeof truths)[number]) => unknown) => [...new Set(truths.map(of))].map(String).sort();

    expect(kinds(({ phase }) => phase)).toEqual(["off", "starting", "stranded", "switching", "up"]);
    expect(kinds(({ lastSwitchoverCause }) => lastSwitchoverCause)).toHaveLength(5);
    expect(kinds(({ sync }) => sync.status)).toHaveLength(5);
    expect(kinds(({ sync }) => sync.runningConfig)).toHaveLength(6);
  });
});

describe("a simulated device", () => {
  it("elects M1 at power-on, and the other slot when M1 is empty", () => {
    expect(settled().truth()).toMatchObject({ activeSlot: "M1", standbyReady: true, switchoverCount: 0 });
    expect(settled({ modules: { M2: { serialNumber: "B1" } } }).truth().activeSlot).toBe("M2");
  });

  it.each([
    [false, "M1"],
    [true, "M2"],
  ] as const)("elects the configured default slot at a cold start if it was saved (%s): %s", (saved, elected) => {
    const device = settled();

    device.configureRedundancy({ defaultActiveSlot: "M2", saved });
    expect(device.truth().activeSlot).toBe("M1");
    device.reload();
    expect(device.truth().activeSlot).toBeNull();
    device.settle();

    expect(device.truth()).toMatchObject({ activeSlot: elected, coldStarts: 2, switchoverCount: 0 });
  });

  it("switches over on command to a ready standby, and the former active returns as standby", () => {
    const device = settled();
    device.openSession("cli-1");

    device.requestSwitchover();
    device.runFor(6);
    expect(device.truth()).toMatchObject({ activeSlot: "M2", openSessions: [] });
    expect(device.truth().modules.M1).toMatchObject({ status: "booting", role: "standby", managementPort: "down" });
    device.settle();

    expect(device.truth()).toMatchObject({ activeSlot: "M2", standbyReady: true, lastSwitchoverCause: "manual" });
  });

  it("refuses a switchover without a ready standby", () => {
    const device = settled();
    device.reset("M2");

    device.requestSwitchover();
    device.runFor(10);

    expect(device.truth()).toMatchObject({ activeSlot: "M1", switchoverCount: 0 });
    expect(device.takeEvents().map(({ type }) => type)).toContain("switchover.refused");
  });

  it.each(["pull", "losePower", "reset", "crash"] as const)("has a ready standby take over after %s", (how) => {
    const device = settled();

    device[how]("M1");
    expect(device.truth()).toMatchObject({ activeSlot: null, takeoverBy: "M2", phase: "switching" });
    device.runFor(4);

    expect(device.truth()).toMatchObject({ activeSlot: "M2", switchoverCount: 1, coldStarts: 1 });
  });

  it("has nothing take over while the standby is synchronizing: the chassis restarts as a whole", () => {
    const device = settled();
    device.updateImage("primary", "2.8.0");

    device.pull("M1");
    expect(device.truth()).toMatchObject({ activeSlot: null, takeoverBy: null, sync: { flashCode: "aborted" } });
    device.settle();

    expect(device.truth()).toMatchObject({ activeSlot: "M2", switchoverCount: 0, coldStarts: 2 });
    expect(device.truth().modules.M2.versions.primary).toBe("2.7.2a");
  });

  it("makes a returning module the standby and overwrites its files, but for boot code", () => {
    const device = settled();
    const original = device.pull("M1");
    device.settle();
    device.changeConfig();
    device.saveConfig();
    device.updateImage("primary", "2.6.0");
    device.updateImage("boot", "2.8.0");

    device.insert("M1", original);
    device.settle();

    const { activeSlot, modules, sync } = device.truth();
    expect([activeSlot, sync.status, modules.M1.systemConfig]).toEqual(["M2", "in-sync", 11]);
    expect(modules.M1.versions).toMatchObject({ running: "2.7.2a", primary: "2.6.0", bootCode: "2.7.0" });
  });

  it("starts cold when one module comes back after both were lost", () => {
    const device = settled();
    device.pull("M2");
    device.pull("M1");
    expect(device.truth().phase).toBe("off");

    device.insert("M2", { serialNumber: "B2" });
    device.settle();

    expect(device.truth()).toMatchObject({ activeSlot: "M2", coldStarts: 2, switchoverCount: 0 });
  });

  it.each(["per-change", "cycle"] as const)(
    "copies the running-config within its period (%s), never when off",
    (way) => {
      const device = settled({ traits: { runningConfigCopy: way } });
      device.changeConfig();
      expect(device.truth().sync.runningConfig).toBe("synchronizing");
      device.runFor(7);
      expect(device.truth().sync.runningConfig).toBe("in-sync");

      device.configureRedundancy({ syncPeriodSeconds: 0 });
      device.changeConfig();
      device.settle();
      expect(device.truth()).toMatchObject({ standbyReady: true, sync: { runningConfig: "different" } });
      device.configureRedundancy({ syncPeriodSeconds: -1 });

      expect(device.truth()).toMatchObject({ settings: { syncPeriodSeconds: 0 }, sync: { runningConfig: "in-sync" } });
    },
  );

  it("loses a running-config change that had not reached the standby when it took over", () => {
    const device = settled();
    device.changeConfig();
    device.runFor(3);

    device.losePower("M1");
    device.runFor(4);

    expect(device.truth().modules.M2.runningConfig).toBe(10);
  });

  it("boots both modules from the source chosen for the active, with the card in the active's front panel", () => {
    const device = settled();
    device.insertCard("M1", 1, "2.8.0");
    device.configureBootOrder(["pcmcia-slot-1", "primary-flash"]);

    device.reload();
    device.settle();

    const booted = { bootedFrom: "pcmcia-slot-1", versions: { running: "2.8.0", primary: "2.7.2a" } };
    expect(device.truth().modules).toMatchObject({ M1: booted, M2: booted });
  });

  it("is told of twice at most within two seconds, by trap and by syslog under other ids", () => {
    const device = settled({ witnessShare: 1 });

    device.pull("M2");
    device.runFor(5);

    const [first, second, ...more] = device.takeEvents();
    expect(more).toEqual([]);
    expect(new Set([first?.carrier, second?.carrier])).toEqual(new Set(["trap", "syslog"]));
    expect(Date.parse(second?.time ?? "") - Date.parse(first?.time ?? "")).toBeLessThanOrEqual(2000);
  });

  it("refuses to have done to it what nobody could do", () => {
    const device = settled();

    expect(() => device.insert("M2", { serialNumber: "C1" })).toThrow(ImpossibleAction);
    expect(() => device.restorePower("M2")).toThrow(ImpossibleAction);
    expect(() => device.closeSession("cli-9")).toThrow(ImpossibleAction);
  });
});
