/** How the code of a function becomes one file; also what the benchmarks measure. */
export const BUNDLING = {
  target: "node24",
  mainFields: ["module", "main"],
  /**
   * Where the AWS SDK would look for credentials if the environment had none, which it imports only then. Lambda gives
   * them in the environment; they would be a fifth of each file.
   */
  externalModules: [
    "@aws-sdk/credential-provider-http",
    "@aws-sdk/credential-provider-ini",
    "@aws-sdk/credential-provider-login",
    "@aws-sdk/credential-provider-process",
    "@aws-sdk/credential-provider-sso",
    "@aws-sdk/credential-provider-web-identity",
    "@aws-sdk/token-providers",
    "@smithy/credential-provider-imds",
  ],
  minify: true,
};
