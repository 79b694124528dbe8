/** A line of syslog without its header. */
export interface SyslogMessage {
  /** When the device says it was, verbatim: a date without year, or its uptime. */
  readonly stamp?: string;
  readonly text: string;
}

const PRIORITY = /^(?:SYSLOG:\s*)?(?:<\d{1,3}>)?\s*/;
const STAMP =
  /^((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s+\d{2}:\d{2}:\d{2}|\d+d\d{2}h\d{2}m\d{2}s)(?=[\s:]|$)/;
const LEVEL = /^:[ACDMEINW]:\s*/;
const SENDER = /^\s+(\S+)\s+/;

/** An address, or a name with a digit or dot in it: no message begins with such a word. */
const NAMES_A_DEVICE = /^(?=\S*[.\d])[A-Za-z0-9][A-Za-z0-9.-]*$|^[0-9A-Fa-f]*:[0-9A-Fa-f:.]+$/;

/**
 * Takes the header off a line, in the form of the device's own buffer (`Apr 6 10:57:20:E: text`, or
 * `0d00h05m34s:I:text` while its clock is not set) or as sent to a syslog server (`<14>Apr 6 10:57:20 host text`).
 * A line without a header is all text.
 */
export const readHeader = (line: string, host: string): SyslogMessage => {
  const afterPriority = line.replace(PRIORITY, "");
  const stamp = STAMP.exec(afterPriority)?.[1];
  if (stamp === undefined) return { text: tidy(afterPriority) };
  const afterStamp = afterPriority.slice(stamp.length);
  if (LEVEL.test(afterStamp)) return { stamp, text: tidy(afterStamp.replace(LEVEL, "")) };
  return { stamp, text: tidy(withoutSender(afterStamp, host)) };
};

const withoutSender = (text: string, host: string): string => {
  const sender = SENDER.exec(text)?.[1];
  const isSender = sender !== undefined && (sender === host || NAMES_A_DEVICE.test(sender));
  return isSender ? text.replace(SENDER, "") : text;
};

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();
