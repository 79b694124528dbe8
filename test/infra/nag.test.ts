import { describe, expect, test } from "@jest/globals";
import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { stackOf, WITH_TOKENS } from "./template.ts";

const STAGES = [
  ["with everything by default", {}],
  ["whose callers have tokens", WITH_TOKENS],
  ["that is ephemeral", { ephemeral: true }],
  ["that tells someone", { alarmEmail: "on-call@example.com" }],
] as const;

describe("the rules of AwsSolutions and of CloudFormation", () => {
  test.each(STAGES)("are kept, or acknowledged with a reason, by a stage %s", (_, settings) => {
    const { app } = stackOf(settings, { validated: true });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

    expect(() => app.synth()).not.toThrow();
  });
});
