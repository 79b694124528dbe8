import { REGION } from "../../test/localstack/support/environment.ts";

/** What a client of the SDK needs to know of an emulator. */
export const clientOptions = (endpoint: string) => ({
  endpoint,
  region: REGION,
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
});
