import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Metafile } from "esbuild";
import { bundleHandler, type HandlerBundle } from "../../infra/bundling/bundle-handler.ts";
import { FUNCTION_ENVIRONMENT } from "../support/function-environment.ts";

const run = promisify(execFile);

const FUNCTIONS = join(import.meta.dirname, "../../functions");

/** Runs the lines in a new process of Node, in which `loaded` is what the bundle exports. */
const inFreshNode = async ({ file }: HandlerBundle, lines: string): Promise<string> => {
  const script = `const loaded = await import(${JSON.stringify(pathToFileURL(file))}); ${lines}`;
  const { stdout } = await run(execPath, ["--enable-source-maps", "--input-type=module", "--eval", script], {
    env: { ...process.env, ...FUNCTION_ENVIRONMENT, NODE_OPTIONS: "" },
  });
  return stdout;
};

/** What is in the files that a start reads, by the path from the root of the project. */
const readAtStart = ({ outputs }: Metafile): readonly string[] => {
  const files = new Set(["index.mjs"]);
  for (const file of files) {
    for (const { kind, path } of outputs[file]?.imports ?? []) if (kind === "import-statement") files.add(path);
  }
  return [...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bundles-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

const bundleOf = (name: string) => bundleHandler(join(FUNCTIONS, name, "handler.ts"), join(folder, name));

describe.each(readdirSync(FUNCTIONS))("the bundle of %s", (name) => {
  test("has a handler", async () => {
    expect(await inFreshNode(bundleOf(name), "console.log(typeof loaded.handler);")).toBe("function\n");
  });
});

describe.each(["project-events", "announce-changes"])("a start of %s", (name) => {
  test("does not read the client of SQS", () => {
    const { metafile } = bundleOf(name);

    expect(Object.keys(metafile.inputs).filter(isOfSqs)).not.toEqual([]);
    expect(readAtStart(metafile)).toContain(`functions/${name}/handler.ts`);
    expect(readAtStart(metafile).filter(isOfSqs)).toEqual([]);
  });
});

const isOfSqs = (path: string): boolean => path.startsWith("node_modules/@aws-sdk/client-sqs/");

describe("a bundle", () => {
  const bundled = (name: string, source: string): HandlerBundle => {
    const entry = join(folder, `${name}.ts`);
    writeFileSync(entry, source);
    return bundleHandler(entry, join(folder, name));
  };

  test("keeps `this` in arrow functions", async () => {
    const bundle = bundled(
      "arrows",
      `class Base { tell() { return "base"; } }
      class Arrows extends Base {
        readonly name = "ours";
        readonly field = () => this.name;
        readonly inherited = () => super.tell();
        readonly later = async () => this.name;
        static readonly own = () => this.length;
        constructor(readonly first = () => this.name) { super(); }
        inner(..._rest: unknown[]) { return [1].map((each) => [this.name, arguments.length, each]); }
      }
      const { field, inherited, first, ...rest } = new Arrows();
      export const handler = () => [field(), inherited(), first(), Arrows.own(), new Arrows().inner(1, 2), rest.name];`,
    );

    expect(JSON.parse(await inFreshNode(bundle, "console.log(JSON.stringify(loaded.handler()));"))).toEqual([
      "ours",
      "base",
      "ours",
      0,
      [["ours", 2, 1]],
      "ours",
    ]);
  });

  test("has stack traces that name our files and lines", async () => {
    const bundle = bundled(
      "throws",
      `interface Nothing { readonly but: "types" }

      const fail = (nothing?: Nothing): never => {
        throw new Error(\`of \${nothing}\`);
      };
      export const handler = () => [1].map(() => fail());`,
    );
    const stack = await inFreshNode(bundle, "try { loaded.handler(); } catch ({ stack }) { console.log(stack); }");

    expect([...stack.matchAll(/throws\.ts:\d+/g)].map(String)).toEqual(["throws.ts:4", "throws.ts:6", "throws.ts:6"]);
  });
});
