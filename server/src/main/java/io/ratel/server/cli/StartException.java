package io.ratel.server.cli;

/** The process cannot go on; the message is for its user, the code for its caller. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  public StartException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
