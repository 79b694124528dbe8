import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import * as z from "zod";
import { stageSettings } from "../../infra/settings.ts";
import { TwinStack } from "../../infra/twin-stack.ts";

const ROOT = join(import.meta.dirname, "../..");
const CdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** What the CDK's command line gives to every app: the feature flags. */
const flags = CdkJson.parse(JSON.parse(readFileSync(join(ROOT, "cdk.json"), "utf8"))).context;

/** Callers with tokens. */
export const WITH_TOKENS = { auth: "jwt", jwtIssuer: "https://issuer.example/", jwtAudience: "chassis" };

/**
 * The app and the stack of a stage, functions not bundled. CloudFormation's own validation takes seconds, so it is done
 * where it is what is tested.
 */
export const stackOf = (settings: Settings = {}, { validated = false } = {}): { app: App; stack: TwinStack } => {
  const context = { ...flags, ...settings, "aws:cdk:bundling-stacks": [] };
  const app = new App({ context, builtinCloudFormationValidation: validated });
  return { app, stack: new TwinStack(app, "twin", { settings: stageSettings(app.node) }) };
};

type Settings = Readonly<Record<string, unknown>>;

/** The template of a stage. */
export const templateOf = (settings?: Settings): Template => Template.fromStack(stackOf(settings).stack);

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});

/** A resource of a template. */
export type Resource = z.infer<typeof Resource> & { readonly logicalId: string };

/** The resources of a type, in the template's order. */
export const resourcesOf = (template: Template, type: string): readonly Resource[] =>
  Object.entries(template.findResources(type)).map(([logicalId, found]) => ({ logicalId, ...Resource.parse(found) }));

/** A reference to a resource as people say it: `Table.Arn`, `Table.Arn/index/fleet`, `*`. */
export const inWords = (value: unknown): string => {
  if (typeof value === "string") return value;
  const { Ref, "Fn::GetAtt": attribute, "Fn::Join": join } = Intrinsic.parse(value);
  if (Ref !== undefined) return withoutHash(Ref);
  if (attribute !== undefined) return `${withoutHash(attribute[0])}.${attribute[1]}`;
  if (join !== undefined) return join[1].map(inWords).join(join[0]);
  throw new Error(`Not a reference: ${JSON.stringify(value)}`);
};

const Intrinsic = z.looseObject({
  Ref: z.string().optional(),
  "Fn::GetAtt": z.tuple([z.string(), z.string()]).optional(),
  "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]).optional(),
});

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, "");
