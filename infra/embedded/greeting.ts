import type { RunningServer } from "./server.ts";

const EXAMPLE_CHASSIS = "lab-1";

/** What the operator is told once the server is up: where it is, where its data is, and what to try. */
export const greeting = ({ url, keptIn, tokensOf }: RunningServer, now: Date): string => {
  const event = {
    specversion: "1.0",
    id: `try-${now.getTime()}`,
    source: "urn:example:lab",
    type: "module.role-changed",
    subject: EXAMPLE_CHASSIS,
    time: now.toISOString(),
    data: { slot: "M1", to: "active" },
  };
  const token = tokensOf === null ? "" : ` -H "authorization: Bearer $TOKEN"`;
  return `chassis-twin listens on ${url}
Data is kept in ${keptIn}
${whoMayCall(tokensOf)}

Send it an event, then read the twin:
  curl -sS${token} -H 'content-type: application/cloudevents+json' -d '${JSON.stringify(event)}' ${url}/events
  curl -sS${token} ${url}/chassis/${EXAMPLE_CHASSIS}

Ctrl-C stops it.
`;
};

const whoMayCall = (terms: RunningServer["tokensOf"]): string =>
  terms === null
    ? "Anyone on this machine may call it, without a token"
    : `Callers need a token of ${terms.issuer} for ${terms.audience}`;
