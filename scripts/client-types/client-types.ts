import openapiTypescript, { astToString } from "openapi-typescript";

const NOTE = "// Generated from docs/openapi.json by `npm run docs`.\n\n";

/** The types of a client, from the OpenAPI document as text. */
export const renderClientTypes = async (document: string): Promise<string> =>
  NOTE + astToString(await openapiTypescript(document, { rootTypes: false, alphabetize: false }));
