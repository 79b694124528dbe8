/** A variable of a function's environment is missing, or not what it has to be. */
export class EnvironmentUnusable extends Error {
  override readonly name = "EnvironmentUnusable";

  readonly variable: string;

  constructor(variable: string, wanted: string) {
    super(`the environment variable ${variable} must be ${wanted}`);
    this.variable = variable;
  }
}

/** The text of a variable. Throws `EnvironmentUnusable` when there is none. */
export const textOf = (variable: string): string => {
  const text = process.env[variable];
  if (text === undefined || text === "") throw new EnvironmentUnusable(variable, "set");
  return text;
};

/** The URL that a variable holds. Throws `EnvironmentUnusable`. */
export const urlOf = (variable: string): string => {
  const text = textOf(variable);
  if (!URL.canParse(text)) throw new EnvironmentUnusable(variable, "a URL");
  return text;
};

/** The URL that a variable holds, which begins with https. Throws `EnvironmentUnusable`. */
export const httpsUrlOf = (variable: string): string => {
  const url = urlOf(variable);
  if (new URL(url).protocol !== "https:") throw new EnvironmentUnusable(variable, "a URL that begins with https://");
  return url;
};

/** The number of a variable, whole and above 0. Throws `EnvironmentUnusable`. */
export const countOf = (variable: string): number => {
  const count = Number(textOf(variable));
  if (!Number.isSafeInteger(count) || count < 1) throw new EnvironmentUnusable(variable, "a whole number above 0");
  return count;
};

/** What a variable that need not be there holds. */
export const ifSet = <Value>(read: (variable: string) => Value, variable: string): Value | undefined =>
  process.env[variable] === undefined ? undefined : read(variable);
