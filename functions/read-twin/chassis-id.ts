import type { APIGatewayProxyEvent } from "aws-lambda";
import { ChassisNotFound } from "../../shared/domain/errors.ts";
import { ChassisId } from "../../shared/domain/vocabulary.ts";

/** The chassis in a request's path. Throws `ChassisNotFound` for what can be no chassis: none such was ever seen. */
export const chassisIdIn = ({ pathParameters }: APIGatewayProxyEvent): string => {
  const named = pathParameters?.["id"] ?? "";
  const parsed = ChassisId().safeParse(named);
  if (!parsed.success) throw new ChassisNotFound(named);
  return parsed.data;
};
