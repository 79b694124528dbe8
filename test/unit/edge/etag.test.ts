import { describe, expect, it } from "@jest/globals";
import { etagOf, namesEtag } from "../../../shared/edge/etag.ts";

const etag = etagOf({ a: 1, b: [2] });

describe("an entity tag", () => {
  it("is a strong one, the same for the same content", () => {
    expect(etag).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
    expect(etagOf({ b: [2], a: 1 })).toBe(etag);
    expect(etagOf({ b: [2], a: 2 })).not.toBe(etag);
  });

  it.each([etag, `W/${etag}`, `"other", ${etag}`, `"a","b" ,W/${etag},"c"`, "*", " * "])("is named by %s", (header) => {
    expect(namesEtag(header, etag)).toBe(true);
  });

  it.each([undefined, "", '"other"', etag.slice(1, -1), `"*"`, 'W/"other"'])("is not named by %s", (header) => {
    expect(namesEtag(header, etag)).toBe(false);
  });
});
