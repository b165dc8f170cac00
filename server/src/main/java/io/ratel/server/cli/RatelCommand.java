package io.ratel.server.cli;

import io.ratel.server.config.ConfigException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code ratel}: what is asked for without a command, and how faults become exit codes. */
@Command(
    name = "ratel",
    version = "ratel 0.1.0",
    mixinStandardHelpOptions = true,
    description = "A trading venue that one person starts with one command.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    subcommands = {
      UpCommand.class,
      RunCommand.class,
      ReplayCommand.class,
      RebuildCommand.class,
      ReconcileCommand.class,
      DoctorCommand.class,
      SecretsCommand.class,
      UsersCommand.class,
      CaCommand.class,
      AuditCommand.class,
      QuantCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Also: ratel test runs every test, ratel bench NAME measures (ratel bench --help).",
      "",
      "  ratel up               start, then open http://127.0.0.1:8080",
      "  ratel help up          everything that up can be told"
    })
public final class RatelCommand {
  private static final Logger LOG = LoggerFactory.getLogger(RatelCommand.class);

  /** Runs a command line and returns the exit code. */
  public static int run(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    CommandLine line = new CommandLine(new RatelCommand()).setOut(out).setErr(err);
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    line.setParameterExceptionHandler(
        (fault, given) -> {
          err.println("ratel: " + String.join(System.lineSeparator(), UsageFault.lines(fault)));
          return ExitCode.USAGE;
        });
    line.setExecutionExceptionHandler((fault, command, given) -> fault(fault, err));
    if (arguments.length == 0) {
      line.usage(out);
      return ExitCode.STOPPED;
    }
    return line.execute(arguments);
  }

  private static int fault(Exception fault, PrintWriter err) {
    switch (fault) {
      case StartException start -> {
        err.println("ratel: " + start.getMessage());
        return start.exitCode();
      }
      case ConfigException config -> {
        err.println("ratel: configuration: " + config.getMessage());
        return ExitCode.USAGE;
      }
      default -> {
        LOG.atError().setCause(fault).log("the command failed");
        err.println("ratel: " + fault.getMessage());
        return ExitCode.FAILED;
      }
    }
  }
}
