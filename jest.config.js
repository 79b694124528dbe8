const suite = (name) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2023", parser: { syntax: "typescript" } } }] },
});

export default {
  // A bound for what hangs, not a measure: how long a test takes depends on the machine and what else it does.
  testTimeout: 180_000,
  projects: ["unit", "property", "contract", "embedded", "infra"].map(suite),
};
