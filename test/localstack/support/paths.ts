import { join } from "node:path";

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, "../../..");

/** What one run of the suite writes; the next one empties it. */
export const WORK = join(ROOT, ".cache/localstack");

/** Where the emulator's program is kept. */
export const VIRTUAL_ENVIRONMENT = join(ROOT, ".cache/ministack");

/** Where the issuer of the tests leaves its certificate, for the function that checks tokens to trust. */
export const ISSUER_FOLDER = join(ROOT, ".cache/issuer");
