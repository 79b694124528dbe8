import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { APIGatewayProxyResult } from "aws-lambda";
import { type Endpoint, problemResponse } from "../../shared/edge/http.ts";
import { PayloadTooLarge } from "../../shared/edge/request-errors.ts";
import { matchRoute, type ServingFunction } from "../../shared/edge/routes.ts";
import { AddressNotAvailable, PortInUse, systemCode } from "./errors.ts";
import type { Gatekeeper } from "./gatekeeper.ts";
import { gatewayEvent, targetOf } from "./gateway-event.ts";
import { lambdaContext } from "./lambda-context.ts";
import { reasonOf, tellOperator } from "./operator-log.ts";

/** What is read of a body: so much more than the API takes that the API still sees what is too much, in bytes. */
const MOST_BODY_BYTES = 1024 * 1024 + 4096;

/** How long a sender of too much may go on before it is cut off; cut off at once, it might not see the answer. */
const LINGER_MS = 1000;

/** How long requests that have begun may take when the server closes. */
const CLOSING_MS = 6000;

/** Where to listen; port 0 is any that is free. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A server that listens. */
export interface HttpServer {
  readonly url: string;
  /** Takes no more requests and ends when those that have begun are answered. */
  close(): Promise<void>;
}

/** The endpoint of every function that serves routes. */
export type Endpoints = Readonly<Record<ServingFunction, Endpoint>>;

/** What is served, and to whom. */
export interface Service {
  readonly endpoints: Endpoints;
  readonly gatekeeper: Gatekeeper;
}

/** Serves the endpoints as API Gateway does. Throws `PortInUse` or `AddressNotAvailable`. */
export const serveHttp = async (service: Service, { host, port }: Address): Promise<HttpServer> => {
  const server = createServer((request, response) => {
    respondTo(request, response, service)
      .catch((error) => tellOperator("could not send an answer", error))
      .finally(() => server.listening || server.closeIdleConnections());
  });
  const address = await listen(server, host, port);
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, close: () => close(server) };
};

const listen = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once("error", (cause) =>
      reject(
        systemCode(cause) === "EADDRINUSE"
          ? new PortInUse(port, { cause })
          : new AddressNotAvailable(host, port, { cause }),
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address);
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
  });

const respondTo = async (request: IncomingMessage, response: ServerResponse, service: Service): Promise<void> => {
  const body = await readBody(request);
  if (body === "gone") return;
  const result =
    body === "too large" ? problemResponse(new PayloadTooLarge(TOO_LARGE)) : await answer(request, body, service);
  send(response, result);
  if (body === "too large") await sinkRest(request);
  response.end();
};

const TOO_LARGE = "The body is larger than 1 MiB.";

/** Reads no more than it must: what comes after the limit is left to the caller. */
const readBody = async (request: IncomingMessage): Promise<Buffer | "too large" | "gone"> => {
  if (Number(request.headers["content-length"]) > MOST_BODY_BYTES) return "too large";
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > MOST_BODY_BYTES) return "too large";
      chunks.push(chunk);
    }
  } catch {
    return "gone";
  }
  return Buffer.concat(chunks);
};

const sinkRest = async (request: IncomingMessage): Promise<void> => {
  request.resume();
  const ended = new Promise((resolve) => request.once("close", resolve).once("end", resolve));
  await Promise.race([ended, pause(LINGER_MS)]);
};

const answer = async (request: IncomingMessage, body: Buffer, service: Service): Promise<APIGatewayProxyResult> => {
  try {
    const target = targetOf(request.url ?? "/");
    const match = matchRoute(request.method === "HEAD" ? "GET" : (request.method ?? "GET"), target.path);
    if (match instanceof Error) return problemResponse(match);
    await service.gatekeeper(match.route, request.headers.authorization);
    const { servedBy } = match.route;
    return await service.endpoints[servedBy](gatewayEvent(request, body, target, match), lambdaContext(servedBy));
  } catch (error) {
    const result = problemResponse(error);
    if (result.statusCode >= 500) tellOperator(`${request.method} ${request.url} failed`, reasonOf(error));
    return result;
  }
};

/** Writes the whole answer but leaves it open; Node itself leaves out the body that HEAD and 304 must not have. */
const send = (response: ServerResponse, result: APIGatewayProxyResult): void => {
  const body = Buffer.from(result.body ?? "", result.isBase64Encoded ? "base64" : "utf8");
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value));
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {}))
    response.setHeader(name, values.map(String));
  const bodiless = result.statusCode === 204 || result.statusCode === 304;
  if (!bodiless) response.setHeader("content-length", body.length);
  if (result.statusCode === 413) response.setHeader("connection", "close");
  response.writeHead(result.statusCode);
  if (!bodiless && response.req.method !== "HEAD") response.write(body);
};
