/** Why the embedded server cannot start as it was told to: something for the operator to change. */
export class CannotStart extends Error {
  override readonly name: string = "CannotStart";
}

/** The host can be reached from other machines, which needs callers who sign in. */
export class HostNotLocal extends CannotStart {
  override readonly name = "HostNotLocal";
  readonly host: string;

  constructor(host: string) {
    super(
      `--host ${host} would let other machines in without signing in; name an OIDC issuer and audience with --jwt-issuer and --jwt-audience, or use 127.0.0.1`,
    );
    this.host = host;
  }
}

/** Callers are to have tokens, but not all is said of which. */
export class TokenTermsIncomplete extends CannotStart {
  override readonly name = "TokenTermsIncomplete";

  constructor() {
    super("--jwt-issuer and --jwt-audience (JWT_ISSUER, JWT_AUDIENCE) go together: give both or none");
  }
}

/** The demo is to be replayed to a server that wants tokens. */
export class DemoNeedsOpenGate extends CannotStart {
  override readonly name = "DemoNeedsOpenGate";

  constructor() {
    super("--demo has no token to send: start it without --jwt-issuer and --jwt-audience");
  }
}

/** Something else listens on the port. */
export class PortInUse extends CannotStart {
  override readonly name = "PortInUse";
  readonly port: number;

  constructor(port: number, options?: ErrorOptions) {
    super(`port ${port} is in use; choose another with --port, or 0 for any that is free`, options);
    this.port = port;
  }
}

/** The system does not let us listen there. */
export class AddressNotAvailable extends CannotStart {
  override readonly name = "AddressNotAvailable";

  constructor(host: string, port: number, options?: ErrorOptions) {
    super(`cannot listen on ${host} port ${port}${why(options)}; choose another with --host or --port`, options);
  }
}

/** The data folder cannot be made or written to. */
export class DataFolderNotWritable extends CannotStart {
  override readonly name = "DataFolderNotWritable";
  readonly folder: string;

  constructor(folder: string, options?: ErrorOptions) {
    super(
      `cannot write to the data folder ${folder}${why(options)}; choose another with --data, or use --in-memory`,
      options,
    );
    this.folder = folder;
  }
}

/** Another process works on the data folder. */
export class DataFolderInUse extends CannotStart {
  override readonly name = "DataFolderInUse";
  readonly folder: string;

  constructor(folder: string, options?: ErrorOptions) {
    super(`another server uses the data folder ${folder}; stop it, or choose another folder with --data`, options);
    this.folder = folder;
  }
}

/** The database in the data folder does not open. */
export class DatabaseNotOpened extends CannotStart {
  override readonly name = "DatabaseNotOpened";

  constructor(path: string, options?: ErrorOptions) {
    super(`cannot open the database in ${path}: another server may use it, or it is damaged`, options);
  }
}

/** The DynamoDB that was named does not answer as it should. */
export class DatabaseNotUsable extends CannotStart {
  override readonly name = "DatabaseNotUsable";

  constructor(endpoint: string, reason: string, options?: ErrorOptions) {
    super(`cannot use the DynamoDB at ${endpoint}: ${reason}`, options);
  }
}

/** The code of a failed system call, such as EADDRINUSE. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;

const why = (options: ErrorOptions | undefined): string => {
  const code = systemCode(options?.cause);
  return code === null ? "" : ` (${code})`;
};
