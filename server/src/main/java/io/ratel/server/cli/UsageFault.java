package io.ratel.server.cli;

import io.ratel.server.config.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong command line in the words of its user, with what was probably meant. */
final class UsageFault {
  private UsageFault() {}

  /** The lines to print. */
  static List<String> lines(ParameterException fault) {
    CommandLine command = fault.getCommandLine();
    List<String> lines = new ArrayList<>();
    if (fault instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      boolean option = unmatched.isUnknownOption();
      List<String> known = option ? options(command) : commands(command);
      if (known.isEmpty()) {
        lines.add(command.getCommandName() + " takes no argument, was given '" + word + "'");
      } else {
        String what = option ? "option" : "command";
        Optional<String> meant = Nearest.to(word.split("=")[0], known);
        lines.add(
            "there is no %s '%s'%s"
                .formatted(what, word, meant.map(m -> "; did you mean " + m + "?").orElse("")));
      }
    } else {
      lines.add(String.valueOf(fault.getMessage()));
    }
    boolean top = command.getParent() == null;
    lines.add("See: ratel help" + (top ? "" : " " + command.getCommandName()));
    return lines;
  }

  private static List<String> options(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    Stream<String> names =
        spec.options().stream()
            .filter(option -> !option.hidden())
            .flatMap(option -> Stream.of(option.names()));
    return Stream.concat(names, spec.negatedOptionsMap().keySet().stream()).toList();
  }

  private static List<String> commands(CommandLine command) {
    return List.copyOf(command.getSubcommands().keySet());
  }
}
