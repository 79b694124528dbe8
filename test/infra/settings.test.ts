import { describe, expect, test } from "@jest/globals";
import { App } from "aws-cdk-lib";
import { InvalidSettings, stageSettings } from "../../infra/settings.ts";

const settingsFrom = (context: Readonly<Record<string, unknown>>) => stageSettings(new App({ context }).node);

const refusal = (context: Readonly<Record<string, unknown>>): string => {
  try {
    settingsFrom(context);
  } catch (error) {
    if (error instanceof InvalidSettings) return error.message;
    throw error;
  }
  throw new Error("The settings were taken");
};

describe("the settings of a stage", () => {
  test("are those of a lasting stage named dev whose callers are AWS identities, unless the context says otherwise", () => {
    expect(settingsFrom({})).toEqual({
      stage: "dev",
      auth: { kind: "iam" },
      alarmEmail: undefined,
      retentionDays: undefined,
      ephemeral: false,
    });
  });

  test("are read from text, as the command line gives it", () => {
    const context = {
      stage: "prod",
      auth: "jwt",
      jwtIssuer: "https://issuer.example/",
      jwtAudience: "chassis",
      jwksUri: "https://issuer.example/keys",
      alarmEmail: "on-call@example.com",
      retentionDays: "400",
      ephemeral: "true",
    };

    expect(settingsFrom(context)).toEqual({
      stage: "prod",
      auth: {
        kind: "jwt",
        issuer: "https://issuer.example/",
        audience: "chassis",
        jwksUri: "https://issuer.example/keys",
      },
      alarmEmail: "on-call@example.com",
      retentionDays: 400,
      ephemeral: true,
    });
  });

  test("are read as JSON, as cdk.json gives them", () => {
    expect(settingsFrom({ ephemeral: true })).toMatchObject({ ephemeral: true });
  });

  test.each([
    ["a stage that cannot name a stack", { stage: "Prod_1" }, "stage must be"],
    ["an unknown kind of caller", { auth: "none" }, "auth must be iam or jwt"],
    ["an issuer without TLS", { auth: "jwt", jwtIssuer: "http://issuer.example", jwtAudience: "a" }, "https://"],
    ["tokens without an issuer", { auth: "jwt", jwtAudience: "a" }, "needs both jwtIssuer and jwtAudience"],
    ["tokens for anyone", { auth: "jwt", jwtIssuer: "https://issuer.example" }, "needs both jwtIssuer and jwtAudience"],
    [
      "an issuer that nobody asks",
      { jwtIssuer: "https://issuer.example" },
      "jwtIssuer has no effect unless auth is jwt",
    ],
    ["an address that is none", { alarmEmail: "on-call" }, "alarmEmail must be an e-mail address"],
    ["a retention of no time", { retentionDays: "0" }, "retentionDays must be at least 1"],
    ["a retention that is no number", { retentionDays: "long" }, "retentionDays must be a number of days"],
    ["what is neither true nor false", { ephemeral: "yes" }, "ephemeral must be true or false"],
  ])("are refused for %s", (_, context, reason) => {
    expect(refusal(context)).toContain(reason);
  });

  test("are refused with every fault at once", () => {
    const message = refusal({ stage: "", alarmEmail: "", ephemeral: "perhaps" });

    expect(message.split("\n")).toHaveLength(4);
  });
});
