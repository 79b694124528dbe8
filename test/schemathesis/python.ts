import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const ROOT = join(import.meta.dirname, "../..");
const REQUIREMENTS = join(import.meta.dirname, "requirements.txt");
const ENVIRONMENT = join(ROOT, ".cache/schemathesis");
const INSTALLED = join(ENVIRONMENT, "installed.txt");

/** There is no Python that could run schemathesis; the message says what to do. */
export class PythonMissing extends Error {
  override readonly name = "PythonMissing";
}

/** The path of schemathesis, in an environment of its own that is made when there is none, or another one. */
export const installedSchemathesis = async (): Promise<string> => {
  const wanted = await readFile(REQUIREMENTS, "utf8");
  if (wanted !== (await readFile(INSTALLED, "utf8").catch(() => null))) {
    await makeEnvironment();
    await run(join(ENVIRONMENT, "bin/python"), ["-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS]);
    await writeFile(INSTALLED, wanted);
  }
  return join(ENVIRONMENT, "bin/schemathesis");
};

const makeEnvironment = async (): Promise<void> => {
  const python = process.env["PYTHON"] ?? "python3";
  try {
    await run(python, ["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))"]);
  } catch (cause) {
    const message = `schemathesis needs Python 3.10 or newer with venv, and ${python} is none; set PYTHON to one`;
    throw new PythonMissing(message, { cause });
  }
  await rm(ENVIRONMENT, { recursive: true, force: true });
  await run(python, ["-m", "venv", ENVIRONMENT]);
};
