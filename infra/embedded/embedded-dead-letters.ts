import { appendFile } from "node:fs/promises";
import type { Clock, DeadLetters } from "../../shared/ports.ts";
import { tellOperator } from "./operator-log.ts";

/**
 * Keeps dead letters as JSON lines of `{buriedAt, reason, message}` in the file at `path`; with none, the line to the
 * operator is all that remains of them.
 */
export const embeddedDeadLetters = (path: string | null, clock: Clock): DeadLetters => ({
  async bury(message, reason) {
    const letter = { buriedAt: new Date(clock()).toISOString(), reason, message };
    if (path !== null) await appendFile(path, `${JSON.stringify(letter)}\n`);
    tellOperator(`buried a message${path === null ? "" : ` in ${path}`}`, reason);
  },
});
