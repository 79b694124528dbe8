import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import { join } from "node:path";
import { selfSigned } from "./self-signed.ts";
import { KEY_SET } from "./tokens.ts";

/** An issuer on this machine that gives its keys over HTTPS. */
export interface LoopbackIssuer {
  readonly url: string;
  /** The file with its certificate, for NODE_EXTRA_CA_CERTS. */
  readonly certificateFile: string;
  /** How often its keys were asked for. */
  asked(): number;
  close(): Promise<void>;
}

/** Starts an issuer whose tokens `token({ iss: url })` makes, on any port that is free unless one is given. */
export const startIssuer = async (
  folder: string,
  { host, port } = { host: "127.0.0.1", port: 0 },
): Promise<LoopbackIssuer> => {
  const { key, certificate: cert } = selfSigned();
  let asked = 0;
  const server = createServer({ key: key.export({ type: "pkcs8", format: "pem" }), cert }, (request, response) => {
    const found = request.url === "/.well-known/jwks.json";
    asked += Number(found);
    response.writeHead(found ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(KEY_SET));
  });
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  const listening = typeof address === "object" ? address?.port : undefined;
  const certificateFile = join(folder, "issuer.pem");
  await writeFile(certificateFile, cert);
  return {
    url: `https://${host}:${listening}`,
    certificateFile,
    asked: () => asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
