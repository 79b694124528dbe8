import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { type RunningServer, startServer } from "../../infra/embedded/server.ts";
import { poweredOn } from "../support/api-world.ts";
import { documentedFetch } from "../support/documented.ts";
import { cleanUp, freshFolder } from "./server-process.ts";
import { until } from "./until.ts";

interface Run {
  readonly exitCode: number | string | null | undefined;
  readonly output: string;
  readonly errors: string;
}

const runAssert = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "scripts/assert.ts", ...args], (error, output, errors) =>
      resolve({ exitCode: error === null ? 0 : error.code, output, errors }),
    );
  });

const fileOf = async (text: string): Promise<string> => {
  const path = join(await freshFolder(), "assertions.yaml");
  await writeFile(path, text);
  return path;
};

describe("npm run assert", () => {
  let server: RunningServer;
  const summary = async () => (await documentedFetch(`${server.url}/fleet/summary?prefix=bxr-`)).json();

  beforeAll(async () => {
    server = await startServer({ host: "127.0.0.1", port: 0, inMemory: true, dataDirectory: "" });
    const [coldStart, firstBoot] = poweredOn("bxr-par-01");
    await documentedFetch(`${server.url}/events`, {
      method: "POST",
      headers: { "content-type": "application/cloudevents-batch+json" },
      body: JSON.stringify([...poweredOn("bxr-lon-01"), coldStart, firstBoot]),
    });
    await until("the fleet is there", async () => JSON.stringify(await summary()).includes('"ready":1'));
    await until("all of it", async () => JSON.stringify(await summary()).includes('"total":2'));
  });
  afterEach(cleanUp);
  afterAll(() => server.close());

  it("names the chassis that fail and why, within 80 columns, and ends with 1", async () => {
    const { exitCode, output } = await runAssert("examples/assertions.yaml", "--url", server.url);

    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /^FAIL {2}no chassis without a ready standby \(1 of 2 fail\)\n {6}bxr-par-01: redundancy \w+;/,
    );
    expect(output).toMatch(/\n {8}- \S/);
    expect(output).toContain("\npass  no PCMCIA boot (2 checked)\n");
    expect(output).toMatch(/\n2 passed, 1 failed\n$/);
    expect(output.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("takes JSON too, and ends with 0 when all holds", async () => {
    const where = { prefix: "bxr-lon-" };
    const file = await fileOf(
      JSON.stringify({ assertions: [{ name: "ready", where, expect: { redundancy: "ready" } }] }),
    );

    expect(await runAssert(file, "--url", server.url)).toMatchObject({
      exitCode: 0,
      output: "pass  ready (1 checked)\n1 passed, 0 failed\n",
    });
  });

  it.each([
    [
      "an unknown filter",
      "assertions: [{ name: a, expect: { colour: red } }]",
      /\/assertions\/0\/expect\/colour is unknown/,
    ],
    ["what is neither YAML nor JSON", "assertions: [", /is neither YAML nor JSON: .+ line 1/],
    ["an empty file", "", /the assertions are not valid/],
  ])("refuses %s in one line, with exit code 2", async (_, text, line) => {
    const { exitCode, errors } = await runAssert(await fileOf(text), "--url", server.url);

    expect(exitCode).toBe(2);
    expect(errors).toMatch(/^assert: [^\n]+\n$/);
    expect(errors).toMatch(line);
  });

  it.each([
    ["there is no such file", ["nowhere.yaml"], /cannot read the file nowhere.yaml \(ENOENT\)/],
    ["no file is named", [], /missing required argument/],
    ["the URL is none", ["examples/assertions.yaml", "--url", "fleet"], /--url is no URL/],
    [
      "nobody answers",
      ["examples/assertions.yaml", "--url", "http://127.0.0.1:9"],
      /no answer from http:\/\/127.0.0.1:9/,
    ],
  ])("says in one line that %s, with exit code 2", async (_, args, line) => {
    const { exitCode, errors } = await runAssert(...args);

    expect(exitCode).toBe(2);
    expect(errors).toMatch(/^assert: [^\n]+\n$/);
    expect(errors).toMatch(line);
  });
});
