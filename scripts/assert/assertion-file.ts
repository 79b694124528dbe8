import { readFile } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { CannotAssert } from "./errors.ts";

/** Reads a file of assertions, in YAML or JSON (which is YAML too). Throws `CannotAssert`. */
export const readAssertionFile = async (path: string): Promise<unknown> => {
  const text = await readText(path);
  try {
    return parse(text, { prettyErrors: true });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new CannotAssert(
      `${path} is neither YAML nor JSON: ${error.message.split("\n", 1).join().replace(/:$/, "")}`,
    );
  }
};

const readText = async (path: string): Promise<string> => {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new CannotAssert(`cannot read the file ${path}${code}`, { cause: error });
  }
};
