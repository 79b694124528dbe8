import { join } from "node:path";
import { acceptEventsEndpoint } from "../../functions/accept-events/endpoint.ts";
import type { TokenVerifier } from "../../functions/authorize/caller.ts";
import { type TokenTerms, tokenVerifier } from "../../functions/authorize/verifier.ts";
import { projectEventsConsumer } from "../../functions/project-events/consumer.ts";
import { readFleetEndpoint } from "../../functions/read-fleet/endpoint.ts";
import { readTwinEndpoint } from "../../functions/read-twin/endpoint.ts";
import { dynamoDbDueIndex } from "../../shared/adapters/dynamodb-due-index.ts";
import { dynamoDbFleetIndex } from "../../shared/adapters/dynamodb-fleet-index.ts";
import { dynamoDbHealth } from "../../shared/adapters/dynamodb-health.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import type { Notification } from "../../shared/domain/notifications.ts";
import type { CommitReader, DeadLetters } from "../../shared/ports.ts";
import { type Announcements, embeddedAnnouncements } from "./announcements.ts";
import { claimDataFolder, DATA_FILES, type DataFolder } from "./data-folder.ts";
import { type Database, startDynamoDb, useDynamoDb } from "./database.ts";
import { startDeadlineTimer } from "./deadline-timer.ts";
import { embeddedBus } from "./embedded-bus.ts";
import { embeddedDeadLetters } from "./embedded-dead-letters.ts";
import { embeddedQueue } from "./embedded-queue.ts";
import { type Gatekeeper, openGate, tokenGate } from "./gatekeeper.ts";
import { serveHttp } from "./http-server.ts";
import { noJournal, openJournal } from "./journal.ts";
import { failureLog as logger } from "./operator-log.ts";

const DEFAULT_TABLE = "chassis-twin";

/** How to run the embedded server. */
export interface ServerOptions {
  readonly host: string;
  /** 0 is any that is free. */
  readonly port: number;
  /** Keeps nothing on disk. */
  readonly inMemory: boolean;
  /** Where data is kept, when it is. */
  readonly dataDirectory: string;
  /** Whose tokens callers need; without it, and without a verifier, they need none. */
  readonly tokenTerms?: TokenTerms | undefined;
  /** Verifies tokens in place of one made from the terms. */
  readonly verifier?: TokenVerifier;
  /** Told how twins change, after each write. */
  readonly onNotification?: (notification: Notification) => void;
}

/** An embedded server that answers requests. */
export interface RunningServer {
  readonly url: string;
  /** Where its data is, in words for the operator. */
  readonly keptIn: string;
  /** Whose tokens callers need; `null` when they need none. */
  readonly tokensOf: TokenTerms | null;
  /** Answers what has begun, projects what was accepted, and ends. */
  close(): Promise<void>;
}

/**
 * Runs the functions of the service in this process, with a DynamoDB, an event bus and a queue of its own; or with the
 * DynamoDB that AWS_ENDPOINT_URL_DYNAMODB names. Throws an error that extends `CannotStart` when the operator has to
 * change something first.
 */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const opened: Closable[] = [];
  const close = async () => {
    for (let last = opened.pop(); last !== undefined; last = opened.pop()) await last.close();
  };
  try {
    const server = await start(options, (closable) => opened.push(closable));
    return { ...server, close };
  } catch (error) {
    await close();
    throw error;
  }
};

interface Closable {
  close(): Promise<void>;
}

/** Tells each thing it opened to `opens`, to be closed in the opposite order. */
const start = async (options: ServerOptions, opens: (closable: Closable) => void) => {
  const clock = Date.now;
  const folder = options.inMemory ? null : await claimDataFolder(options.dataDirectory);
  if (folder !== null) opens(folder);
  const { database, keptIn } = await openDatabase(folder);
  opens(database);
  const { journal, left } = await journalIn(folder);
  opens(journal);

  const deadLetters = embeddedDeadLetters(folder && join(folder.path, DATA_FILES.deadLetters), clock);
  const announcements = announcementsTo(options.onNotification, dynamoDbTwinStore(database.table), deadLetters);
  if (announcements !== null) opens(announcements);
  const store = dynamoDbTwinStore({ ...database.table, ...(announcements && { afterSave: announcements.follow }) });
  const consume = projectEventsConsumer({ store, deadLetters, clock, logger });
  const queue = embeddedQueue({ consume, deadLetters, settled: (message) => journal.settle(message), clock });
  opens({ close: () => queue.drain() });

  const bus = embeddedBus({ journal, queue, clock });
  const fleet = dynamoDbFleetIndex(database.table);
  const health = dynamoDbHealth(database.table);
  const endpoints = {
    "accept-events": acceptEventsEndpoint({ bus, clock, logger }),
    "read-twin": readTwinEndpoint({ store, fleet, clock, logger }),
    "read-fleet": readFleetEndpoint({ store, fleet, health, clock, logger }),
  };
  const http = await serveHttp({ endpoints, gatekeeper: gatekeeperOf(options) }, options);
  opens(http);
  opens(startDeadlineTimer({ store, dueIndex: dynamoDbDueIndex(database.table), clock, logger }));
  for (const message of left) queue.send(message, clock());
  return { url: http.url, keptIn, tokensOf: options.tokenTerms ?? null };
};

/** Changes of which nobody is told are not looked for. */
const announcementsTo = (
  onNotification: ServerOptions["onNotification"],
  commits: CommitReader,
  deadLetters: DeadLetters,
): Announcements | null => (onNotification ? embeddedAnnouncements({ commits, deadLetters, onNotification }) : null);

const gatekeeperOf = ({ tokenTerms, verifier }: ServerOptions): Gatekeeper => {
  if (verifier !== undefined) return tokenGate(verifier);
  return tokenTerms === undefined ? openGate : tokenGate(tokenVerifier(tokenTerms));
};

const openDatabase = async (folder: DataFolder | null): Promise<{ database: Database; keptIn: string }> => {
  const tableName = process.env["TABLE_NAME"] || DEFAULT_TABLE;
  const endpoint = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  if (endpoint) {
    const database = await useDynamoDb({ endpoint, environment: process.env }, tableName);
    const journal = folder === null ? "" : `, journal in ${folder.path}`;
    return { database, keptIn: `table ${tableName} of the DynamoDB at ${endpoint}${journal}` };
  }
  const database = await startDynamoDb(folder && join(folder.path, DATA_FILES.database), tableName);
  return { database, keptIn: folder?.path ?? "memory, until the server stops" };
};

const journalIn = async (folder: DataFolder | null) =>
  folder === null ? { journal: noJournal, left: [] } : await openJournal(join(folder.path, DATA_FILES.journal));
