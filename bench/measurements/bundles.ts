import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { BUNDLING } from "../../infra/bundling.ts";
import { figure, grouped, medianOf, overTarget, type Section } from "../support/report.ts";
import { type Imported, importInFreshNode } from "./fresh-import.ts";

const ROOT = join(import.meta.dirname, "../..");
const FUNCTIONS = join(ROOT, "functions");

/** How many bytes the minified code of a function may take at most. */
export const MOST_BYTES = 520_000;

/** How many times as long as an empty handler's the import of a function may take at most. */
const MOST_TIMES = 1.25;

const IMPORTS = 20;
const LISTED = 4;

/** Makes a client of DynamoDB, as every function does, and nothing else. */
const EMPTY_HANDLER = `import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
const client = new DynamoDBClient();
export const handler = async () => [client, GetItemCommand, PutItemCommand, QueryCommand].length;`;

/** The minified code of one function. */
export interface Bundle {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly metafile: Metafile;
}

/** Bundles every function as the stack does. What was bundled is in `folder`. */
export const bundleFunctions = async (folder: string): Promise<readonly Bundle[]> => {
  const names = (await readdir(FUNCTIONS)).sort();
  return await Promise.all(names.map((name) => bundle(folder, name, join(FUNCTIONS, name, "handler.ts"))));
};

/** How large the functions are, and what is in them. The same on any machine. */
export const measureBundleSizes = async (): Promise<Section> => {
  const folder = await mkdtemp(join(tmpdir(), "bundles-"));
  try {
    const bundles = await bundleFunctions(folder);
    return {
      title: "Size of the functions",
      text: [
        `Minified, in bytes; at most ${grouped(MOST_BYTES)}. Beside it, what takes most of it, in thousands of bytes.`,
      ],
      tables: [
        {
          columns: ["function", "bytes", "most of it"],
          rows: bundles.map(({ name, bytes, metafile }) => [name, grouped(bytes), contentsOf(metafile)]),
        },
      ],
      missed: bundles.flatMap(({ name, bytes }) => overTarget(`bytes of ${name}`, bytes, MOST_BYTES)),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** How long a fresh Node takes to import each function, and the memory it has then. */
export const measureImports = async (): Promise<Section> => {
  const folder = await mkdtemp(join(tmpdir(), "bundles-"));
  try {
    const empty = join(folder, "empty.ts");
    await writeFile(empty, EMPTY_HANDLER);
    const bundles = [await bundle(folder, "an empty handler", empty), ...(await bundleFunctions(folder))];
    const imports = new Map<string, Imported[]>(bundles.map(({ name }) => [name, []]));
    // In rounds, so that whatever else the machine does meets all of them.
    for (let round = 0; round < IMPORTS; round += 1) {
      for (const { name, file } of bundles) imports.get(name)?.push(await importInFreshNode(file));
    }
    const times = bundles.map(({ name }) => ({ name, ...summaryOf(imports.get(name) ?? []) }));
    const basis = times[0]?.cpu.median ?? Number.NaN;
    return {
      title: "Start of the functions",
      text: [
        `Processor time that a fresh Node takes to import a function, median of ${IMPORTS} with its range, and its memory ` +
          `after that; at most ${MOST_TIMES} times that of an empty handler, which only makes a client of DynamoDB.`,
      ],
      tables: [
        {
          columns: ["function", "ms", "range", "times", "memory, MB"],
          rows: times.map(({ name, cpu, memory }) => [
            name,
            figure(cpu.median, 1),
            `${figure(cpu.least, 1)} – ${figure(cpu.most, 1)}`,
            figure(cpu.median / basis),
            figure(memory, 1),
          ]),
        },
      ],
      missed: times.flatMap(({ name, cpu }) => overTarget(`time to import ${name}`, cpu.median / basis, MOST_TIMES)),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

const summaryOf = (imports: readonly Imported[]) => ({
  cpu: medianOf(imports.map(({ cpuMs }) => cpuMs)),
  memory: medianOf(imports.map(({ memoryMb }) => memoryMb)).median,
});

const bundle = async (folder: string, name: string, entry: string): Promise<Bundle> => {
  const file = join(folder, `${name.replaceAll(" ", "-")}.mjs`);
  const { externalModules, ...options } = BUNDLING;
  const { metafile } = await build({
    ...options,
    external: externalModules,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    metafile: true,
    platform: "node",
    format: "esm",
    nodePaths: [join(ROOT, "node_modules")],
    logLevel: "error",
  });
  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  return { name, file, bytes, metafile };
};

/** The packages and folders that take most of a bundle. */
const contentsOf = ({ outputs }: Metafile): string => {
  const shares = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const part = partOf(path);
      shares.set(part, (shares.get(part) ?? 0) + bytesInOutput);
    }
  }
  const largest = [...shares].sort(([, a], [, b]) => b - a).slice(0, LISTED);
  return largest.map(([part, bytes]) => `${part} ${figure(bytes / 1000, 0)}`).join(", ");
};

const partOf = (path: string): string => {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (inPackage !== undefined) return inPackage.startsWith("@smithy/") ? "@smithy" : inPackage;
  return path.split("/").slice(0, 2).join("/");
};
