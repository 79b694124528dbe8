import config from "./jest.config.js";

const unit = config.projects.find(({ displayName }) => displayName === "unit");

export default { ...unit, displayName: "mutation", testMatch: ["<rootDir>/test/mutation/**/*.test.ts"] };
