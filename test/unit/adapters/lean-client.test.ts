import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { leanClient } from "../../../shared/adapters/lean-client.ts";

describe("a lean client", () => {
  let server: Server;

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume().once("end", () => response.end(JSON.stringify({ Item: { pk: { S: "CHASSIS#bxr-1" } } })));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const configuration = () => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new TypeError("the server has no port");
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    return { endpoint: `http://127.0.0.1:${address.port}`, region: "us-east-1", credentials };
  };
  const get = () => new GetItemCommand({ TableName: "twins", Key: { pk: { S: "CHASSIS#bxr-1" } } });

  it("calls its service, settles only once what is done to requests of one kind, and copies none for a log", async () => {
    const logged: unknown[] = [];
    const ignore = (): void => undefined;
    const logger = {
      debug: ignore,
      info: (content: unknown) => void logged.push(content),
      warn: ignore,
      error: ignore,
    };
    let settled = 0;
    const client = leanClient((lean) => new DynamoDBClient({ ...lean, ...configuration(), logger }));
    client.middlewareStack.add(
      (next) => {
        settled += 1;
        return next;
      },
      { step: "initialize" },
    );

    const answers = [await client.send(get()), await client.send(get())];

    expect(answers.map(({ Item }) => Item)).toEqual([{ pk: { S: "CHASSIS#bxr-1" } }, { pk: { S: "CHASSIS#bxr-1" } }]);
    expect(settled).toBe(1);
    expect(logged).toEqual([]);
    client.destroy();
  });

  it("gives each request an id of its own", async () => {
    const heard: (string | undefined)[] = [];
    const listen = ({ headers }: { headers: Record<string, string | string[] | undefined> }): void =>
      void heard.push(String(headers["amz-sdk-invocation-id"]));
    server.on("request", listen);
    const client = leanClient((lean) => new DynamoDBClient({ ...lean, ...configuration() }));

    await Promise.all([client.send(get()), client.send(get()), client.send(get())]);

    expect(new Set(heard).size).toBe(3);
    server.off("request", listen);
    client.destroy();
  });
});
