import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync, type Metafile } from "esbuild";
import {
  bundleHandler,
  type HandlerBundle,
  MODULE_FOR_LAMBDA,
  SOURCES_OF_CREDENTIALS,
} from "../../infra/bundling/bundle-handler.ts";
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

/** A function, bundled as it is deployed. */
interface BundledFunction extends HandlerBundle {
  readonly name: string;
}

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
    const entry = join(folder, "empty.ts");
    await writeFile(entry, EMPTY_HANDLER);
    const files = [
      { name: "an empty handler", file: plainBundle(entry, folder) },
      { name: "the same, bundled as these", file: bundleHandler(entry, join(folder, "empty")).file },
      ...(await bundleFunctions(folder)),
    ];
    const imports = new Map<string, Imported[]>(files.map(({ name }) => [name, []]));
    // In rounds, so that whatever else the machine does meets all of them.
    for (let round = 0; round < IMPORTS; round += 1) {
      for (const { name, file } of files) imports.get(name)?.push(await importInFreshNode(file));
    }
    const times = files.map(({ name }) => ({ name, ...summaryOf(imports.get(name) ?? []) }));
    const [plain = Number.NaN, alike = Number.NaN] = times.map(({ cpu }) => cpu.median);
    return {
      title: "Start of the functions",
      text: [
        `Processor time that a fresh Node takes to import a function, median of ${IMPORTS} with its range, and its memory ` +
          `after that; at most ${MOST_TIMES} times that of an empty handler, which only makes a client of DynamoDB and is ` +
          "bundled by esbuild alone, as one would without us. How the functions are bundled makes any of them start faster: " +
          "the second row has the empty handler bundled so too, and the column `times alike` what each takes beside that.",
      ],
      tables: [
        {
          columns: ["function", "ms", "range", "times", "times alike", "memory, MB"],
          rows: times.map(({ name, cpu, memory }) => [
            name,
            figure(cpu.median, 1),
            `${figure(cpu.least, 1)} – ${figure(cpu.most, 1)}`,
            figure(cpu.median / plain),
            figure(cpu.median / alike),
            figure(memory, 1),
          ]),
        },
      ],
      missed: times.flatMap(({ name, cpu }) => overTarget(`time to import ${name}`, cpu.median / plain, MOST_TIMES)),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Bundles every function as the stack does, each into a folder of its name. */
const bundleFunctions = async (folder: string): Promise<readonly BundledFunction[]> => {
  const names = (await readdir(FUNCTIONS)).sort();
  return names.map((name) => ({ name, ...bundleHandler(join(FUNCTIONS, name, "handler.ts"), join(folder, name)) }));
};

/** Bundles a handler into one file as esbuild does by itself. */
const plainBundle = (entry: string, folder: string): string => {
  const file = join(folder, "plain.mjs");
  buildSync({
    ...MODULE_FOR_LAMBDA,
    external: [...SOURCES_OF_CREDENTIALS],
    entryPoints: [entry],
    outfile: file,
    nodePaths: [join(ROOT, "node_modules")],
    logLevel: "error",
  });
  return file;
};

const summaryOf = (imports: readonly Imported[]) => ({
  cpu: medianOf(imports.map(({ cpuMs }) => cpuMs)),
  memory: medianOf(imports.map(({ memoryMb }) => memoryMb)).median,
});

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
