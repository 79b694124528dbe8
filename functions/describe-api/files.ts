import { readFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

interface DescribingFile {
  /** Where the file is in the project. */
  readonly source: string;
  readonly mediaType: string;
}

const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";

/** The files that describe the API: the OpenAPI document, the page that shows it, and what the page is made of. */
export const DESCRIBING_FILES = {
  "openapi.json": { source: "docs/openapi.json", mediaType: "application/json" },
  "page.html": { source: "functions/describe-api/page/page.html", mediaType: "text/html; charset=utf-8" },
  "start.js": { source: "functions/describe-api/page/start.js", mediaType: SCRIPT },
  "page.css": { source: "functions/describe-api/page/page.css", mediaType: STYLE },
  "swagger-ui-bundle.js": { source: "node_modules/swagger-ui-dist/swagger-ui-bundle.js", mediaType: SCRIPT },
  "swagger-ui.css": { source: "node_modules/swagger-ui-dist/swagger-ui.css", mediaType: STYLE },
} as const satisfies Readonly<Record<string, DescribingFile>>;

/** The name of one of these files. */
export type FileName = keyof typeof DESCRIBING_FILES;

/** Reads one of these files. */
export type FileReader = (name: FileName) => Promise<string>;

/** Reads them where they are in the project. */
export const readInProject: FileReader = (name) => readFile(join(ROOT, DESCRIBING_FILES[name].source), "utf8");

/** Reads them from a folder that has a copy of each. */
export const readInFolder =
  (folder: string): FileReader =>
  (name) =>
    readFile(join(folder, name), "utf8");
