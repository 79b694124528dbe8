import type { Twin } from "../../shared/domain/twin.ts";

/** What a twin says, whenever it is asked. */
export const contentOfTwin = ({ asOf: _, ...content }: Twin): Omit<Twin, "asOf"> => content;
