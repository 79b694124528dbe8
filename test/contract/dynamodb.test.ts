import { afterAll, beforeAll, describe } from "@jest/globals";
import { type RunningDynalite, startDynalite } from "../support/dynalite.ts";
import { dueIndexContract } from "./due-index.contract.ts";
import { endpointOf, openOn } from "./dynamodb-tables.ts";
import { fleetIndexContract } from "./fleet-index.contract.ts";
import { twinStoreContract } from "./twin-store.contract.ts";

describe("on dynalite", () => {
  let dynalite: RunningDynalite;

  beforeAll(async () => {
    dynalite = await startDynalite();
  });
  afterAll(() => dynalite.stop());

  twinStoreContract(openOn(() => dynalite.endpoint));
  fleetIndexContract(openOn(() => dynalite.endpoint));
  dueIndexContract(openOn(() => dynalite.endpoint));
});

const endpoint = endpointOf(process.env);
if (endpoint !== undefined) {
  describe(`on ${endpoint}`, () => {
    twinStoreContract(openOn(() => endpoint));
    fleetIndexContract(openOn(() => endpoint));
    dueIndexContract(openOn(() => endpoint));
  });
}
