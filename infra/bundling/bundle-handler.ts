import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, buildSync, type Metafile, type OutputFile } from "esbuild";
import { withoutArrows } from "./without-arrows.ts";

const ROOT = join(import.meta.dirname, "../..");

/** What runs on Lambda as one ES module, minified. */
export const MODULE_FOR_LAMBDA = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  minify: true,
} satisfies BuildOptions;

/**
 * Where the AWS SDK would look for credentials if the environment had none, which it imports only then. Lambda gives
 * them in the environment; they would be a fifth of each bundle.
 */
export const SOURCES_OF_CREDENTIALS: readonly string[] = [
  "@aws-sdk/credential-provider-http",
  "@aws-sdk/credential-provider-ini",
  "@aws-sdk/credential-provider-login",
  "@aws-sdk/credential-provider-process",
  "@aws-sdk/credential-provider-sso",
  "@aws-sdk/credential-provider-web-identity",
  "@aws-sdk/token-providers",
  "@smithy/credential-provider-imds",
];

/** What else the SDK imports only when it needs it: for operations that stream events, of which we use none, and in browsers. */
const NEVER_NEEDED = ["@smithy/core/event-streams", "bowser"];

/** What a handler became. */
export interface HandlerBundle {
  /** The file whose `handler` Lambda runs. */
  readonly file: string;
  /** How long the code is in all, without the source maps. */
  readonly bytes: number;
  /** What is in it. */
  readonly metafile: Metafile;
}

/**
 * Bundles the handler in `entry` into the folder, as `index.mjs`. What is imported by `import()` is in a file of its own,
 * and is read when it is met. Beside each file is its source map, without the sources, which names them from the root of
 * the project.
 */
export const bundleHandler = (entry: string, folder: string): HandlerBundle => {
  const { metafile, outputFiles } = buildSync({
    ...MODULE_FOR_LAMBDA,
    entryPoints: { index: entry },
    outdir: ROOT,
    write: false,
    outExtension: { ".js": ".mjs" },
    splitting: true,
    external: [...SOURCES_OF_CREDENTIALS, ...NEVER_NEEDED],
    alias: { "node:process": join(import.meta.dirname, "process.ts") },
    sourcemap: "external",
    sourcesContent: false,
    metafile: true,
    absWorkingDir: ROOT,
    nodePaths: [join(ROOT, "node_modules")],
    logLevel: "error",
  });
  mkdirSync(folder, { recursive: true });
  const written = outputFiles
    .filter(({ path }) => path.endsWith(".mjs"))
    .map((file) => write(join(folder, basename(file.path)), file, mapOf(file, outputFiles)));
  return { file: join(folder, "index.mjs"), bytes: written.reduce((sum, bytes) => sum + bytes, 0), metafile };
};

const mapOf = ({ path }: OutputFile, outputs: readonly OutputFile[]): string => {
  const map = outputs.find((output) => output.path === `${path}.map`);
  if (map === undefined) throw new Error(`esbuild made no source map for ${path}.`);
  return map.text;
};

/** Answers how many bytes the code has. */
const write = (path: string, { text }: OutputFile, inputMap: string): number => {
  const { code, map } = withoutArrows({ code: text, map: inputMap });
  const bytes = Buffer.from(`${code}\n//# sourceMappingURL=${basename(path)}.map\n`);
  writeFileSync(path, bytes);
  writeFileSync(`${path}.map`, map);
  return bytes.length;
};
