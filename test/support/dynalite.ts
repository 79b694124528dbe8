import { once } from "node:events";
import dynalite from "dynalite";

/** A DynamoDB that is ready for requests. */
export interface RunningDynalite {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts a DynamoDB of this process, in memory, on a free port of the loopback interface. */
export const startDynalite = async (): Promise<RunningDynalite> => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("dynalite listens on no port");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
