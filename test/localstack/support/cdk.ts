import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { StageOutputs } from "../../../infra/redrive/stage-outputs.ts";
import { ACCOUNT, emulatorEnvironment, REGION, withoutAws } from "./environment.ts";
import { ROOT, WORK } from "./paths.ts";
import { type ProgramResult, runProgram, runToEnd } from "./program.ts";

const CDK = join(ROOT, "node_modules/.bin/cdk");
const QUIET = ["--no-notices"];

const ASSEMBLY = join(WORK, "cdk.out");
const APP = "tsx test/localstack/support/app.ts";

const outputsOf = (stage: string): string => join(WORK, `outputs.${stage}.json`);
const stackOf = (stage: string): string => `chassis-twin-${stage}`;

/** Makes the assembly of the stages, functions bundled; those who bring tokens are to have them of the issuer. */
export const synthesize = async (issuerUrl: string): Promise<void> => {
  const env = { ...withoutAws(process.env), ISSUER_URL: issuerUrl };
  await runProgram(CDK, ["synth", "--quiet", "--app", APP, "--output", ASSEMBLY, ...QUIET], { cwd: ROOT, env });
};

/** The program of the CDK, working with one emulator. */
export const cdkFor = (endpoint: string) => {
  const env = emulatorEnvironment(endpoint);
  const cdk = (args: readonly string[], cwd = ROOT) => runProgram(CDK, [...args, ...QUIET], { cwd, env });
  const deployed = (stage: string): string[] => [stackOf(stage), "--app", ASSEMBLY];

  return {
    /** Prepares the account. Done from elsewhere, since in the folder of the app it would synthesize the app. */
    async bootstrap(): Promise<void> {
      await cdk(["bootstrap", `aws://${ACCOUNT}/${REGION}`], tmpdir());
    },

    /** Deploys the assembly of a stage, and answers what the command wrote. */
    deploy: (stage: string): Promise<string> =>
      cdk(["deploy", ...deployed(stage), "--require-approval", "never", "--outputs-file", outputsOf(stage)]),

    /** Compares the assembly of a stage with what is deployed; the exit code is 0 when they are the same. */
    diff: (stage: string): Promise<ProgramResult> =>
      runToEnd(CDK, ["diff", ...deployed(stage), "--fail", ...QUIET], { cwd: ROOT, env }),

    /** Deletes the stack of a stage. */
    async destroy(stage: string): Promise<void> {
      await cdk(["destroy", ...deployed(stage), "--force"]);
    },

    /** The outputs of the stack of a stage that was deployed. */
    async outputs(stage: string): Promise<Outputs> {
      const file: unknown = JSON.parse(await readFile(outputsOf(stage), "utf8"));
      return Outputs.parse(z.record(z.string(), z.unknown()).parse(file)[stackOf(stage)]);
    },
  };
};

const Outputs = StageOutputs.extend({ ApiUrl: z.url() });

/** What the stack of a stage tells of itself. */
export type Outputs = z.infer<typeof Outputs>;
