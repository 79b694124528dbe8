import { describe, expect, it, jest } from "@jest/globals";
import { lambdaContext } from "../../../infra/embedded/lambda-context.ts";
import { endpoint } from "../../../shared/edge/http.ts";
import { apiGatewayEvent } from "../../support/api.ts";

describe("an endpoint", () => {
  it("answers that it failed, and logs it, before the function's time is over", async () => {
    const error = jest.fn();
    const hangs = endpoint<"accept-events">({ "POST /events": () => new Promise(() => undefined) }, { error });
    const context = { ...lambdaContext("accept-events"), getRemainingTimeInMillis: () => 10 };

    const { statusCode, body } = await hangs(apiGatewayEvent({ method: "POST", target: "/events" }), context);

    expect(statusCode).toBe(500);
    expect(JSON.parse(body)).toMatchObject({ type: "/problems/internal-error" });
    expect(error).toHaveBeenCalledWith("A request failed", {
      error: expect.objectContaining({ name: "OutOfTime" }),
      route: "POST /events",
    });
  });
});
