/** The parts of a list between commas or semicolons; within quotes, which may be left open, these separate nothing. */
const BETWEEN_COMMAS = /(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|[^,"])+/g;
const BETWEEN_SEMICOLONS = /(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|[^;"])+/g;

const PREFERENCE = /^([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:([\w!#$%&'*+.^`|~-]*)|"((?:[^"\\]|\\.)*)"))?$/;

/**
 * The value of a preference in a `Prefer` header (RFC 7240), in lower case: of several of one name the first counts. It
 * is empty for a preference without value, `undefined` for one that is not there. Parameters are of no interest.
 */
export const preferenceIn = (prefer: string | undefined, name: string): string | undefined => {
  for (const [part] of (prefer ?? "").matchAll(BETWEEN_COMMAS)) {
    const [said = ""] = part.match(BETWEEN_SEMICOLONS) ?? [];
    const [, preference, value = "", quoted = ""] = PREFERENCE.exec(said.trim()) ?? [];
    if (preference?.toLowerCase() === name) return (value + quoted.replaceAll(/\\(.)/g, "$1")).toLowerCase();
  }
  return undefined;
};
