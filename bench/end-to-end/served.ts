import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import * as z from "zod";
import { startServer } from "../../infra/embedded/server.ts";
import { CpuProfile } from "../support/profile.ts";

// The embedded server in a process of its own, which tells its parent where its time goes and which calls it makes.

const Started = z.object({ request: z.custom<ClientRequest>((value) => typeof value === "object" && value !== null) });

const [dataDirectory = ".data"] = process.argv.slice(2);
const calls = new Map<string, number>();
let profile: CpuProfile | null = null;

// All requests that this process sends are the SDK's, to the database.
subscribe("http.client.request.start", (message) => {
  const target = Started.parse(message).request.getHeader("x-amz-target");
  const operation = String(target).split(".").at(-1) ?? "";
  calls.set(operation, (calls.get(operation) ?? 0) + 1);
});

const server = await startServer({ host: "127.0.0.1", port: 0, inMemory: false, dataDirectory });

const obey = async (command: unknown): Promise<void> => {
  if (command === "begin") {
    calls.clear();
    profile = new CpuProfile();
    await profile.begin();
    process.send?.({ begun: true });
  }
  if (command === "end") process.send?.({ calls: Object.fromEntries(calls), groups: (await profile?.end()) ?? [] });
  if (command === "close") {
    await server.close();
    process.exit(0);
  }
};

process.on("message", (command) => {
  obey(command).catch((error) => {
    throw error;
  });
});
process.on("disconnect", () => process.exit(1));
process.send?.({ url: server.url });
