import { readRecording, shifted, shiftToEndAt } from "../../infra/embedded/demo/recording.ts";

/** The recorded fleet ends this long before now. */
const ENDS_BEFORE_NOW_MS = 3000;

/**
 * Posts the recorded fleet, as if it happened just now, and waits until its twins count it. Answers the Twin-Token of
 * its events.
 */
export const postRecordedFleet = async (url: string, token: string): Promise<string> => {
  const authorization = `Bearer ${token}`;
  const { capture, observations } = await readRecording();
  const recorded = [...capture.events, ...observations];
  const shift = shiftToEndAt(recorded, new Date(Date.now() - ENDS_BEFORE_NOW_MS));
  const posted = await fetch(`${url}/events`, {
    method: "POST",
    headers: { authorization, "content-type": "application/cloudevents-batch+json", prefer: "handling=strict" },
    body: JSON.stringify(recorded.map((event) => shifted(event, shift))),
  });
  if (posted.status !== 202) throw new Error(`The recorded fleet was not accepted: ${await posted.text()}`);
  const twinToken = posted.headers.get("twin-token") ?? "";
  const headers = { authorization, "twin-token": twinToken };
  for (const chassisId of new Set(recorded.map(({ subject }) => subject))) {
    const { status } = await fetch(`${url}/chassis/${chassisId}`, { headers });
    if (status !== 200) throw new Error(`${chassisId} of the recorded fleet has not arrived: ${status}`);
  }
  return twinToken;
};
