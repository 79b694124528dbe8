import { ApiProblem } from "../../client/api-problem.ts";
import { type ClientOptions, createClient, type Schemas } from "../../client/client.ts";
import { CannotAssert } from "./errors.ts";

/** Lets the service say whether assertions hold; it also says what is wrong with them. Throws `CannotAssert`. */
export const assertFleet = async (
  options: ClientOptions,
  assertions: unknown,
): Promise<Schemas["AssertionResults"]> => {
  const { data, response } = await answered(options, assertions);
  if (data !== undefined) return data;
  throw new CannotAssert(`${options.baseUrl} answered ${response.status}, which no chassis-twin does`);
};

const answered = async (options: ClientOptions, assertions: unknown) => {
  try {
    // What the file holds is for the service to judge.
    return await createClient(options).POST("/fleet/assertions", {
      body: { assertions: [] },
      bodySerializer: () => JSON.stringify(assertions),
    });
  } catch (error) {
    if (error instanceof ApiProblem) throw new CannotAssert(inOneLine(error), { cause: error });
    throw new CannotAssert(`no answer from ${options.baseUrl}${codeOf(error)}; is the service running there?`, {
      cause: error,
    });
  }
};

const inOneLine = ({ message, problem: { errors = [] } }: ApiProblem): string => {
  const [first, ...others] = errors;
  if (first === undefined) return message;
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return `the assertions are not valid: ${first.pointer || "the whole"} ${first.detail}${more}`;
};

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? ` (${cause.code})` : "";
};
