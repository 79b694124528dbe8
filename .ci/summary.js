import { readFileSync } from "node:fs";

// A run that ended before any suite began leaves nothing to read: that is one failure.
const resultsIn = (path) => {
  const text = readFileSync(path, "utf8");
  return text === "" ? { numPassedTests: 0, numFailedTests: 1, numRuntimeErrorTestSuites: 0 } : JSON.parse(text);
};

const [, , path] = process.argv;
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = resultsIn(path);

process.stdout.write(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
