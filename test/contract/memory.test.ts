import { describe } from "@jest/globals";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import { dueIndexContract } from "./due-index.contract.ts";
import { fleetIndexContract } from "./fleet-index.contract.ts";
import type { OpenStores } from "./open-stores.ts";
import { twinStoreContract } from "./twin-store.contract.ts";

const open: OpenStores = async () => {
  const memory = memoryStore();
  return { store: memory, fleet: memory, dueIndex: memory, health: memory, close: async () => {} };
};

describe("in memory", () => {
  twinStoreContract(open);
  fleetIndexContract(open);
  dueIndexContract(open);
});
