import * as z from "zod/mini";
import { ChassisId, InterfaceSlot, Slot } from "../shared/domain/vocabulary.ts";

/** What a schema says in the terms of JSON Schema. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A field of an object, or of an object within it. */
export interface Field {
  /** The names on the way to it, such as `modules[].slot`. */
  readonly path: string;
  readonly name: string;
  readonly isRequired: boolean;
  readonly values: string;
}

/** What our own vocabulary is called in words; JSON Schema has but patterns for it. */
const WORDS: ReadonlyMap<z.core.$ZodType, string> = new Map<z.core.$ZodType, string>([
  [ChassisId(), "1 to 128 letters, digits, `.`, `_` or `-`; begins with a letter or digit"],
  [Slot(), "`M1`, `M2`, `S1` to `S32`"],
  [InterfaceSlot(), "`S1` to `S32`"],
]);

/** The fields of an object's schema, those of objects within it after it. */
export const fieldsOf = (schema: z.core.$ZodType): readonly Field[] =>
  fieldsWithin(
    z.toJSONSchema(schema, {
      io: "input",
      override: ({ zodSchema, jsonSchema }) => {
        const title = WORDS.get(zodSchema);
        if (title !== undefined) jsonSchema.title = title;
      },
    }),
    "",
  );

const fieldsWithin = ({ properties = {}, required = [] }: JsonSchema, way: string): readonly Field[] =>
  Object.entries(properties).flatMap(([name, property]) => {
    if (typeof property === "boolean") return [];
    const path = `${way}${name}`;
    const field = { path, name, isRequired: required.includes(name), values: valuesOf(property) };
    return [field, ...fieldsWithin(property, `${path}.`), ...fieldsWithin(itemsOf(property), `${path}[].`)];
  });

const itemsOf = ({ items }: JsonSchema): JsonSchema => (isSchema(items) ? items : {});

/** Which values a schema takes, in words. */
const valuesOf = (schema: JsonSchema): string => {
  const { title, anyOf } = schema;
  const constants = schema.const === undefined ? schema.enum : [schema.const];
  if (title !== undefined) return title;
  if (constants !== undefined) return constants.map((constant) => `\`${constant}\``).join(", ");
  if (anyOf !== undefined) return anyOf.filter(isSchema).map(valuesOf).join(", ");
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  return types.map((type) => valuesOfType(type, schema)).join(" or ");
};

const valuesOfType = (type: string, schema: JsonSchema): string => {
  switch (type) {
    case "string":
      return textsOf(schema);
    case "integer":
      return `whole number${boundsOf(schema)}`;
    case "number":
      return `number${boundsOf(schema)}`;
    case "boolean":
      return "`true`, `false`";
    case "array":
      return listsOf(schema);
    default:
      return type;
  }
};

const textsOf = ({ format, pattern, maxLength }: JsonSchema): string => {
  if (format === "date-time") return "RFC 3339 time";
  if (pattern !== undefined) return `text matching \`${pattern}\``;
  return maxLength === undefined ? "text" : `text of at most ${maxLength} characters`;
};

const boundsOf = ({ minimum, exclusiveMinimum, maximum }: JsonSchema): string =>
  [
    isBound(exclusiveMinimum) ? ` above ${exclusiveMinimum}` : "",
    isBound(minimum) ? `, ${minimum} or more` : "",
    isBound(maximum) ? `, at most ${maximum}` : "",
  ].join("");

// A whole number that is not bounded is still bounded by what JavaScript can tell apart.
const isBound = (limit: unknown): boolean => typeof limit === "number" && Math.abs(limit) < Number.MAX_SAFE_INTEGER;

const listsOf = (schema: JsonSchema): string => {
  const items = itemsOf(schema);
  const most = schema.maxItems === undefined ? "" : ` of at most ${schema.maxItems}`;
  return items.type === "object" ? `list${most} of objects` : `list${most}: ${valuesOf(items)}`;
};

const isSchema = (schema: unknown): schema is JsonSchema =>
  typeof schema === "object" && schema !== null && !Array.isArray(schema);
