package io.ratel.server.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules that a file's text alone decides. */
final class TextRules {
  static final int MAX_LINES = 700;
  static final int MAX_COLUMNS = 100;
  private static final int MIN_STORY_WORDS = 8;

  // Written in parts, so that the rules do not find themselves.
  private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern CONSOLE = Pattern.compile("\\bconsole\\.[a-z]+\\(");
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.$}/-])/(work|root|home/\\w+|Users/\\w+|tmp/\\w+)/");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "registry\\.npm|npmmirror|repo1?\\.maven|artifactory|nexus[./:]|jfrog|\"resolved\":"
              + "|<(repository|pluginRepository|mirror)>");
  private static final Pattern STORY = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  private TextRules() {}

  static List<Breach> long700(SourceFile file) {
    int lines = file.lines().size();
    return lines <= MAX_LINES
        ? List.of()
        : List.of(new Breach(file.path(), lines + " lines, " + MAX_LINES + " at most"));
  }

  /** Imports and addresses cannot be broken; everything else can. */
  static List<Breach> wide(SourceFile file) {
    List<Breach> breaches = new ArrayList<>();
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int columns = line.codePointCount(0, line.length());
      if (columns > MAX_COLUMNS && !line.startsWith("import ") && !line.contains("https://")) {
        breaches.add(
            new Breach(
                file.path() + ":" + (i + 1), columns + " columns, " + MAX_COLUMNS + " at most"));
      }
    }
    return breaches;
  }

  static List<Breach> leftForLater(SourceFile file) {
    return file.linesWith(LATER);
  }

  static List<Breach> consoles(SourceFile file) {
    return file.linesWith(CONSOLE);
  }

  static List<Breach> machinePaths(SourceFile file) {
    return file.linesWith(MACHINE);
  }

  static List<Breach> registries(SourceFile file) {
    return file.linesWith(REGISTRY);
  }

  /** A package tells its story and is null-marked. */
  static List<Breach> untold(SourceFile packageInfo) {
    Matcher story = STORY.matcher(packageInfo.text());
    if (!story.find() || story.group(1).split("\\W+").length < MIN_STORY_WORDS) {
      return List.of(new Breach(packageInfo.path(), "tells no story"));
    }
    return packageInfo.text().contains("@NullMarked\npackage ")
        ? List.of()
        : List.of(new Breach(packageInfo.path(), "is not @NullMarked"));
  }
}
