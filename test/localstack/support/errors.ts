/** Why the suite cannot run here: something for whoever started it to change. Said in one line. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}
