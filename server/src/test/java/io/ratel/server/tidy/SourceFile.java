package io.ratel.server.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file of the repository.
 *
 * @param path from the root, with slashes
 */
record SourceFile(String path, String text) {
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  String extension() {
    return name().substring(name().lastIndexOf('.') + 1);
  }

  boolean isJava() {
    return extension().equals("java");
  }

  /** Java that ships. */
  boolean isMainJava() {
    return isJava() && path.contains("/src/main/");
  }

  /** Code that people write, in whichever language. */
  boolean isCode() {
    return !text.startsWith("// Generated from ") && isInALanguage();
  }

  private boolean isInALanguage() {
    return switch (extension()) {
      case "java", "ts", "tsx", "js", "css", "sql", "sh" -> true;
      default -> path.equals("ratel") || path.startsWith(".ci/");
    };
  }

  List<String> lines() {
    return text.lines().toList();
  }

  /** A breach for each line that holds the pattern. */
  List<Breach> linesWith(Pattern pattern) {
    List<Breach> breaches = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i)).find()) {
        breaches.add(new Breach(path + ":" + (i + 1), lines.get(i).strip()));
      }
    }
    return breaches;
  }
}
