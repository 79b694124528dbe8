import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { AssetHashType, type Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { bundleHandler } from "../bundling/bundle-handler.ts";

const ROOT = join(import.meta.dirname, "../..");
const RUNTIME = Runtime.NODEJS_24_X;

/** What a function is, and what it needs. */
export interface TwinFunctionProps {
  /** The name of its folder in `functions/`. */
  readonly name: string;
  /** What it does, for whoever reads the list of functions. */
  readonly description: string;
  /** In MiB. With memory comes processor time: 1769 MiB have one processor. */
  readonly memory: number;
  readonly timeout: Duration;
  /**
   * Its environment, beside what every function has.
   *
   * @default - nothing
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Files of the project that it reads, by the names that they have in the folder `files` beside its code.
   *
   * @default - none
   */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * How long its log is kept.
   *
   * @default three months
   */
  readonly logRetention?: RetentionDays;
  /**
   * Whether its log goes when the stack goes.
   *
   * @default false
   */
  readonly ephemeral?: boolean;
}

/**
 * A Lambda function from `functions/<name>/handler.ts`, on arm64, as a minified ES module with the AWS SDK inside:
 * that starts faster than the SDK of the runtime, and is the version that was tested. A source map goes with it, without
 * the sources, so that stack traces name our files. It may write its own log and nothing else until it is permitted to.
 */
export class TwinFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: TwinFunctionProps) {
    super(scope, id);
    const { name, description, memory, timeout, environment, files = {}, ephemeral = false } = props;
    const logGroup = new LogGroup(this, "Log", {
      retention: props.logRetention ?? RetentionDays.THREE_MONTHS,
      removalPolicy: ephemeral ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    // The role that CDK makes by itself may write every log of the account.
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);

    this.function = new LambdaFunction(this, "Function", {
      description,
      role,
      logGroup,
      memorySize: memory,
      timeout,
      runtime: RUNTIME,
      architecture: Architecture.ARM_64,
      code: codeOf(name, files),
      handler: "index.handler",
      environment: {
        NODE_OPTIONS: "--enable-source-maps",
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_LOG_LEVEL: "INFO",
        // Of several stages in an account each has metrics of its own.
        POWERTOOLS_METRICS_NAMESPACE: Stack.of(this).stackName,
        ...environment,
      },
    });
  }
}

/** The code of a function, bundled here when it is to be deployed. */
const codeOf = (name: string, files: Readonly<Record<string, string>>): Code => {
  const folder = join(ROOT, "functions", name);
  return Code.fromAsset(folder, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never used, as the bundling below never gives up.
      image: RUNTIME.bundlingImage,
      local: {
        tryBundle(output) {
          bundleHandler(join(folder, "handler.ts"), output);
          copy(files, join(output, "files"));
          return true;
        },
      },
    },
  });
};

/** Copies files of the project into a folder, by their new names. */
const copy = (files: Readonly<Record<string, string>>, folder: string): void => {
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(ROOT, source), join(folder, name));
  }
};
