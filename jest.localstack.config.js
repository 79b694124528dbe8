import config from "./jest.config.js";

const unit = config.projects.find(({ displayName }) => displayName === "unit");

export default {
  testTimeout: 300_000,
  // The tests wait most of the time.
  maxWorkers: 4,
  projects: [{ ...unit, displayName: "localstack", testMatch: ["<rootDir>/test/localstack/*.test.ts"] }],
};
