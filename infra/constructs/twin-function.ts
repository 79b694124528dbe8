import { join } from "node:path";
import { type Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Runtime } from "aws-cdk-lib/aws-lambda";
import { NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { BUNDLING } from "../bundling.ts";

const ROOT = join(import.meta.dirname, "../..");

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
 * A Lambda function from `functions/<name>/handler.ts`, on arm64, as one minified ES module with the AWS SDK inside:
 * that starts faster than the SDK of the runtime, and is the version that was tested. A source map goes with it, without
 * the sources, so that stack traces name our files. It may write its own log and nothing else until it is permitted to.
 */
export class TwinFunction extends Construct {
  readonly function: NodejsFunction;

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

    this.function = new NodejsFunction(this, "Function", {
      description,
      role,
      logGroup,
      memorySize: memory,
      timeout,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      entry: join(ROOT, "functions", name, "handler.ts"),
      projectRoot: ROOT,
      depsLockFilePath: join(ROOT, "package-lock.json"),
      environment: {
        NODE_OPTIONS: "--enable-source-maps",
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_LOG_LEVEL: "INFO",
        // Of several stages in an account each has metrics of its own.
        POWERTOOLS_METRICS_NAMESPACE: Stack.of(this).stackName,
        ...environment,
      },
      bundling: {
        format: OutputFormat.ESM,
        ...BUNDLING,
        sourceMap: true,
        sourcesContent: false,
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (project, output) => copying(files, project, output),
        },
      },
    });
  }
}

/** The commands that copy files of the project to a function's code. */
const copying = (files: Readonly<Record<string, string>>, project: string, output: string): string[] =>
  Object.entries(files).flatMap(([name, source]) => [
    `mkdir -p "${output}/files"`,
    `cp "${project}/${source}" "${output}/files/${name}"`,
  ]);
