import { App } from "aws-cdk-lib";
import { TERMS } from "../../support/tokens.ts";
import { addStage } from "./emulated-stage.ts";
import { STAGES } from "./stages.ts";

// The stages of the suite in one app, so that their functions are bundled once.

const app = new App();
addStage(app, { stage: STAGES.signed });
addStage(app, {
  stage: STAGES.tokens,
  auth: "jwt",
  jwtIssuer: process.env["ISSUER_URL"],
  jwtAudience: TERMS.audience,
});
