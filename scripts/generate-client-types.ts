import { readFile, writeFile } from "node:fs/promises";
import { renderClientTypes } from "./client-types/client-types.ts";

const document = await readFile(new URL("../docs/openapi.json", import.meta.url), "utf8");
await writeFile(new URL("../client/api-types.ts", import.meta.url), await renderClientTypes(document));
