import * as z from "zod/mini";
import type { Header, Headers, Operation } from "./description.ts";
import { schemaOf } from "./schemas.ts";

/** The parameters of an operation, in the terms of OpenAPI. */
export const parametersOf = ({ path = {}, query = {}, meanings = {}, required = [], headers = {} }: Operation) => [
  ...inPlace("path", path),
  ...Object.entries(query).map(([name, parameter]) => ({
    name,
    in: "query",
    description: meanings[name],
    ...(required.includes(name) && { required: true }),
    schema: querySchemaOf(parameter),
  })),
  ...inPlace("header", headers),
];

const inPlace = (place: "path" | "header", described: Headers) =>
  Object.entries(described).map(([name, header]) => ({ name, in: place, ...headerOf(header) }));

/** A header in the terms of OpenAPI. */
export const headerOf = ({ description, required, schema }: Header) => ({
  description,
  ...(required && { required }),
  schema: schemaOf(schema),
});

/** The schema of one value, or of the list of values, of a parameter made with `once` or `repeated`. */
const querySchemaOf = (parameter: z.core.$ZodType) => {
  const inner = withoutAbsence(parameter);
  if (!(inner instanceof z.ZodMiniPipe)) throw new TypeError("A parameter is made with `once` or `repeated`.");
  const sent = withoutAbsence(inner.def.in);
  return sent instanceof z.ZodMiniArray
    ? { type: "array", items: schemaOf(typed(sent.def.element)) }
    : schemaOf(typed(inner.def.out));
};

const withoutAbsence = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniOptional
    ? withoutAbsence(schema.def.innerType)
    : schema;

const typed = (schema: z.core.$ZodType): z.ZodMiniType => {
  if (schema instanceof z.ZodMiniType) return schema;
  throw new TypeError("A schema is one of zod's own.");
};
