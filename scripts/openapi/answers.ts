import * as z from "zod/mini";
import { ProblemDetails } from "../../shared/edge/problem-details.ts";
import type { DescribedAnswer, DescribedAnswers, Headers } from "./description.ts";
import { named } from "./schemas.ts";

/** The headers of every answer that is no file. */
export const CACHE_CONTROL: Headers = {
  "Cache-Control": { description: "Ask again before you use what you kept.", required: true, schema: z.string() },
};

/** When to come back. */
export const RETRY_AFTER: Headers = {
  "Retry-After": {
    description: "After how many seconds to try again.",
    required: true,
    schema: z.string().check(z.regex(/^[0-9]+$/)),
  },
};

const Problem = named("Problem", ProblemDetails);

/** An answer in JSON. */
export const answerOf = (description: string, schema: z.ZodMiniType, headers: Headers = {}): DescribedAnswer => ({
  description,
  headers: { ...CACHE_CONTROL, ...headers },
  content: { "application/json": { schema } },
});

/** An answer that is problem details. */
export const problemAnswer = (
  description: string,
  headers: Headers = {},
  schema: z.ZodMiniType = Problem,
): DescribedAnswer => ({
  description,
  headers: { ...CACHE_CONTROL, ...headers },
  content: { "application/problem+json": { schema } },
});

/** The answers that any operation may give, by their names in the document. */
export const COMMON_ANSWERS = {
  InvalidInput: problemAnswer("The request says something that is not taken; `errors` says where and what to do."),
  Unauthorized: problemAnswer("The caller brings no token, or one that is not accepted.", {
    "WWW-Authenticate": { description: "How to sign in (RFC 6750).", required: true, schema: z.string() },
  }),
  Forbidden: problemAnswer("The caller may not do this.", {
    "WWW-Authenticate": { description: "The scope that the token lacks.", schema: z.string() },
  }),
  NotFound: problemAnswer(
    "There is no such chassis, or nothing is known of it at that moment; or there is no such route.",
  ),
  MethodNotAllowed: problemAnswer("The path takes other methods.", {
    Allow: { description: "Those that it takes.", required: true, schema: z.string() },
  }),
  PayloadTooLarge: problemAnswer("The body is larger than 1 MiB, or has more than 500 events."),
  UnsupportedMediaType: problemAnswer("The body is in a media type that is not taken here.", {
    Accept: { description: "The media types that are.", required: true, schema: z.string() },
  }),
  TooManyRequests: problemAnswer("More requests come in a second than the service takes.", RETRY_AFTER),
  InternalError: problemAnswer("The service failed; the same request may succeed later."),
  ServiceUnavailable: problemAnswer("What the service depends on does not answer now.", RETRY_AFTER),
  NoAnswerInTime: problemAnswer("The answer took too long; the same request may succeed later.", RETRY_AFTER),
} as const satisfies Readonly<Record<string, DescribedAnswer>>;

/** What any request may be answered. */
export const ANYWHERE: DescribedAnswers = {
  400: COMMON_ANSWERS.InvalidInput,
  413: COMMON_ANSWERS.PayloadTooLarge,
  429: COMMON_ANSWERS.TooManyRequests,
  500: COMMON_ANSWERS.InternalError,
  503: COMMON_ANSWERS.ServiceUnavailable,
  504: COMMON_ANSWERS.NoAnswerInTime,
};

/** What a request that needs a caller may be answered besides. */
export const CALLER_NEEDED: DescribedAnswers = {
  ...ANYWHERE,
  401: COMMON_ANSWERS.Unauthorized,
  403: COMMON_ANSWERS.Forbidden,
};

/** What a request about one chassis may be answered besides. */
export const ABOUT_CHASSIS: DescribedAnswers = { ...CALLER_NEEDED, 404: COMMON_ANSWERS.NotFound };
