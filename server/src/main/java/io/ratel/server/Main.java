package io.ratel.server;

import io.ratel.server.cli.RatelCommand;

/** Where the process begins. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Logging.toConsole();
    System.exit(RatelCommand.run(arguments));
  }
}
