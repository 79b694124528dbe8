/** The stack of a stage cannot be read where the credentials lead, or is not one of ours; the cause says why. */
export class StageNotFound extends Error {
  override readonly name = "StageNotFound";
  readonly stackName: string;

  constructor(stackName: string, reason: string, options?: ErrorOptions) {
    super(`cannot read the stack ${stackName}: ${reason}`, options);
    this.stackName = stackName;
  }
}

/** A letter that cannot be sent where it was meant to go; the message says why. */
export class LetterNotMovable extends Error {
  override readonly name = "LetterNotMovable";
}
