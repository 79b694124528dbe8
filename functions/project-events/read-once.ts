import type { Commit } from "../../shared/domain/chassis-record.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { CommitReader } from "../../shared/ports.ts";

/**
 * Reads the commits from a moment on but once, however often they are asked for. What is known of late events, and the
 * state to fold them into, are both found there.
 */
export const readingOnce = (reader: CommitReader): CommitReader => {
  const stretches = new Map<string, AsyncIterable<Commit>>();
  return {
    commitsFrom(chassisId: string, from: Moment) {
      const key = `${chassisId} ${from}`;
      const stretch = stretches.get(key) ?? remembering(reader.commitsFrom(chassisId, from));
      stretches.set(key, stretch);
      return stretch;
    },
    commitsBefore: (chassisId, before) => reader.commitsBefore(chassisId, before),
  };
};

/** The same values each time they are gone through; each is read when it is first asked for. */
const remembering = <T>(values: AsyncIterable<T>): AsyncIterable<T> => {
  const unread = values[Symbol.asyncIterator]();
  const read: IteratorResult<T>[] = [];
  return {
    async *[Symbol.asyncIterator]() {
      for (let index = 0; ; index += 1) {
        const next = read[index] ?? (await unread.next());
        read[index] = next;
        if (next.done) return;
        yield next.value;
      }
    },
  };
};
