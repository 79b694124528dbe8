import type { components } from "./api-types.ts";

/** Problem details (RFC 9457), as the service answers them. */
export type Problem = components["schemas"]["EventsRefused"];

/** The service answered that it did not do what it was asked, and why. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: Problem;

  constructor(problem: Problem, { method, url }: Pick<Request, "method" | "url">) {
    super(`${method} ${new URL(url).pathname} was answered ${problem.status} ${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** Whether a body is problem details. */
export const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" &&
  body !== null &&
  ["type", "title", "detail"].every((name) => typeof Reflect.get(body, name) === "string") &&
  typeof Reflect.get(body, "status") === "number";
