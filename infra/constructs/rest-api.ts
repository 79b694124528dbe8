import { RemovalPolicy, Validations } from "aws-cdk-lib";
import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  type IAuthorizer,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  type MethodOptions,
  RestApi,
} from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { ROUTES, type ServingFunction } from "../../shared/edge/routes.ts";
import { answerWithProblems } from "./gateway-problems.ts";

/** The one route that needs no caller. */
const OPEN_ROUTE = { method: "GET", path: "/health" };

const ANY_METHOD = "ANY";
const ANY_OTHER_PATH = "/{proxy+}";

/** What the API is made of. */
export interface TwinApiProps {
  /** The functions that serve the routes. */
  readonly functions: Readonly<Record<ServingFunction, IFunction>>;
  /** The first part of every path. */
  readonly stage: string;
  /**
   * Who decides whether a caller may do what they ask for.
   *
   * @default - IAM: requests are signed, and the caller's policies decide
   */
  readonly authorizer?: IAuthorizer | undefined;
  /**
   * How many requests in a second are taken, of all callers together.
   *
   * @default 200
   */
  readonly requestsPerSecond?: number;
  /**
   * How many requests are taken at one instant.
   *
   * @default 400
   */
  readonly burst?: number;
  /**
   * Whether requests are logged. API Gateway writes logs with one role for all APIs of an account and region: the stack
   * sets it, and leaves it in place when it goes, since the others need it.
   *
   * @default true
   */
  readonly logged?: boolean;
}

/**
 * The HTTP API: every route of `shared/edge/routes.ts`, and for any other path or method a function that answers so to
 * anyone: the gateway by itself would say of both that the caller may not.
 * Bodies reach the functions as they were sent, as base64: the gateway would replace bytes that are not UTF-8.
 */
export class TwinApi extends Construct {
  readonly api: RestApi;

  constructor(scope: Construct, id: string, props: TwinApiProps) {
    super(scope, id);
    const { functions, stage, authorizer, requestsPerSecond = 200, burst = 400, logged = true } = props;
    this.api = new RestApi(this, "Api", {
      restApiName: `chassis-twin-${stage}`,
      description: "The twins of chassis with two management modules",
      endpointTypes: [EndpointType.REGIONAL],
      binaryMediaTypes: ["*/*"],
      cloudWatchRole: logged,
      ...(logged && { cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN }),
      deployOptions: {
        stageName: stage,
        throttlingRateLimit: requestsPerSecond,
        throttlingBurstLimit: burst,
        ...(logged && this.#logging()),
      },
    });
    // The stack has an output for the URL, with a name that people and programs can know.
    this.api.node.tryRemoveChild("Endpoint");
    const callersOnly: MethodOptions = authorizer
      ? { authorizationType: AuthorizationType.CUSTOM, authorizer }
      : { authorizationType: AuthorizationType.IAM };
    for (const route of ROUTES) this.#serve(route, functions[route.servedBy], callersOnly);
    for (const path of new Set([...ROUTES.map((route) => route.path), ANY_OTHER_PATH]))
      this.#serve({ method: ANY_METHOD, path }, functions["read-fleet"], callersOnly);
    answerWithProblems(this.api);
    this.#acknowledge(logged);
  }

  #logging() {
    const log = new LogGroup(this, "AccessLog", { retention: RetentionDays.THREE_MONTHS });
    return {
      accessLogDestination: new LogGroupLogDestination(log),
      accessLogFormat: AccessLogFormat.jsonWithStandardFields(),
      loggingLevel: MethodLoggingLevel.ERROR,
      dataTraceEnabled: false,
    };
  }

  #serve({ method, path }: { method: string; path: string }, server: IFunction, callersOnly: MethodOptions): void {
    const reason = whyOpen(method, path);
    const options = reason === null ? callersOnly : { authorizationType: AuthorizationType.NONE };
    const added = this.api.root.resourceForPath(path).addMethod(method, integrationWith(server), options);
    if (reason !== null) Validations.of(added).acknowledge({ id: "AwsSolutions-APIG4", reason });
  }

  #acknowledge(logged: boolean): void {
    Validations.of(this.api).acknowledge(
      {
        id: "AwsSolutions-APIG2",
        reason: "The functions validate requests, and name each fault with a pointer, which the gateway cannot.",
      },
      {
        id: "AwsSolutions-APIG3",
        reason: "Every route but one needs a caller who is known, and all are throttled; a web ACL can be attached.",
      },
      {
        id: "AwsSolutions-COG4",
        reason: "Callers are known by IAM, or by the tokens of any OIDC issuer, of which Cognito is but one.",
      },
    );
    if (logged) {
      Validations.of(this.api).acknowledge({
        id: MANAGED_LOG_POLICY,
        reason: "The role writes the logs of all APIs of the account, for which AWS prescribes this policy.",
      });
    } else {
      const reason = "The stage is ephemeral, and does not change how all APIs of the account write their logs.";
      for (const id of ["AwsSolutions-APIG1", "AwsSolutions-APIG6"])
        Validations.of(this.api).acknowledge({ id, reason });
    }
  }
}

const MANAGED_LOG_POLICY =
  "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]";

/** Why a method needs no caller; `null` when it needs one. */
const whyOpen = (method: string, path: string): string | null => {
  if (method === ANY_METHOD) return "It tells anyone that there is no such path or method, and nothing else.";
  return method === OPEN_ROUTE.method && path === OPEN_ROUTE.path
    ? "Load balancers and monitors ask for health without credentials, and are told nothing but that."
    : null;
};

const integrationWith = (server: IFunction) => new LambdaIntegration(server, { allowTestInvoke: false });
