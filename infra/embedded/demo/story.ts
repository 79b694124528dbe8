import type { Twin } from "../../../shared/domain/twin.ts";
import { otherSlot } from "../../../shared/domain/vocabulary.ts";
import type { HistoryItem } from "./client.ts";
import { LINE_WIDTH, wrap } from "./table.ts";
import { inWords } from "./words.ts";

/** The history of a chassis, one line an event: when it was, how it was learnt, what became of it, what it says. */
export const renderHistory = (history: readonly HistoryItem[]): string => {
  const lines: string[] = [];
  let day = "";
  for (const { event, disposition, reason } of history) {
    const at = new Date(event.time).toISOString();
    if (at.slice(0, 10) !== day) {
      day = at.slice(0, 10);
      lines.push(`  ${day} (UTC)`);
    }
    const head = `  ${at.slice(11, 19)}  ${(event.carrier ?? "").padEnd(8)}  ${disposition.padEnd(11)}  `;
    const why = disposition === "applied" || reason === null ? "" : `: ${reason}`;
    lines.push(...hanging(head, `${inWords(event)}${why}`));
  }
  return lines.map((line) => `${line}\n`).join("");
};

/** What the twin says of a chassis now, as answers to what an operator would ask. */
export const renderTwin = (twin: Twin): string =>
  [
    ...answer("Who is active?", [whoIsActive(twin)]),
    ...answer("What does it boot from?", [twin.bootSource ?? "not known"]),
    ...answer("Is the standby in sync?", [standbySync(twin)]),
    ...answer("Would a switchover work?", wouldSwitch(twin)),
    ...answer("What else is there?", findings(twin)),
  ]
    .map((line) => `${line}\n`)
    .join("");

const answer = (question: string, paragraphs: readonly string[]): readonly string[] =>
  paragraphs.flatMap((text, index) => hanging(`  ${(index === 0 ? question : "").padEnd(25)} `, text));

const whoIsActive = ({ activeSlot, activeConfidence, switchover: { last } }: Twin): string => {
  if (activeSlot === null) return "no module, as far as is known";
  const since = last === null ? "" : `, since the switchover at ${last.at.slice(11, 19)} (${last.cause})`;
  return `${activeSlot}, ${activeConfidence}${since}`;
};

const standbySync = ({ activeSlot, modules, sync }: Twin): string => {
  if (activeSlot === null) return "there is no active module to be in sync with";
  const standby = otherSlot(activeSlot);
  if (modules[standby].role !== "standby") return `${standby} is not a standby now (${modules[standby].presence})`;
  const { flashCode, systemConfig, runningConfig } = sync;
  const files = `flash code ${flashCode.status}, system-config ${systemConfig.status}`;
  return `${standby}: ${files}, running-config ${runningConfig.status}`;
};

const wouldSwitch = ({ switchover: { ready, reasons } }: Twin): readonly string[] =>
  ready ? ["yes, now"] : ["no:", ...reasons.map(({ message }) => message)];

const findings = (twin: Twin): readonly string[] =>
  twin.findings.length === 0 ? ["nothing"] : twin.findings.map(({ severity, message }) => `${severity}: ${message}`);

/** A text beside a heading, its further lines indented to stay beside it. */
const hanging = (head: string, text: string): readonly string[] =>
  wrap(text, LINE_WIDTH - head.length).map((line, index) => (index === 0 ? head : " ".repeat(head.length)) + line);
