/** The account of every emulator, and the region that the suite uses. */
export const ACCOUNT = "000000000000";
export const REGION = "us-east-1";

/** What programs need to know to find the emulator, and nothing else of AWS that this machine may know. */
export const emulatorEnvironment = (endpoint: string): NodeJS.ProcessEnv => ({
  ...withoutAws(process.env),
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  CDK_DISABLE_CLI_TELEMETRY: "true",
});

/** An environment without what tells programs of AWS. */
export const withoutAws = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(AWS|CDK)_/.test(name)));
