import { readdirSync } from "node:fs";
import { join } from "node:path";

const UNIT = join(import.meta.dirname, "../unit");
const FOLDERS = ["transitions", "policies", "findings", "scenarios", "what-if", "project-events"];

// All tests of the model in one file, so that the code under test is loaded once for each mutant and not once a file.
for (const name of ["api/switchovers.test.ts", "equality.test.ts", "event-identity.test.ts"])
  await import(join(UNIT, name));
for (const folder of FOLDERS) {
  for (const name of readdirSync(join(UNIT, folder)).sort()) {
    if (name.endsWith(".test.ts")) await import(join(UNIT, folder, name));
  }
}
