package io.ratel.server.cli;

/** What a process says by its exit code. */
public final class ExitCode {
  public static final int STOPPED = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int PORT_IN_USE = 3;
  public static final int DATA_UNUSABLE = 4;
  public static final int DATA_HELD = 5;
  public static final int TOOL_MISSING = 6;

  private ExitCode() {}
}
