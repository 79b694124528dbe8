import { App } from "aws-cdk-lib";
import { stageSettings } from "./settings.ts";
import { TwinStack } from "./twin-stack.ts";

const app = new App();
const settings = stageSettings(app.node);
new TwinStack(app, `chassis-twin-${settings.stage}`, { settings });
