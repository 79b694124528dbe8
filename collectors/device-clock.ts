/** A device's clock is believed when it is at most this far from the time of receipt. */
const BELIEVED_WITHIN_MS = 2000;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const CLOCK = /^([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{2}):(\d{2}):(\d{2})$/;

/**
 * The best estimate of when a line was said: the device's clock when it agrees with the time of receipt, else the
 * time of receipt. A stamp has neither year nor zone, so it is read as UTC of the year nearest to the receipt; that of
 * an unset clock (1 January, or the uptime) agrees with nothing.
 */
export const timeOf = (stamp: string | undefined, receivedAt: string): string => {
  const received = Date.parse(receivedAt);
  const year = new Date(received).getUTCFullYear();
  const believed = [year - 1, year, year + 1]
    .map((candidate) => readClock(stamp ?? "", candidate))
    .find((said) => Math.abs(said - received) <= BELIEVED_WITHIN_MS);
  return new Date(believed ?? received).toISOString();
};

/** Milliseconds since the epoch, or NaN where the stamp is no time of that year (29 February, 25 o'clock). */
const readClock = (stamp: string, year: number): number => {
  const [, monthName = "", ...numbers] = CLOCK.exec(stamp) ?? [];
  const month = String(MONTHS.indexOf(monthName) + 1).padStart(2, "0");
  const [day = "", hours, minutes, seconds] = numbers;
  const said = `${year}-${month}-${day.padStart(2, "0")}T${hours}:${minutes}:${seconds}.000Z`;
  const milliseconds = Date.parse(said);
  const isOfTheCalendar = !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === said;
  return isOfTheCalendar ? milliseconds : Number.NaN;
};
