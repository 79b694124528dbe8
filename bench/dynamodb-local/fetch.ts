import { execFile } from "node:child_process";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const VERSION = "2.6.1";
const FOLDER = join(import.meta.dirname, "../../.cache/dynamodb-local", VERSION);
const MVN_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

/** Something that the benchmarks need is not on this machine. */
export class ToolMissing extends Error {
  override readonly name = "ToolMissing";
  readonly tool: string;

  constructor(tool: string, needed: string, options?: ErrorOptions) {
    super(`${tool} is not on this machine: the benchmarks need ${needed}.`, options);
    this.tool = tool;
  }
}

/** DynamoDB Local could not be fetched; the cause has what Maven said. */
export class DatabaseNotFetched extends Error {
  override readonly name = "DatabaseNotFetched";
}

/** The folder with DynamoDB Local, fetched from Maven Central at first. Throws `ToolMissing` or `DatabaseNotFetched`. */
export const fetchDynamoDbLocal = async (): Promise<string> => {
  await requireTool("java", ["-version"], "Java 17 or newer, for Amazon's DynamoDB Local");
  if (await isFilled(FOLDER)) return FOLDER;
  await requireTool("mvn", ["--version"], "Maven, to fetch Amazon's DynamoDB Local once");
  const unfinished = `${FOLDER}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const pom = join(import.meta.dirname, "pom.xml");
  try {
    await run("mvn", ["-q", "-B", "-f", pom, MVN_PLUGIN, `-DoutputDirectory=${unfinished}`]);
  } catch (cause) {
    await rm(unfinished, { recursive: true });
    throw new DatabaseNotFetched("Maven could not fetch DynamoDB Local", { cause });
  }
  await rename(unfinished, FOLDER);
  return FOLDER;
};

const run = promisify(execFile);

const requireTool = async (tool: string, versionQuestion: readonly string[], needed: string): Promise<void> => {
  try {
    await run(tool, versionQuestion);
  } catch (cause) {
    throw new ToolMissing(tool, needed, { cause });
  }
};

const isFilled = async (folder: string): Promise<boolean> => {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name.startsWith("DynamoDBLocal"));
};
