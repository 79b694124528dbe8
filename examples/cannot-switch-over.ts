/**
 * Prints every chassis that could not switch over now, and why:
 *
 *   npx tsx examples/cannot-switch-over.ts [URL of the service]
 */
import { createClient } from "chassis-twin/client";

const client = createClient({ baseUrl: process.argv[2] ?? "http://127.0.0.1:8080", token: process.env["TOKEN"] });

let cursor: string | undefined;
do {
  const query = { switchoverReady: ["false" as const], ...(cursor !== undefined && { cursor }) };
  const { data: page } = await client.GET("/chassis", { params: { query } });
  for (const { chassisId } of page?.items ?? []) {
    const { data: twin } = await client.GET("/chassis/{id}", { params: { path: { id: chassisId } } });
    const reasons = twin?.switchover.reasons.map(({ message }) => `  ${message}\n`) ?? [];
    process.stdout.write(`${chassisId}\n${reasons.join("")}`);
  }
  cursor = page?.nextCursor;
} while (cursor !== undefined);
