import { existsSync, readFileSync } from "node:fs";

// A run that ended before any suite began leaves nothing to read: that is one failure.
const NOTHING = { numPassedTests: 0, numFailedTests: 1, numRuntimeErrorTestSuites: 0 };

const resultsIn = (path) => {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  return text === "" ? NOTHING : JSON.parse(text);
};

const all = process.argv.slice(2).map(resultsIn);
const sum = (count) => all.reduce((total, results) => total + count(results), 0);
const passed = sum(({ numPassedTests }) => numPassedTests);
const failed = sum((results) => results.numFailedTests + results.numRuntimeErrorTestSuites);

process.stdout.write(`${passed} passed, ${failed} failed\n`);
