import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { renderEventPage } from "./event-page.ts";

const path = fileURLToPath(new URL("../docs/events.md", import.meta.url));

await mkdir(dirname(path), { recursive: true });
await writeFile(path, renderEventPage());
