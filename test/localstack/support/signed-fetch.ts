import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { REGION } from "./environment.ts";

type Data = string | ArrayBuffer | ArrayBufferView;

/** SHA-256 of Node, plain or keyed, in the form that the signer takes. */
class Sha256 {
  readonly #key: Data | undefined;
  #hash: Hash | Hmac;

  constructor(key?: Data) {
    this.#key = key;
    this.#hash = this.#fresh();
  }

  update(data: Data): void {
    this.#hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    this.#hash = this.#fresh();
  }

  #fresh(): Hash | Hmac {
    return this.#key === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(this.#key));
  }
}

const bytesOf = (data: Data): Uint8Array => {
  if (typeof data === "string") return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};

/** What is asked of an API of AWS. */
export interface SignedRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request signed by the test's credentials (SigV4), as a caller of an API with IAM does. */
export const signedFetch = async (
  service: string,
  url: string,
  { method = "GET", headers = {}, body }: SignedRequest = {},
): Promise<Response> => {
  const { protocol, hostname, port, host, pathname, searchParams } = new URL(url);
  const signer = new SignatureV4({
    service,
    region: REGION,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    sha256: Sha256,
  });
  const signed = await signer.sign({
    method,
    protocol,
    hostname,
    ...(port !== "" && { port: Number(port) }),
    path: pathname,
    query: Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)])),
    headers: { ...headers, host },
    ...(body !== undefined && { body }),
  });
  const { host: _, ...sent } = signed.headers;
  return await fetch(url, { method, headers: sent, ...(body !== undefined && { body }) });
};
