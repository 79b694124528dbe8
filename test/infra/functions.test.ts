import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "@jest/globals";
import * as z from "zod";
import { FUNCTION_ENVIRONMENT } from "../support/function-environment.ts";
import { resourcesOf, templateOf, WITH_TOKENS } from "./template.ts";

const FOLDER = join(import.meta.dirname, "../../functions");
const names = readdirSync(FOLDER).sort();

const Lambda = z.looseObject({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) });

const template = templateOf(WITH_TOKENS);
const functions = new Map(
  resourcesOf(template, "AWS::Lambda::Function").map(({ Properties }) => {
    const parsed = Lambda.parse(Properties);
    return [String(parsed.Environment.Variables["POWERTOOLS_SERVICE_NAME"]), parsed];
  }),
);

const variablesOf = (name: string) => functions.get(name)?.Environment.Variables;

describe("the functions", () => {
  test("are those that have a folder", () => {
    expect([...functions.keys()].sort()).toEqual(names);
  });

  test("do without the one that authorizes when callers are AWS identities", () => {
    expect(resourcesOf(templateOf(), "AWS::Lambda::Function")).toHaveLength(names.length - 1);
  });

  test("that authorize know whom to trust", () => {
    expect(variablesOf("authorize")).toMatchObject({ JWT_ISSUER: "https://issuer.example/", JWT_AUDIENCE: "chassis" });
    expect(variablesOf("authorize")).not.toHaveProperty("JWKS_URI");
  });

  test("that let commits expire know after how many days", () => {
    const forgetful = resourcesOf(templateOf({ retentionDays: "400" }), "AWS::Lambda::Function").map(
      ({ Properties }) => Lambda.parse(Properties).Environment.Variables,
    );

    expect(forgetful.filter((variables) => variables["RETENTION_DAYS"] === "400")).toEqual([
      expect.objectContaining({ POWERTOOLS_SERVICE_NAME: "project-events" }),
    ]);
    expect(variablesOf("project-events")).not.toHaveProperty("RETENTION_DAYS");
  });

  test("that serve the API answer before the gateway gives up", () => {
    for (const name of ["accept-events", "read-twin", "read-fleet", "describe-api"]) {
      expect(functions.get(name)?.["Timeout"]).toBeLessThan(29);
    }
  });

  test("that read a twin have time to wait five seconds for events", () => {
    expect(functions.get("read-twin")?.["Timeout"]).toBeGreaterThanOrEqual(10);
  });
});

describe.each(names)("the function %s", (name) => {
  test("runs on a pinned Node, on arm64", () => {
    expect(functions.get(name)).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
  });

  test("has a time-out and memory that somebody chose", () => {
    expect(functions.get(name)?.["Timeout"]).toBeGreaterThan(3);
    expect(functions.get(name)?.["MemorySize"]).toBeGreaterThan(128);
  });

  test("logs by its name, with stack traces that name our files", () => {
    expect(variablesOf(name)).toMatchObject({
      POWERTOOLS_SERVICE_NAME: name,
      POWERTOOLS_LOG_LEVEL: "INFO",
      NODE_OPTIONS: "--enable-source-maps",
    });
  });

  test("counts in the namespace of its stage", () => {
    expect(variablesOf(name)).toMatchObject({ POWERTOOLS_METRICS_NAMESPACE: "twin" });
  });
});

describe("every log", () => {
  test("ends after three months", () => {
    const logs = resourcesOf(template, "AWS::Logs::LogGroup");

    expect(logs).toHaveLength(names.length + 1);
    expect(logs.filter(({ Properties }) => Properties["RetentionInDays"] !== 90)).toEqual([]);
  });
});

describe("the handlers", () => {
  const Module = z.object({ handler: z.custom<(...args: never[]) => unknown>((value) => typeof value === "function") });

  beforeAll(() => {
    Object.assign(process.env, FUNCTION_ENVIRONMENT);
  });

  test.each(names)("of %s take no callback, which this Node has no more", async (name) => {
    const loaded = await import(pathToFileURL(join(FOLDER, name, "handler.ts")).href);

    expect(Module.parse(loaded).handler.length).toBeLessThanOrEqual(2);
  });
});
