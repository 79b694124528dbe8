import type { Moment } from "../../domain/state.ts";
import { clockOf, dayOf } from "../../domain/timestamp.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment as the header of a syslog line has it: `Mar  2 07:48:13`. */
export const headerTime = (moment: Moment): string => {
  const { text, begin } = dayOf(moment);
  const day = String(Number(text.slice(-2))).padStart(2);
  return `${MONTHS[Number(text.slice(-5, -3)) - 1]} ${day} ${clockOf(moment - begin)}`;
};
