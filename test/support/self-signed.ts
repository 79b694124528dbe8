import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

const DAY_MS = 86_400_000;

/** A certificate for this machine, signed by its own key. */
export interface SelfSigned {
  readonly key: KeyObject;
  /** The certificate as PEM: what a server shows, and what its clients have to trust. */
  readonly certificate: string;
}

/** Makes a certificate for 127.0.0.1, 127.0.0.2 and localhost that is valid today. */
export const selfSigned = (): SelfSigned => {
  const { privateKey: key, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(SET, sequence(COMMON_NAME, der(UTF8_TEXT, Buffer.from("chassis-twin test")))));
  const content = sequence(
    der(VERSION, der(INTEGER, Buffer.of(2))),
    der(INTEGER, Buffer.of(1)),
    ECDSA_WITH_SHA256,
    name,
    sequence(time(Date.now() - DAY_MS), time(Date.now() + DAY_MS)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(EXTENSIONS, sequence(IS_AUTHORITY, NAMES)),
  );
  const signature = Buffer.concat([Buffer.of(0), sign("sha256", content, key)]);
  const certificate = sequence(content, ECDSA_WITH_SHA256, der(BIT_TEXT, signature)).toString("base64");
  return { key, certificate: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n` };
};

// Tags of DER (X.690), as far as they are needed.
const [INTEGER, BIT_TEXT, OCTETS, UTF8_TEXT, TIME, SEQUENCE, SET] = [0x02, 0x03, 0x04, 0x0c, 0x17, 0x30, 0x31] as const;
const [VERSION, EXTENSIONS, DNS_NAME, IP_ADDRESS] = [0xa0, 0xa3, 0x82, 0x87] as const;

function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), body]);
  if (length < 0x100) return Buffer.concat([Buffer.of(tag, 0x81, length), body]);
  return Buffer.concat([Buffer.of(tag, 0x82, length >> 8, length & 0xff), body]);
}

function sequence(...content: readonly Buffer[]): Buffer {
  return der(SEQUENCE, ...content);
}

const time = (moment: number): Buffer =>
  der(TIME, Buffer.from(`${new Date(moment).toISOString().replaceAll(/[-:T]/g, "").slice(2, 14)}Z`));

const COMMON_NAME = Buffer.from("0603550403", "hex");
const ECDSA_WITH_SHA256 = sequence(Buffer.from("06082a8648ce3d040302", "hex"));
const IS_AUTHORITY = sequence(Buffer.from("0603551d130101ff040530030101ff", "hex"));
const NAMES = sequence(
  Buffer.from("0603551d11", "hex"),
  der(
    OCTETS,
    sequence(
      der(IP_ADDRESS, Buffer.of(127, 0, 0, 1)),
      der(IP_ADDRESS, Buffer.of(127, 0, 0, 2)),
      der(DNS_NAME, Buffer.from("localhost")),
    ),
  ),
);
