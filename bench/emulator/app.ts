import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { App } from "aws-cdk-lib";
import { CfnEventSourceMapping, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { addStage } from "../../test/localstack/support/emulated-stage.ts";
import { MEASURED_STAGE, MOST_AT_ONCE, PROJECTING } from "./names.ts";

// The stage that is measured: as it is deployed elsewhere, but that the function which projects tells of its calls, and
// runs less often at once.

const tellCalls = pathToFileURL(join(import.meta.dirname, "tell-calls.js"));
const stack = addStage(new App(), { stage: MEASURED_STAGE });
for (const construct of stack.node.findAll()) {
  if (!construct.node.path.includes(PROJECTING.construct)) continue;
  if (construct instanceof LambdaFunction)
    construct.addEnvironment("NODE_OPTIONS", `--enable-source-maps --import ${tellCalls}`);
  if (construct instanceof CfnEventSourceMapping) construct.scalingConfig = { maximumConcurrency: MOST_AT_ONCE };
}
