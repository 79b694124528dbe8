import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { Notification } from "../../../shared/domain/notifications.ts";
import { IN_GOOD_ORDER } from "../../support/chassis-story.ts";
import { announceWorld } from "../announce-changes/announce-world.ts";

const page = await readFile(new URL("../../../docs/notifications.md", import.meta.url), "utf8");

const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json = ""]) => Notification.parse(JSON.parse(json)));

/** The story that the examples are of. */
const told = async (): Promise<readonly Notification[]> => {
  const { at, happen, announced } = announceWorld();
  await happen(IN_GOOD_ORDER);
  at(10);
  await happen([
    [0, "module.removed", { slot: "M1" }, { id: "a" }],
    [2, "module.role-changed", { slot: "M2", to: "active" }, { id: "b", carrier: "syslog" }],
    [3, "interface-module.out-of-sync", { slot: "S3" }, { id: "c" }],
  ]);
  const opened = await announced();
  at(30);
  await happen([[20, "interface-module.resynced", { slot: "S3", overwritten: true }, { id: "d" }]]);
  return [...opened, ...(await announced())];
};

describe("docs/notifications.md", () => {
  it("has an example of every type", () => {
    const types = Notification.def.options.map(({ shape }) => shape.type.def.values[0]);

    expect(examples.map(({ type }) => type)).toEqual(types);
    for (const type of types) expect(page).toContain(`| \`${type}\` |`);
  });

  it("shows examples as they are announced", async () => {
    expect(await told()).toEqual(expect.arrayContaining(examples));
  });
});
