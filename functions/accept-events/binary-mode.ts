import type { APIGatewayProxyEvent } from "aws-lambda";
import { type InputFault, InvalidInput } from "../../shared/domain/errors.ts";
import { headerOf } from "../../shared/edge/http.ts";
import { mediaTypeFaults } from "../../shared/edge/parse-event.ts";
import { pointerTo } from "../../shared/edge/schema-faults.ts";

/** Attributes that binary mode carries elsewhere than in a header of their name. */
const CARRIED_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["data", "the body"],
  ["datacontenttype", "the header Content-Type"],
]);

type Member = readonly [name: string, value: unknown];

/** Whether a request has an event's attributes in its headers. */
export const isBinaryMode = (request: APIGatewayProxyEvent): boolean =>
  headerOf(request, "ce-specversion") !== undefined;

/**
 * The event of a request in binary mode, as it would be in structured mode (CloudEvents HTTP binding): `ce-` headers
 * are its attributes, `content-type` is its datacontenttype, the body its data, if there is one. Throws `InvalidInput`
 * when headers or body cannot be read.
 */
export const eventInBinaryMode = (request: APIGatewayProxyEvent, body: string): object => {
  const mediaType = headerOf(request, "content-type");
  const faults: InputFault[] = [...mediaTypeFaults(mediaType)];
  const members: Member[] = attributeNames(request).flatMap((name) => {
    const read = attributeIn(name, headerOf(request, `ce-${name}`) ?? "");
    if (typeof read === "string") return [[name, read]];
    faults.push(read);
    return [];
  });
  if (mediaType !== undefined) members.push(["datacontenttype", mediaType]);
  if (faults.length === 0 && body.trim() !== "") members.push(["data", dataIn(body)]);
  if (faults.length > 0) throw unreadable(faults);
  return Object.fromEntries(members);
};

const attributeNames = ({ headers, multiValueHeaders }: APIGatewayProxyEvent): readonly string[] => {
  const names = Object.keys({ ...headers, ...multiValueHeaders }).map((name) => name.toLowerCase());
  return [...new Set(names)].filter((name) => name.startsWith("ce-")).map((name) => name.slice("ce-".length));
};

const attributeIn = (name: string, value: string): string | InputFault => {
  const pointer = pointerTo([name]);
  const place = CARRIED_ELSEWHERE.get(name);
  if (place !== undefined) return { pointer, detail: `must be in ${place}, not in ce-${name}` };
  try {
    return decodeURIComponent(unquoted(value));
  } catch {
    return { pointer, detail: "has a malformed percent-encoding; a percent sign itself is sent as %25" };
  }
};

// Senders quoted what has spaces before the binding had them percent-encode it.
const unquoted = (value: string): string =>
  value.replaceAll(/"((?:[^"\\]|\\.)*)"/g, (_, quoted: string) => quoted.replaceAll(/\\(.)/g, "$1"));

const dataIn = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch (error) {
    const detail = `is not JSON: ${error instanceof Error ? error.message : "it cannot be read"}`;
    throw unreadable([{ pointer: "/data", detail }]);
  }
};

const unreadable = (faults: readonly InputFault[]) => new InvalidInput(faults, "The event cannot be read.");
