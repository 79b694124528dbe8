import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { startDynalite } from "../support/dynalite.ts";
import { idsOf, post } from "./client.ts";
import { eventOf } from "./events.ts";
import { cleanUp, freshFolder, runServer, startedServer } from "./server-process.ts";
import { until } from "./until.ts";

jest.setTimeout(60_000);

describe("a server that is told of a DynamoDB", () => {
  afterEach(cleanUp);

  it("keeps its twins there, in a table that it creates, and so shares them with other servers", async () => {
    const dynalite = await startDynalite();
    const environment = { AWS_ENDPOINT_URL_DYNAMODB: dynalite.endpoint, TABLE_NAME: "our-twins" };
    const first = await startedServer(["--data", await freshFolder()], environment);
    const second = await startedServer(["--in-memory"], environment);

    await post(first.url, [eventOf("rack-1", "a")]);

    await until("the other server shows it", async () => (await idsOf(second.url, "rack-1")).has("a"));
    expect(await tablesAt(dynalite.endpoint)).toEqual(["our-twins"]);
    expect(second.output()).toContain(`table our-twins of the DynamoDB at ${dynalite.endpoint}`);
    await first.end("SIGTERM");
    await second.end("SIGTERM");
    await dynalite.stop();
  });

  it("refuses to start when it does not answer, in one line with exit code 2", async () => {
    const dynalite = await startDynalite();
    await dynalite.stop();

    const server = runServer(["--in-memory", "--port", "0"], { AWS_ENDPOINT_URL_DYNAMODB: dynalite.endpoint });

    expect(await server.exitCode).toBe(2);
    expect(server.errors()).toMatch(/^chassis-twin: [^\n]*cannot use the DynamoDB at http:[^\n]*ECONNREFUSED[^\n]*\n$/);
  });
});

const tablesAt = async (endpoint: string): Promise<readonly string[] | undefined> => {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  const { TableNames } = await client.send(new ListTablesCommand({}));
  client.destroy();
  return TableNames;
};
