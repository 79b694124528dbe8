import { EVENT_CATALOGUE } from "../shared/domain/event-catalogue.ts";
import { exampleOf } from "../shared/domain/event-examples.ts";
import { ATTRIBUTE_MEANINGS, FIELD_MEANINGS } from "../shared/domain/event-fields.ts";
import { EVENT_KINDS, type EventType } from "../shared/domain/events.ts";
import { type Field, fieldsOf } from "./schema-words.ts";

type Meanings = Readonly<Record<string, string | undefined>>;

/** The page about every type of event, in Markdown. */
export const renderEventPage = (): string => {
  const [first] = EVENT_KINDS;
  return `# Events

<!-- Generated from the schemas by \`npm run docs\`: change the schemas, or what shared/domain/event-*.ts says of them. -->

An event tells what happened to one chassis. It is a [CloudEvent 1.0](https://cloudevents.io) in JSON. \`POST /events\`
takes one (\`application/cloudevents+json\`) or an array (\`application/cloudevents-batch+json\`); a producer on AWS may
also put one on the event bus as the \`detail\` of an entry. Events may arrive late, twice and in any order.

A type or a slot that is not listed here is refused. Extension attributes and fields of \`data\` that are not listed are
kept as they are and mean nothing to the twin.

## Envelope

${tableOf(attributesOf(first.schema()), ATTRIBUTE_MEANINGS)}

## Types

| type | meaning |
|---|---|
${EVENT_KINDS.map(({ type }) => summaryOf(type)).join("\n")}

${EVENT_KINDS.map(sectionOf).join("\n\n")}
`;
};

type Kind = (typeof EVENT_KINDS)[number];

const attributesOf = (event: ReturnType<Kind["schema"]>): readonly Field[] =>
  fieldsOf(event)
    .filter(({ path }) => !path.startsWith("data."))
    .map((field) => (field.name === "type" ? { ...field, values: "a type" } : field));

const summaryOf = (type: EventType): string =>
  `| [\`${type}\`](#${type.replaceAll(".", "")}) | ${EVENT_CATALOGUE[type].meaning} |`;

const sectionOf = ({ type, schema }: Kind): string => {
  const { meaning, fields } = EVENT_CATALOGUE[type];
  return `### ${type}

${meaning}

${tableOf(fieldsOf(schema().shape.data), { ...FIELD_MEANINGS, ...fields })}

\`\`\`json
${JSON.stringify(exampleOf(type), null, 2)}
\`\`\``;
};

const tableOf = (fields: readonly Field[], meanings: Meanings): string =>
  `| field | | values | meaning |
|---|---|---|---|
${fields.map((field) => rowOf(field, meanings)).join("\n")}`;

const rowOf = ({ path, name, isRequired, values }: Field, meanings: Meanings): string =>
  `| \`${path}\` | ${isRequired ? "required" : "optional"} | ${values.replaceAll("|", "\\|")} | ${meanings[name] ?? ""} |`;
