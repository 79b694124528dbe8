import { createHash, randomUUID } from "node:crypto";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { Clock, DeadLetters } from "../../shared/ports.ts";
import { lambdaContext } from "./lambda-context.ts";
import { tellOperator } from "./operator-log.ts";

const MOST_IN_A_BATCH = 100;
const MOST_RECEIVES = 5;
const FIRST_RETRY_MS = 500;
const RETRY_FACTOR = 4;

/** How long a queue that is being closed goes on delivering. */
const DRAIN_MS = 5000;

/** How many characters of messages may wait before the queue counts as full. */
const FULL = 64 * 1024 * 1024;

/** A queue within the process, with what the distributed one has: batches, redelivery and dead letters. */
export interface EmbeddedQueue {
  /** Takes a message, sent at `sentAt`, for delivery as soon as may be. */
  send(body: string, sentAt: number): void;
  isFull(): boolean;
  /** Delivers for some seconds what waits now, but not what waits to be tried again, and then nothing more. */
  drain(): Promise<void>;
}

/** What the queue delivers to, and whom it tells that a message is done with. */
export interface Dependencies {
  readonly consume: (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;
  readonly deadLetters: DeadLetters;
  readonly settled: (body: string) => void;
  readonly clock: Clock;
  /** How long a message that failed waits, in milliseconds, by how often it was received. */
  readonly retryDelay?: (receives: number) => number;
}

interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  readonly receives: number;
}

/** Starts a queue. It delivers at once when idle, and in one batch what arrives while a batch is being delivered. */
export const embeddedQueue = (dependencies: Dependencies): EmbeddedQueue => new InProcessQueue(dependencies);

class InProcessQueue implements EmbeddedQueue {
  readonly #dependencies: Dependencies;
  readonly #retries = new Set<NodeJS.Timeout>();
  #ready: Message[] = [];
  #length = 0;
  #delivery: Promise<void> | null = null;
  #closed = false;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  send(body: string, sentAt: number): void {
    this.#length += body.length;
    this.#receive({ id: randomUUID(), body, sentAt, receives: 0 });
  }

  isFull(): boolean {
    return this.#length >= FULL;
  }

  async drain(): Promise<void> {
    this.#closed = true;
    for (const retry of this.#retries) clearTimeout(retry);
    const patience = setTimeout(() => {
      this.#ready = [];
    }, DRAIN_MS);
    await this.#delivery;
    clearTimeout(patience);
  }

  #receive(message: Message): void {
    this.#ready.push(message);
    this.#delivery ??= this.#deliverAll();
  }

  async #deliverAll(): Promise<void> {
    // Whoever sends several messages at once has sent them all before this goes on.
    await Promise.resolve();
    while (this.#ready.length > 0) {
      const batch = this.#ready.splice(0, MOST_IN_A_BATCH).map(receivedOnceMore);
      const failed = await this.#deliver(batch);
      for (const message of batch) {
        if (failed.has(message.id)) await this.#again(message);
        else this.#settle(message);
      }
    }
    this.#delivery = null;
  }

  /** Delivers a batch and answers which of its messages failed. */
  async #deliver(batch: readonly Message[]): Promise<ReadonlySet<string>> {
    const { consume, clock } = this.#dependencies;
    try {
      const event = { Records: batch.map((message) => asRecord(message, clock())) };
      const { batchItemFailures } = await consume(event, lambdaContext("project-events"));
      return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    } catch (error) {
      tellOperator("the projection failed", error);
      return new Set(batch.map(({ id }) => id));
    }
  }

  async #again(message: Message): Promise<void> {
    if (message.receives >= MOST_RECEIVES) return this.#bury(message);
    if (this.#closed) return;
    const { retryDelay = growingDelay } = this.#dependencies;
    const retry = setTimeout(() => {
      this.#retries.delete(retry);
      this.#receive(message);
    }, retryDelay(message.receives));
    this.#retries.add(retry);
  }

  async #bury(message: Message): Promise<void> {
    try {
      await this.#dependencies.deadLetters.bury(message.body, `could not be projected in ${MOST_RECEIVES} attempts`);
      this.#settle(message);
    } catch (error) {
      tellOperator("cannot keep a dead letter; its message is tried again after the next start", error);
    }
  }

  #settle({ body }: Message): void {
    this.#length -= body.length;
    this.#dependencies.settled(body);
  }
}

const growingDelay = (receives: number): number =>
  FIRST_RETRY_MS * RETRY_FACTOR ** (receives - 1) * (0.5 + Math.random() / 2);

const receivedOnceMore = (message: Message): Message => ({ ...message, receives: message.receives + 1 });

const asRecord = ({ id, body, sentAt, receives }: Message, now: number): SQSRecord => ({
  messageId: id,
  receiptHandle: `${id}#${receives}`,
  body,
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: String(sentAt),
    SenderId: "embedded",
    ApproximateFirstReceiveTimestamp: String(now),
  },
  messageAttributes: {},
  md5OfBody: createHash("md5").update(body).digest("hex"),
  eventSource: "aws:sqs",
  eventSourceARN: "arn:aws:sqs:local:000000000000:project-events",
  awsRegion: "local",
});
