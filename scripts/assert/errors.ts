/** Why nothing could be asserted: something for the caller to change. The message is one line. */
export class CannotAssert extends Error {
  override readonly name = "CannotAssert";
}
