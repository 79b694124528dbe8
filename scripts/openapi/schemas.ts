import * as z from "zod/mini";

const names = z.registry<{ readonly id: string }>();

/** Gives a schema the name under which the document has it, and answers the schema. */
export const named = <Schema extends z.ZodMiniType>(id: string, schema: Schema): Schema => {
  names.add(schema, { id });
  return schema;
};

/** JSON Schema as it stands in an OpenAPI document. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Every schema that was named, by its name. */
export const namedSchemas = (): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    Object.entries(z.toJSONSchema(names, { uri: referenceTo, io: "output", override: inPlainTerms }).schemas)
      .map(([id, schema]): [string, JsonSchema] => [id, bare(schema)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** A schema where it is used: a reference to it when it has a name. */
export const schemaOf = (schema: z.ZodMiniType): JsonSchema => {
  const name = names.get(schema)?.id;
  return name === undefined
    ? bare(z.toJSONSchema(schema, { io: "input", override: inPlainTerms }))
    : { $ref: referenceTo(name) };
};

const referenceTo = (id: string): string => `#/components/schemas/${id}`;

const bare = ({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema => schema;

interface Conversion {
  jsonSchema: JsonSchema;
}

/** Leaves out what zod adds and readers do without: what `format` says already, and the bounds of JavaScript. */
const inPlainTerms = ({ jsonSchema }: Conversion): void => {
  if (jsonSchema.format === "date-time") delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.type === "integer") delete jsonSchema.pattern;
};
