import { expect, test } from "@jest/globals";
import { cdkFor } from "./support/cdk.ts";
import { ENDPOINT } from "./support/stage.ts";
import { STAGES } from "./support/stages.ts";

test("a stage that is deployed again does not change", async () => {
  const cdk = cdkFor(ENDPOINT);
  const before = await cdk.outputs(STAGES.signed);

  expect(await cdk.diff(STAGES.signed)).toMatchObject({ exitCode: 0 });
  expect(await cdk.deploy(STAGES.signed)).toContain("(no changes)");
  expect(await cdk.outputs(STAGES.signed)).toEqual(before);
});
