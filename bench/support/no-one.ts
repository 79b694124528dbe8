/** What a client of the SDK is made with to reach something on this machine that asks nobody who they are. */
export const asNoOne = (endpoint: string) => ({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
});
