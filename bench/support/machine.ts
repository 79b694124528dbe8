import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { arch, platform, version } from "node:process";
import * as z from "zod";
import type { Section } from "./report.ts";

const Package = z.object({ dependencies: z.record(z.string(), z.string()) });
const NAMED = ["@aws-sdk/client-dynamodb", "zod"];

/** On what the figures were measured. */
export const describeMachine = (): Section => {
  const { dependencies } = Package.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")),
  );
  const [processor] = cpus();
  const [load = 0] = loadavg();
  return {
    title: "Measured on",
    text: [],
    tables: [
      {
        columns: ["what", "which"],
        rows: [
          ["processor", `${cpus().length} × ${processor?.model ?? "unknown"}`],
          ["memory", `${(totalmem() / 1024 ** 3).toFixed(1)} GiB`],
          ["system", `${platform} ${arch}`],
          ["Node", version],
          ["load before", load.toFixed(1)],
          ...NAMED.map((name) => [name, dependencies[name] ?? "unknown"]),
          ["date", new Date().toISOString().slice(0, 10)],
        ],
      },
    ],
    missed: [],
  };
};
