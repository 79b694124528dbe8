/** What functions read from their environment when they start. */
export const FUNCTION_ENVIRONMENT = {
  AWS_REGION: "us-east-1",
  POWERTOOLS_SERVICE_NAME: "function",
  POWERTOOLS_METRICS_NAMESPACE: "twin",
  TABLE_NAME: "table",
  EVENT_BUS_NAME: "bus",
  DEAD_LETTER_QUEUE_URL: "https://sqs.example/dead-letters",
  JWT_ISSUER: "https://issuer.example/",
  JWT_AUDIENCE: "chassis",
};
