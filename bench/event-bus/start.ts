import { join } from "node:path";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import * as z from "zod";
import { eventBridgeBus } from "../../shared/adapters/eventbridge-bus.ts";
import { leanClient } from "../../shared/adapters/lean-client.ts";
import type { EventBus } from "../../shared/ports.ts";
import { Child } from "../support/child.ts";
import { asNoOne } from "../support/no-one.ts";

/** A bus that takes all that is put on it, reached as the functions reach theirs. */
export interface RunningEventBus {
  readonly bus: EventBus;
  stop(): Promise<void>;
}

const Listening = z.object({ port: z.int() });

/** Starts a bus in a process of its own. */
export const startEventBus = async (): Promise<RunningEventBus> => {
  const child = new Child(join(import.meta.dirname, "answer.ts"), []);
  const { port } = await child.hear(Listening);
  const client = leanClient((lean) => new EventBridgeClient({ ...lean, ...asNoOne(`http://127.0.0.1:${port}`) }));
  return {
    bus: eventBridgeBus({ client, busName: "bench" }),
    async stop() {
      client.destroy();
      await child.end();
    },
  };
};
