import { subscribe } from "node:diagnostics_channel";

// Loaded into the function that projects before its own code: tells its log of every call that it makes to DynamoDB.

const begun = new WeakMap();
const now = () => performance.timeOrigin + performance.now();

subscribe("http.client.request.start", ({ request }) => {
  begun.set(request, now());
});

subscribe("http.client.response.finish", ({ request }) => {
  const [service, call] = String(request.getHeader("x-amz-target")).split(".");
  if (!service.startsWith("DynamoDB")) return;
  process.stderr.write(`CALLED ${JSON.stringify({ call, from: begun.get(request), until: now() })}\n`);
});
