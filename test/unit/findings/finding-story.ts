import type { Finding, Twin } from "../../../shared/domain/twin.ts";
import { IN_GOOD_ORDER, type Line, STORY_START, tell } from "../../support/chassis-story.ts";

/** A time of the twin as seconds of the story. */
export const secondsOf = (time: string): number => (Date.parse(time) - STORY_START) / 1000;

/** A moment of the story as an RFC 3339 time. */
export const timeAt = (seconds: number): string => new Date(STORY_START + seconds * 1000).toISOString();

/** The twin after a chassis in good order has lived through a story, so many seconds after its start. */
export const twinAfter = (lines: readonly Line[], asOfSeconds?: number): Twin =>
  tell([...IN_GOOD_ORDER, ...lines], asOfSeconds);

/** What a test says of an open finding. */
export interface Opened {
  readonly severity: Finding["severity"];
  readonly slots: Finding["slots"];
  readonly file?: string;
  /** Seconds of the story. */
  readonly since: number;
  /** The ids of the events it rests on. */
  readonly by: readonly string[];
}

/** The open findings of one code. */
export const findings = (twin: Twin, code: string): Opened[] =>
  twin.findings
    .filter((finding) => finding.code === code)
    .map(({ severity, slots, file, since, evidence }) => ({
      severity,
      slots,
      ...(file === undefined ? {} : { file }),
      since: secondsOf(since),
      by: evidence.map(({ id }) => id),
    }));

/** The codes of the open findings. */
export const codesOf = ({ findings: open }: Twin): string[] => open.map(({ code }) => code);

/** The expectations of one code: when due and since when, in seconds of the story. */
export const expectations = (twin: Twin, code: string): unknown[] =>
  twin.expectations
    .filter((expectation) => expectation.code === code)
    .map(({ dueAt, since, slot, file }) => ({
      dueAt: secondsOf(dueAt),
      since: secondsOf(since),
      ...(slot === undefined ? {} : { slot }),
      ...(file === undefined ? {} : { file }),
    }));
