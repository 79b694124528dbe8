import { Logger } from "@aws-lambda-powertools/logger";
import { onFirstUse } from "../domain/on-first-use.ts";

/** Where a function tells its operators of failures, in the function's log. As a rule there are none, and no logger is made. */
export const functionLog = (serviceName: string): Pick<Logger, "error" | "warn"> => {
  const logger = onFirstUse(() => new Logger({ serviceName }));
  return {
    error: (message, ...extra) => logger().error(message, ...extra),
    warn: (message, ...extra) => logger().warn(message, ...extra),
  };
};
