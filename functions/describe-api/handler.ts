import { join } from "node:path";
import { describeApiEndpoint } from "./endpoint.ts";
import { readInFolder } from "./files.ts";

/** Lambda: describes the API; the files lie beside its code. */
export const handler = describeApiEndpoint({ read: readInFolder(join(import.meta.dirname, "files")) });
