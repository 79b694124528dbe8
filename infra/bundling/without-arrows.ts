import { decode, encode } from "@jridgewell/sourcemap-codec";
import { type ArrowFunctionExpression, type Node, parse } from "acorn";
import * as z from "zod";

const SourceMap = z.looseObject({ mappings: z.string() });

/** Code, and its source map as JSON. */
export interface MappedCode {
  readonly code: string;
  readonly map: string;
}

/** What is done at one place of a text. */
interface Edit {
  readonly at: number;
  readonly drop: number;
  readonly put: string;
}

/**
 * Makes the arrow functions of a minified module function expressions, which V8 reads less often before it first runs
 * them; but not those that use `this`, `super`, `arguments` or `new.target`, which would be others then. (esbuild and swc
 * turn all of them, and take `this` from nowhere in those that are fields of a class.)
 */
export const withoutArrows = ({ code, map }: MappedCode): MappedCode => {
  const edits: Edit[] = [];
  turn(parse(code, { ecmaVersion: "latest", sourceType: "module" }), code, edits);
  edits.sort((a, b) => a.at - b.at);
  return { code: edited(code, edits), map: shifted(map, code, edits) };
};

/** Collects what turns the arrow functions in a node; answers whether it uses what belongs to the function around it. */
const turn = (node: Node, code: string, edits: Edit[]): boolean => {
  let uses = isOfFunctionAround(node);
  for (const child of childrenOf(node)) {
    if (turn(child, code, edits)) uses = true;
  }
  if (isArrow(node) && !uses) edits.push(...turning(node, code));
  return uses && node.type !== "FunctionExpression" && node.type !== "FunctionDeclaration";
};

const isOfFunctionAround = (node: Node): boolean =>
  node.type === "ThisExpression" ||
  node.type === "Super" ||
  // `import.meta` too, which does no harm.
  node.type === "MetaProperty" ||
  ("name" in node && node.name === "arguments");

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

const isArrow = (node: Node): node is ArrowFunctionExpression => node.type === "ArrowFunctionExpression";

/** `x=>y` becomes `function(x){return y}`. */
const turning = ({ start, end, async, params, expression }: ArrowFunctionExpression, code: string): readonly Edit[] => {
  const head = async ? start + "async".length : start;
  const arrow = code.indexOf("=>", params.at(-1)?.end ?? head);
  const body = arrow + 2 + code.slice(arrow + 2).search(/\S/);
  const bare = !code.slice(head, arrow).trimStart().startsWith("(");
  // As in `return(x)=>y`.
  const space = /[\w$]/.test(code.charAt(head - 1)) ? " " : "";
  return [
    { at: head, drop: 0, put: `${space}function${bare ? "(" : ""}` },
    { at: arrow, drop: body - arrow, put: `${bare ? ")" : ""}${expression ? "{return " : ""}` },
    ...(expression ? [{ at: end, drop: 0, put: "}" }] : []),
  ];
};

const edited = (code: string, edits: readonly Edit[]): string => {
  const parts: string[] = [];
  let from = 0;
  for (const { at, drop, put } of edits) {
    parts.push(code.slice(from, at), put);
    from = at + drop;
  }
  return parts.join("") + code.slice(from);
};

/** The source map, after edits that neither made nor dropped a line. */
const shifted = (map: string, code: string, edits: readonly Edit[]): string => {
  const { mappings, ...others } = SourceMap.parse(JSON.parse(map));
  const lengths = code.split("\n").map((line) => line.length + 1);
  const lines = decode(mappings);
  let lineStart = 0;
  let next = 0;
  for (const [index, segments] of lines.entries()) {
    let shift = 0;
    for (const segment of segments) {
      const position = lineStart + segment[0];
      for (let edit = edits[next]; edit && edit.at <= position; next += 1, edit = edits[next]) {
        if (edit.at >= lineStart) shift += edit.put.length - edit.drop;
      }
      segment[0] += shift;
    }
    lineStart += lengths[index] ?? 0;
  }
  return JSON.stringify({ ...others, mappings: encode(lines) });
};
