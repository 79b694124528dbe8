import type { Template } from "aws-cdk-lib/assertions";
import * as z from "zod";
import { inWords, resourcesOf } from "./template.ts";

const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item.transform((one) => [one]), z.array(item)]);

const Policy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.strictObject({ Effect: z.literal("Allow"), Action: oneOrMore(z.string()), Resource: oneOrMore(z.unknown()) }),
    ),
  }),
  Roles: z.array(z.unknown()),
});

const Lambda = z.looseObject({
  Role: z.unknown(),
  Environment: z.object({ Variables: z.looseObject({ POWERTOOLS_SERVICE_NAME: z.string() }) }),
});

/** What each function may do, but for its own log: `<action> <resource>`, by the name of the function. */
export const permissionsIn = (template: Template): Readonly<Record<string, readonly string[]>> => {
  const byRole = new Map<string, string[]>();
  for (const { Properties } of resourcesOf(template, "AWS::IAM::Policy")) {
    const { PolicyDocument, Roles } = Policy.parse(Properties);
    const permitted = PolicyDocument.Statement.flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((resource) => `${action} ${inWords(resource)}`)),
    );
    for (const role of Roles.map(inWords)) byRole.set(role, [...(byRole.get(role) ?? []), ...permitted]);
  }
  const functions = resourcesOf(template, "AWS::Lambda::Function").map(({ Properties }) => Lambda.parse(Properties));
  return Object.fromEntries(
    functions.map(({ Role, Environment }) => {
      const permitted = byRole.get(inWords(Role).replace(/\.Arn$/, "")) ?? [];
      const beyondItsLog = permitted.filter((permission) => !/^logs:\S+ \w+Log\.Arn$/.test(permission));
      return [Environment.Variables.POWERTOOLS_SERVICE_NAME, beyondItsLog.sort()];
    }),
  );
};
