import type { Moment } from "./state.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const DAY_LENGTH = "2026-03-02".length;
const TIME = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const TIME_LENGTH = "2026-03-02T07:48:13.123Z".length;
const ZERO = "0".charCodeAt(0);
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** A day as it is written, and the moment at which it begins. */
interface Day {
  readonly text: string;
  readonly begin: Moment;
}

// Nearly all times of a chassis are of one day, and what the platform has for dates is slow beside all that is done with
// them here.
let latestDay: Day = { text: "1970-01-01", begin: 0 };

/** The day of a moment. Throws a `RangeError` when there is no such day. */
export const dayOf = (moment: Moment): Day => {
  const begin = Math.floor(moment / DAY_MS) * DAY_MS;
  if (begin !== latestDay.begin) {
    latestDay = { text: new Date(begin).toISOString().slice(0, DAY_LENGTH - TIME_LENGTH), begin };
  }
  return latestDay;
};

/** The hours, minutes and seconds, `07:48:13`, of so many milliseconds since a day began. */
export const clockOf = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${TWO_DIGITS[hours]}:${TWO_DIGITS[minutes]}:${TWO_DIGITS[seconds % 60]}`;
};

/** A moment as readers see it: RFC 3339, UTC, with milliseconds. Throws a `RangeError` when there is no such day. */
export const timestamp = (moment: Moment): string => {
  const whole = Math.trunc(moment);
  const { text, begin } = dayOf(whole);
  const ms = whole - begin;
  return `${text}T${clockOf(ms)}.${String(ms % 1000).padStart(3, "0")}Z`;
};

/** A moment that may not have come, or not be known, as readers see it. */
export const optionalTimestamp = (moment: Moment | null): string | null => (moment === null ? null : timestamp(moment));

/** The moment of a text that `timestamp` could have made; `null` of any other text. */
export const momentOfTimestamp = (text: string): Moment | null => {
  if (text.length !== TIME_LENGTH || !TIME.test(text)) return null;
  const day = text.slice(0, DAY_LENGTH);
  if (day !== latestDay.text) {
    const begin = Date.parse(day);
    // A day that its month does not have would come back as another one.
    if (Number.isNaN(begin) || dayOf(begin).text !== day) return null;
  }
  const [hours, minutes, seconds] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  const thousandths = 10 * twoDigits(text, 20) + text.charCodeAt(22) - ZERO;
  return latestDay.begin + ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths;
};

const twoDigits = (text: string, at: number): number =>
  10 * (text.charCodeAt(at) - ZERO) + text.charCodeAt(at + 1) - ZERO;
