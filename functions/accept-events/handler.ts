import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { eventBridgeBus } from "../../shared/adapters/eventbridge-bus.ts";
import { leanClient } from "../../shared/adapters/lean-client.ts";
import { textOf } from "../../shared/environment.ts";
import { acceptEventsEndpoint } from "./endpoint.ts";

/** Lambda: takes events from HTTP and puts them on the bus. */
export const handler = acceptEventsEndpoint({
  bus: eventBridgeBus({ client: leanClient((lean) => new EventBridgeClient(lean)), busName: textOf("EVENT_BUS_NAME") }),
  clock: Date.now,
});
