import type { APIGatewayProxyEvent } from "aws-lambda";
import type * as z from "zod/mini";
import { InvalidInput } from "../domain/errors.ts";
import { headerOf } from "./http.ts";
import { PayloadTooLarge, UnsupportedMediaType } from "./request-errors.ts";
import { faultsIn, IN_PLAIN_WORDS } from "./schema-faults.ts";

const MOST_BYTES = 1024 * 1024;
const JSON_MEDIA_TYPE = "application/json";

/**
 * Reads the body of a request whose media type is `application/json`. Throws `UnsupportedMediaType`, `PayloadTooLarge`,
 * or `InvalidInput` with pointers into the body.
 */
export const jsonBodyOf = <Schema extends z.ZodMiniType>(
  request: APIGatewayProxyEvent,
  schema: Schema,
): z.infer<Schema> => {
  if (mediaTypeOf(request) !== JSON_MEDIA_TYPE)
    throw new UnsupportedMediaType([JSON_MEDIA_TYPE], `Send the body as ${JSON_MEDIA_TYPE}.`);
  const parsed = schema.safeParse(jsonIn(request), IN_PLAIN_WORDS);
  if (!parsed.success) throw new InvalidInput(faultsIn(parsed.error), "The body is not valid.");
  return parsed.data;
};

/** The media type of a request's body without its parameters, in lower case; `undefined` when it does not say. */
export const mediaTypeOf = (request: APIGatewayProxyEvent): string | undefined =>
  headerOf(request, "content-type")?.split(";", 1)[0]?.trim().toLowerCase();

/** The JSON value that a body is, whatever its media type. Throws `PayloadTooLarge` or `InvalidInput`. */
export const jsonIn = (request: APIGatewayProxyEvent): unknown => {
  const text = textIn(request);
  if (text.trim() === "") throw unreadable("is empty");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(`is not JSON: ${error instanceof Error ? error.message : "it cannot be read"}`);
  }
};

/** The text of a body. Throws `PayloadTooLarge` over 1 MiB, and `InvalidInput` for bytes that are not UTF-8. */
export const textIn = ({ body, isBase64Encoded }: APIGatewayProxyEvent): string => {
  const sent = body ?? "";
  if (Buffer.byteLength(sent, isBase64Encoded ? "base64" : "utf8") > MOST_BYTES)
    throw new PayloadTooLarge(`A request may hold at most ${MOST_BYTES} bytes.`);
  if (!isBase64Encoded) return sent;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(sent, "base64"));
  } catch {
    throw unreadable("is not UTF-8");
  }
};

/** What to throw of a body that as a whole is not what it should be. */
export const unreadable = (detail: string): InvalidInput =>
  new InvalidInput([{ pointer: "", detail }], `The body ${detail}.`);
