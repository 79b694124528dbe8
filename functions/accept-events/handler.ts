import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import * as z from "zod/mini";
import { eventBridgeBus } from "../../shared/adapters/eventbridge-bus.ts";
import { acceptEventsEndpoint } from "./endpoint.ts";

const environment = z.object({ EVENT_BUS_NAME: z.string().check(z.minLength(1)) }).parse(process.env);

/** Lambda: takes events from HTTP and puts them on the bus. */
export const handler = acceptEventsEndpoint({
  bus: eventBridgeBus({ client: new EventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
  clock: Date.now,
});
