/** The stored record of a chassis is no longer of the revision a write was made from. */
export class RevisionConflict extends Error {
  override readonly name = "RevisionConflict";
  readonly chassisId: string;
  readonly expectedRevision: number;

  constructor(chassisId: string, expectedRevision: number, options?: ErrorOptions) {
    super(`the record of ${chassisId} is no longer at revision ${expectedRevision}`, options);
    this.chassisId = chassisId;
    this.expectedRevision = expectedRevision;
  }
}

/** What one part of an input has wrong: a JSON Pointer to it and what to do about it. */
export interface InputFault {
  readonly pointer: string;
  readonly detail: string;
}

/** A request that says something we cannot take. */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";
  readonly faults: readonly InputFault[];

  constructor(faults: readonly InputFault[], message = "The request is not valid.") {
    super(message);
    this.faults = faults;
  }
}

/** What a chassis was like at a moment cannot be told: what is known of that time is no longer kept. */
export class HistoryNotKept extends Error {
  override readonly name = "HistoryNotKept";
  readonly chassisId: string;
  /** In RFC 3339. */
  readonly before: string;

  constructor(chassisId: string, before: string) {
    super(`What happened to chassis ${chassisId} before ${before} is no longer kept.`);
    this.chassisId = chassisId;
    this.before = before;
  }
}

/** The fleet has never heard of this chassis, or not by the moment asked for. */
export class ChassisNotFound extends Error {
  override readonly name = "ChassisNotFound";
  readonly chassisId: string;

  constructor(chassisId: string, message = `No event of chassis ${chassisId} has been received.`) {
    super(message);
    this.chassisId = chassisId;
  }
}
