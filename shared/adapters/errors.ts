/** Stored data of a format that this version of the software does not know. */
export class UnknownFormat extends Error {
  override readonly name = "UnknownFormat";
  /** The format that the data names; `undefined` when there is no data at all. */
  readonly format: number | undefined;

  constructor(format: number | undefined) {
    super(format === undefined ? "stored data is empty" : `stored data is of the unknown format ${format}`);
    this.format = format;
  }
}

/** Stored data of a known format that does not hold what was expected. The cause says what is wrong. */
export class UnreadableItem extends Error {
  override readonly name = "UnreadableItem";
}

/** The store did not carry out a request; the cause says why. */
export class StoreRequestFailed extends Error {
  override readonly name = "StoreRequestFailed";
  readonly operation: string;

  constructor(operation: string, options?: ErrorOptions) {
    super(`the store did not carry out ${operation}`, options);
    this.operation = operation;
  }
}

/** A table that was asked for did not become usable in time. */
export class TableNotReady extends Error {
  override readonly name = "TableNotReady";
  readonly tableName: string;

  constructor(tableName: string) {
    super(`the table ${tableName} did not become active in time`);
    this.tableName = tableName;
  }
}

/** The queue for dead letters did not take a message; the cause says why. */
export class DeadLetterRefused extends Error {
  override readonly name = "DeadLetterRefused";
}
