import type { App } from "aws-cdk-lib";
import { Construct } from "constructs";
import { stageSettings } from "../../../infra/settings.ts";
import { TwinStack } from "../../../infra/twin-stack.ts";

/** What the context of the CDK says of a stage, as on its command line. */
export interface StageContext {
  readonly stage: string;
  readonly [setting: string]: unknown;
}

/** Adds a stage that an emulator is to take, as infra/app.ts does, with settings of its own: an app may have several. */
export const addStage = (app: App, context: StageContext): TwinStack => {
  const { node } = new Construct(app, `settings-${context.stage}`);
  for (const [name, value] of Object.entries({ ephemeral: true, ...context })) node.setContext(name, value);
  const settings = stageSettings(node);
  return new TwinStack(app, `chassis-twin-${settings.stage}`, { settings });
};
