import { describe, expect, it } from "@jest/globals";
import { CAME_BACK, NO_REASON, redrive, survey } from "../../../infra/redrive/redrive.ts";
import { letterBox } from "./letter-box.ts";

const NOW = Date.parse("2026-03-01T12:00:00.000Z");

describe("a survey of dead letters", () => {
  it("counts them by reason, and leaves them where they are", async () => {
    const { box, content, out } = letterBox([
      { body: "a", reason: "not JSON" },
      { body: "b", reason: null },
      { body: "c", reason: "not JSON" },
    ]);

    expect(await survey(box)).toEqual(
      new Map([
        ["not JSON", 2],
        [NO_REASON, 1],
      ]),
    );
    expect(content()).toEqual(["a", "b", "c"]);
    expect(out()).toBe(0);
  });
});

describe("a redrive of dead letters", () => {
  it("gives each to its destination once, and leaves none", async () => {
    const { box, content, out } = letterBox([{ body: "a" }, { body: "b" }, { body: "c" }]);
    const arrived: string[] = [];

    const report = await redrive(
      box,
      async ({ body }) => void arrived.push(body),
      () => NOW,
    );

    expect(report).toEqual({ moved: 3, left: new Map() });
    expect(arrived).toEqual(["a", "b", "c"]);
    expect([content(), out()]).toEqual([[], 0]);
  });

  it("keeps what its destination does not accept, says why, and moves the others", async () => {
    const { box, content, out } = letterBox([{ body: "a" }, { body: "refused" }, { body: "c" }]);

    const report = await redrive(
      box,
      async ({ body }) => {
        if (body === "refused") throw new Error("the queue is gone");
      },
      () => NOW,
    );

    expect(report).toEqual({ moved: 2, left: new Map([["the queue is gone", 1]]) });
    expect([content(), out()]).toEqual([["refused"], 0]);
  });

  it("deletes a letter only after its destination accepted it", async () => {
    const { box, out } = letterBox([{ body: "a" }]);
    const stillThere: boolean[] = [];

    await redrive(
      box,
      async () => void stillThere.push(out() === 1),
      () => NOW,
    );

    expect(stillThere).toEqual([true]);
  });

  it("ends although what it moves fails again and comes back at once", async () => {
    const { box, send, content } = letterBox([{ body: "poison" }]);

    const report = await redrive(
      box,
      async ({ body }) => send({ body, sentAt: NOW }),
      () => NOW,
    );

    expect(report).toEqual({ moved: 1, left: new Map([[CAME_BACK, 1]]) });
    expect(content()).toEqual(["poison"]);
  });
});
