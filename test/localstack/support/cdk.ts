import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import * as z from "zod";
import { StageOutputs } from "../../../infra/redrive/stage-outputs.ts";
import { ACCOUNT, emulatorEnvironment, REGION, withoutAws } from "./environment.ts";
import { ROOT, WORK } from "./paths.ts";
import { type ProgramResult, runProgram, runToEnd } from "./program.ts";

const CDK = join(ROOT, "node_modules/.bin/cdk");
const QUIET = ["--no-notices"];

const assemblyIn = (folder: string): string => join(folder, "cdk.out");
const stackOf = (stage: string): string => `chassis-twin-${stage}`;

/** An app of the CDK, and what it is told by its environment. */
export interface StagesApp {
  /** The file that makes it. */
  readonly file: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Makes the assembly of an app's stages in a folder, functions bundled. */
export const synthesize = async ({ file, environment = {} }: StagesApp, folder = WORK): Promise<void> => {
  const env = { ...withoutAws(process.env), ...environment };
  const args = ["synth", "--quiet", "--app", `tsx ${relative(ROOT, file)}`, "--output", assemblyIn(folder), ...QUIET];
  await runProgram(CDK, args, { cwd: ROOT, env });
};

/** The program of the CDK, working with one emulator and with the assembly in a folder. */
export const cdkFor = (endpoint: string, folder = WORK) => {
  const env = emulatorEnvironment(endpoint);
  const outputsOf = (stage: string): string => join(folder, `outputs.${stage}.json`);
  const cdk = (args: readonly string[], cwd = ROOT) => runProgram(CDK, [...args, ...QUIET], { cwd, env });
  const deployed = (stage: string): string[] => [stackOf(stage), "--app", assemblyIn(folder)];

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

/** Where the API of a deployed stage is on an emulator. */
export const apiUrlOf = (endpoint: string, stage: string, { ApiUrl }: Outputs): string => {
  const [apiId] = new URL(ApiUrl).hostname.split(".");
  return `${endpoint}/_aws/execute-api/${apiId}/${stage}`;
};
