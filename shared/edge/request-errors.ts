/** The media types in which `POST /events` takes CloudEvents, as a sender is told them. */
export const EVENT_MEDIA_TYPES = [
  "application/cloudevents+json",
  "application/cloudevents-batch+json",
  "application/json",
] as const;

/** A body larger than the service takes, in bytes or in events; the message says which. */
export class PayloadTooLarge extends Error {
  override readonly name = "PayloadTooLarge";
}

const [SINGLE, BATCH, BINARY] = EVENT_MEDIA_TYPES;

/** A body in a media type that the route does not take; those CloudEvents come in unless others are named. */
export class UnsupportedMediaType extends Error {
  override readonly name = "UnsupportedMediaType";
  readonly supported: readonly string[];

  constructor(
    supported: readonly string[] = EVENT_MEDIA_TYPES,
    message = `Send CloudEvents as ${SINGLE}, as ${BATCH}, or as ${BINARY} with ce- headers (binary mode).`,
  ) {
    super(message);
    this.supported = supported;
  }
}

/** A path that is none of the API's. */
export class RouteUnknown extends Error {
  override readonly name = "RouteUnknown";

  constructor() {
    super("There is nothing here; GET / lists what there is.");
  }
}

/** A path of the API, but not with this method. */
export class MethodNotAllowed extends Error {
  override readonly name = "MethodNotAllowed";
  /** The methods that the path takes. */
  readonly allowed: readonly string[];

  constructor(allowed: readonly string[]) {
    super(`This path takes ${allowed.join(", ")}.`);
    this.allowed = allowed;
  }
}

/** What we depend on does not answer now; the same request may succeed later. The cause says why. */
export class ServiceUnavailable extends Error {
  override readonly name = "ServiceUnavailable";
}

/** Events that a reader waited for are not all in the twin yet; the same request may succeed later. */
export class EventsNotArrived extends Error {
  override readonly name = "EventsNotArrived";
  readonly chassisId: string;
  /** How many are missing. */
  readonly missing: number;

  constructor(chassisId: string, missing: number) {
    super(`Of the events that the Twin-Token names, ${missing} did not arrive in the twin of ${chassisId} in time.`);
    this.chassisId = chassisId;
    this.missing = missing;
  }
}

/** A request that does not show who sends it: no token, or one that is not accepted; the message says which. */
export class NotAuthenticated extends Error {
  override readonly name = "NotAuthenticated";
  /** A token was sent. */
  readonly hasToken: boolean;

  constructor(message: string, { hasToken, ...options }: ErrorOptions & { readonly hasToken: boolean }) {
    super(message, options);
    this.hasToken = hasToken;
  }
}

/** A caller whose token lacks the scope that the route needs. */
export class ScopeMissing extends Error {
  override readonly name = "ScopeMissing";
  readonly scope: string;

  constructor(scope: string) {
    super(`This needs a token with the scope ${scope}.`);
    this.scope = scope;
  }
}
