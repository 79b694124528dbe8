import { App } from "aws-cdk-lib";
import { Construct } from "constructs";
import { stageSettings } from "../../../infra/settings.ts";
import { TwinStack } from "../../../infra/twin-stack.ts";
import { TERMS } from "../../support/tokens.ts";
import { STAGES } from "./stages.ts";

/** The stages of the suite in one app, so that their functions are bundled once. Otherwise as infra/app.ts makes one. */
const jwt = { auth: "jwt", jwtIssuer: process.env["ISSUER_URL"], jwtAudience: TERMS.audience };
const contexts = [{ stage: STAGES.signed }, { stage: STAGES.tokens, ...jwt }];

const app = new App();
for (const context of contexts) {
  const { node } = new Construct(app, `settings-${context.stage}`);
  for (const [name, value] of Object.entries({ ephemeral: true, ...context })) node.setContext(name, value);
  const settings = stageSettings(node);
  new TwinStack(app, `chassis-twin-${settings.stage}`, { settings });
}
