import { EVENT_KINDS } from "../domain/events.ts";

/** The name of every event type, as the schemas declare them. */
export const EVENT_TYPES = EVENT_KINDS.map(({ type }) => type);

const familyOf = (type: string): string => type.split(".", 1).join();

const FAMILIES = [...new Set(EVENT_TYPES.map(familyOf))].sort();

/** What to tell a sender whose `type` is none of ours: the types of its family or, failing that, the families. */
export const aboutUnknownType = (type: unknown): string => {
  if (type === undefined) return "is required, such as module.inserted";
  const relatives = typeof type === "string" ? EVENT_TYPES.filter((known) => familyOf(known) === familyOf(type)) : [];
  return relatives.length > 0
    ? `is no event type; of its kind there are ${relatives.join(", ")}`
    : `is no event type; one begins with ${FAMILIES.join(", ")}, as in module.inserted`;
};
