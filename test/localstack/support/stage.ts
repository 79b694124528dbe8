import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import * as z from "zod";
import { requireDocumentedResponse } from "../../support/documented.ts";
import { apiUrlOf, cdkFor, type Outputs } from "./cdk.ts";
import { eventually } from "./eventually.ts";
import { type SignedRequest, signedFetch } from "./signed-fetch.ts";

/** The emulator that the suite runs on. */
export const ENDPOINT = z.url().parse(process.env["AWS_ENDPOINT_URL"]);

/** A deployed stage, entered as its users do: by its API and by its bus. */
export interface Stage {
  readonly outputs: Outputs;
  /** Where its API is. */
  readonly apiUrl: string;
  /** Sends a signed request to its API; what it answers has to be documented. */
  ask(path: string, request?: SignedRequest): Promise<Response>;
  /** The JSON that a GET of a path answers. */
  read(path: string): Promise<unknown>;
  /** Posts events together; each has to be accepted. */
  post(events: readonly object[]): Promise<void>;
  /** Puts an entry on its bus without its API, as another producer of AWS does. */
  put(detailType: string, detail: object): Promise<void>;
  /** The twin of a chassis once it counts so many events. */
  twinOf(chassisId: string, events: number): Promise<Twin>;
}

const Twin = z.looseObject({ chassisId: z.string(), revision: z.int(), activeSlot: z.string().nullable() });

/** A twin, as far as every test looks at it. */
export type Twin = z.infer<typeof Twin>;

/** Opens a stage that was deployed before the suite. */
export const openStage = async (name: string): Promise<Stage> => {
  const outputs = await cdkFor(ENDPOINT).outputs(name);
  const apiUrl = apiUrlOf(ENDPOINT, name, outputs);
  const bus = new EventBridgeClient();
  const ask = async (path: string, request?: SignedRequest) => {
    const response = await signedFetch("execute-api", apiUrl + path, request);
    await requireDocumentedResponse(request?.method ?? "GET", path.replace(/\?.*/, ""), response);
    return response;
  };
  const read = async (path: string): Promise<unknown> => await (await ask(path)).json();

  return {
    outputs,
    apiUrl,
    ask,
    read,

    async post(events) {
      const headers = { "content-type": "application/cloudevents-batch+json" };
      const answer = await ask("/events", { method: "POST", headers, body: JSON.stringify(events) });
      const text = await answer.text();
      if (!text.startsWith(`{"accepted":${events.length},`)) throw new Error(`${answer.status} ${text}`);
    },

    async put(detailType, detail) {
      const { EventBusName } = outputs;
      const entry = {
        EventBusName,
        Source: "device.simulator",
        DetailType: detailType,
        Detail: JSON.stringify(detail),
      };
      const { FailedEntryCount } = await bus.send(new PutEventsCommand({ Entries: [entry] }));
      if (FailedEntryCount !== 0) throw new Error("the bus did not take the entry");
    },

    twinOf: async (chassisId, events) =>
      Twin.parse(
        await eventually(
          () => read(`/chassis/${chassisId}`),
          (answer) => Twin.safeParse(answer).data?.revision === events,
        ),
      ),
  };
};
