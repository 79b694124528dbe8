import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, realpath, rm } from "node:fs/promises";
import { createConnection, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataFolderInUse, DataFolderNotWritable, systemCode } from "./errors.ts";

/** What the embedded server keeps in its data folder. */
export const DATA_FILES = {
  database: "dynamodb",
  journal: "journal.ndjson",
  deadLetters: "dead-letters.ndjson",
} as const;

/** A folder on which no other embedded server works until it is closed. */
export interface DataFolder {
  readonly path: string;
  /** Lets others claim it. */
  close(): Promise<void>;
}

/**
 * Makes the folder if need be and claims it for this process. Throws `DataFolderNotWritable` or `DataFolderInUse`.
 */
export const claimDataFolder = async (folder: string): Promise<DataFolder> => {
  const path = await writable(folder);
  const claim = await listenAlone(socketOf(path), folder);
  return { path, close: () => new Promise((resolve) => claim.close(() => resolve())) };
};

const writable = async (folder: string): Promise<string> => {
  try {
    await mkdir(folder, { recursive: true });
    const path = await realpath(folder);
    await access(path, constants.W_OK);
    for (const name of Object.values(DATA_FILES)) await accessIfThere(join(path, name));
    return path;
  } catch (cause) {
    throw new DataFolderNotWritable(folder, { cause });
  }
};

const accessIfThere = async (path: string): Promise<void> => {
  try {
    await access(path, constants.W_OK);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
};

/**
 * The claim is a local socket, because it ends with its process however that ends. It is kept beside other temporary
 * files, because the path of a socket must be short, and named after the folder.
 */
const socketOf = (path: string): string => {
  const name = `chassis-twin-${createHash("sha256").update(path).digest("hex").slice(0, 16)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

const listenAlone = async (socket: string, folder: string): Promise<Server> => {
  try {
    return await listen(socket);
  } catch (cause) {
    if (systemCode(cause) !== "EADDRINUSE" || (await answers(socket))) throw new DataFolderInUse(folder, { cause });
  }
  // Its process was killed and could not take the socket away.
  await rm(socket, { force: true });
  return listen(socket);
};

const listen = (socket: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once("error", reject);
    server.listen(socket, () => resolve(server.unref()));
  });

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = createConnection(socket, () => {
      connection.destroy();
      resolve(true);
    });
    connection.once("error", (error) =>
      resolve(systemCode(error) !== "ECONNREFUSED" && systemCode(error) !== "ENOENT"),
    );
  });
