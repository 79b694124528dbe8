import { execFile } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { idsOf, post } from "./client.ts";
import { eventOf } from "./events.ts";
import { cleanUp, freshFolder, runServer, startedServer } from "./server-process.ts";
import { until } from "./until.ts";

jest.setTimeout(60_000);

const shell = async (line: string): Promise<string> => (await promisify(execFile)("sh", ["-c", line])).stdout;

describe("the start of the server", () => {
  afterEach(cleanUp);

  it("tells where it listens, where the data is, and two lines to try which work as they are", async () => {
    const data = await freshFolder();

    const server = await startedServer(["--data", data]);

    await until("the whole greeting is there", () => server.output().includes("Ctrl-C"));
    expect(server.output()).toContain(`Data is kept in ${data}\n`);
    const [send, read] = server.output().match(/^ +curl .*$/gm) ?? [];
    expect(JSON.parse(await shell(send ?? ""))).toMatchObject({ accepted: 1, rejected: 0 });
    await until("the twin is there", async () => (await shell(read ?? "")).includes('"activeSlot":"M1"'));
    expect(server.errors()).toBe("");
  });

  it("keeps what it was sent for the next start, or only until it stops when told so", async () => {
    const data = await freshFolder();
    for (const [where, kept] of [[["--data", data], true] as const, [["--in-memory"], false] as const]) {
      const first = await startedServer(where);
      await post(first.url, [eventOf("rack-1", "a")]);
      await until("it is projected", async () => (await idsOf(first.url, "rack-1")).size === 1);
      await first.end("SIGTERM");

      const second = await startedServer(where);

      expect((await idsOf(second.url, "rack-1")).size).toBe(kept ? 1 : 0);
    }
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends with exit code 0 on %s, with all that was accepted in the twins",
    async (signal) => {
      const data = await freshFolder();
      const first = await startedServer(["--data", data]);
      const ids = Array.from({ length: 100 }, (_, n) => `event-${n}`);
      await post(
        first.url,
        ids.map((id) => eventOf("rack-1", id)),
      );

      expect(await first.end(signal)).toBe(0);

      const second = await startedServer(["--data", data]);
      expect((await idsOf(second.url, "rack-1")).size).toBe(100);
      expect(first.errors()).toBe("");
    },
  );

  it.each([
    ["an unknown option", ["--prot", "1"], "unknown option '--prot'"],
    ["a port that is no number", ["--port", "http"], "A port is a number from 0 to 65535"],
    ["a port that is too high", ["--port", "65536"], "A port is a number from 0 to 65535"],
    ["an argument too many", ["8080"], "too many arguments"],
    ["a host that others can reach", ["--host", "0.0.0.0"], "OIDC issuer"],
  ])("refuses %s in one line, with exit code 2", async (_, args, line) => {
    const server = runServer(args);

    expect(await server.exitCode).toBe(2);
    expect(server.errors()).toMatch(/^chassis-twin: [^\n]+\n$/);
    expect(server.errors()).toContain(line);
    expect(server.output()).toBe("");
  });

  it("refuses a port that is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? address?.port : undefined;

    const server = runServer(["--in-memory", "--port", `${port}`]);

    expect(await server.exitCode).toBe(2);
    expect(server.errors()).toMatch(new RegExp(`^chassis-twin: [^\\n]*port ${port} is in use[^\\n]*\\n$`));
    other.close();
  });

  it("refuses a data folder that cannot be written to", async () => {
    const file = join(await freshFolder(), "file");
    await writeFile(file, "");

    const server = runServer(["--port", "0", "--data", join(file, "data")]);

    expect(await server.exitCode).toBe(2);
    expect(server.errors()).toMatch(/^chassis-twin: [^\n]*cannot write to the data folder [^\n]*\n$/);
  });

  it("refuses a data folder on which another server works, and leaves that one alone", async () => {
    const data = await freshFolder();
    const first = await startedServer(["--data", data]);

    const second = runServer(["--port", "0", "--data", data]);

    expect(await second.exitCode).toBe(2);
    expect(second.errors()).toMatch(/^chassis-twin: [^\n]*another server uses the data folder[^\n]*\n$/);
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
  });

  it("refuses a database that another server has open, even where it cannot see that server's claim", async () => {
    const data = await freshFolder();
    await startedServer(["--data", data]);

    const second = runServer(["--port", "0", "--data", data], { TMPDIR: await freshFolder() });

    expect(await second.exitCode).toBe(2);
    expect(second.errors()).toMatch(/^chassis-twin: [^\n]*cannot open the database in [^\n]*\n$/);
  });
});
