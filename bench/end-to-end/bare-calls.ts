import * as z from "zod";
import { startDynamoDb } from "../../infra/embedded/database.ts";
import { callsAlone } from "./calls.ts";

// The engine of the embedded server with nothing around it: makes the calls that it is given, and tells how long that took.

const [path = "", calls = "{}"] = process.argv.slice(2);
const { table, close } = await startDynamoDb(path, "bare");
process.send?.({ milliseconds: await callsAlone(table, z.record(z.string(), z.int()).parse(JSON.parse(calls))) });
await close();
process.disconnect();
