import { describe, expect, test } from "@jest/globals";
import { decode } from "@jridgewell/sourcemap-codec";
import { transformSync } from "esbuild";
import * as z from "zod";
import { withoutArrows } from "../../infra/bundling/without-arrows.ts";

const minified = (source: string) => transformSync(source, { minify: true, sourcemap: "external", format: "esm" });

const SourceMap = z.object({ mappings: z.string() });

describe("code without arrow functions", () => {
  test.each([
    ["f(x=>y)", "f(function(x){return y})"],
    ["f(()=>{y()})", "f(function(){y()})"],
    ["f(x=>({y:x}))", "f(function(x){return ({y:x})})"],
    ["f(async x=>await x,async()=>{})", "f(async function( x){return await x},async function(){})"],
    ["f(x=>(y,z)=>()=>x)", "f(function(x){return function(y,z){return function(){return x}}})"],
    ["f(([x],y=(z=>z),...w)=>x)", "f(function([x],y=(function(z){return z}),...w){return x})"],
    ["function f(){return(x)=>x}", "function f(){return function(x){return x}}"],
    ["f(()=>function(){return this})", "f(function(){return function(){return this}})"],
    ["f(()=>'=>')", "f(function(){return '=>'})"],
  ])("has for %s: %s", (code, expected) => {
    expect(withoutArrows({ code, map: '{"mappings":""}' }).code).toBe(expected);
  });

  test.each([
    "class A{b=()=>this.c}",
    "class A extends B{c(){return()=>super.c()}}",
    "function f(){return()=>arguments}",
    "function f(){return()=>new.target}",
    "function f(){return()=>()=>this}",
    "f((x=this)=>x)",
  ])("leaves %s", (code) => {
    expect(withoutArrows({ code, map: '{"mappings":""}' }).code).toBe(code);
  });

  test("is mapped to the same places as before", () => {
    const before = minified("const f = (a) => (b) => [a, b, `x\ny`, () => a];\nexport const g = (c) => f(c)(c);\n");
    const after = withoutArrows(before);
    const wordsIn = ({ code, map }: { code: string; map: string }) => {
      const lines = code.split("\n");
      return decode(SourceMap.parse(JSON.parse(map)).mappings).flatMap((segments, line) =>
        segments.map(([column, ...source]) => [lines[line]?.slice(column).match(/^\w+/)?.[0], ...source]),
      );
    };
    const names = (code: ReturnType<typeof wordsIn>) =>
      code.filter(([word]) => word !== undefined && word !== "function");

    expect(after.code).not.toContain("=>");
    expect(names(wordsIn(after))).toEqual(expect.arrayContaining(names(wordsIn(before))));
  });
});
