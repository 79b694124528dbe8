import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "@jest/globals";

const ROOT = join(import.meta.dirname, "../..");

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));

const sourceOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** What a file imports: packages by name, files by their path from the root. */
const importsOf = (file: string): readonly string[] =>
  [...sourceOf(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)]
    .map(([, specifier = ""]) => specifier)
    .map((specifier) => (specifier.startsWith(".") ? relative(ROOT, join(ROOT, dirname(file), specifier)) : specifier));

const offenders = (files: readonly string[], isAllowed: (imported: string) => boolean): readonly string[] =>
  files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => !isAllowed(imported))
      .map((name) => `${file}: ${name}`),
  );

const SOURCES = ["shared", "functions", "collectors", "infra"].flatMap(filesIn);

describe("the layout of the code", () => {
  test("the domain imports itself and zod only", () => {
    expect(
      offenders(filesIn("shared/domain"), (name) => name === "zod/mini" || name.startsWith("shared/domain/")),
    ).toEqual([]);
  });

  test("functions import the part of zod that starts fast", () => {
    expect(offenders([...filesIn("shared"), ...filesIn("functions")], (name) => name !== "zod")).toEqual([]);
  });

  test("the ports import the domain only", () => {
    expect(offenders(["shared/ports.ts"], (name) => name.startsWith("shared/domain/"))).toEqual([]);
  });

  test("only adapters, handlers and the embedded server know the AWS SDK", () => {
    const others = SOURCES.filter(
      (file) => !file.startsWith("shared/adapters/") && !file.startsWith("infra/") && !file.endsWith("/handler.ts"),
    );

    expect(offenders(others, (name) => !name.startsWith("@aws-sdk/"))).toEqual([]);
  });

  test("collectors know nothing of the service but its events", () => {
    expect(
      offenders(
        filesIn("collectors"),
        (name) => !name.startsWith("functions/") && !name.startsWith("shared/adapters/"),
      ),
    ).toEqual([]);
  });

  test("a handler is a composition root of at most 40 lines", () => {
    const handlers = SOURCES.filter((file) => file.endsWith("/handler.ts"));

    expect(handlers.length).toBeGreaterThan(3);
    expect(handlers.filter((file) => sourceOf(file).split("\n").length > 41)).toEqual([]);
  });

  test("no file is longer than 200 lines but the declarations of state", () => {
    expect(SOURCES.filter((file) => sourceOf(file).split("\n").length > 201)).toEqual(["shared/domain/state.ts"]);
  });
});
