package io.ratel.server.tidy;

import io.ratel.server.tidy.JavaFacts.Fact;
import io.ratel.server.tidy.JavaFacts.Kind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules that the shape of a Java file decides. */
final class JavaRules {
  private static final int METHOD_LINES = 70;

  private static final Pattern POOR_TYPE =
      Pattern.compile("\\w*(Manager|Helper|Utils?|Impl)|(Abstract|Base)(?![a-z])\\w*");
  private static final Pattern POOR_INTERFACE = Pattern.compile("I[A-Z][a-z]\\w*");
  private static final Pattern POOR_PACKAGE =
      Pattern.compile("(.*\\.)?(common|utils?|helpers?|spi|misc)(\\..*)?");
  private static final Pattern PRINTS =
      Pattern.compile("(java\\.lang\\.)?System\\.(out|err)|.*\\.printStackTrace");
  private static final Pattern SLEEPS =
      Pattern.compile("(java\\.lang\\.)?Thread\\.sleep|.*TimeUnit\\.\\w+\\.sleep");
  private static final Pattern THREAD = Pattern.compile("(java\\.lang\\.)?Thread");
  private static final Pattern DISABLED = Pattern.compile("(.*\\.)?(Disabled|Ignore)");

  private JavaRules() {}

  static List<Breach> longMethods(SourceFile file) {
    return breaches(
        file,
        fact -> fact.kind() == Kind.METHOD && fact.lines() >= METHOD_LINES,
        "a method of " + METHOD_LINES + " lines or more");
  }

  static List<Breach> poorNames(SourceFile file) {
    return breaches(file, JavaRules::isPoor, "a name that says nothing");
  }

  private static boolean isPoor(Fact fact) {
    return switch (fact.kind()) {
      case PACKAGE -> POOR_PACKAGE.matcher(fact.name()).matches();
      case CLASS -> POOR_TYPE.matcher(fact.name()).matches();
      case INTERFACE ->
          POOR_TYPE.matcher(fact.name()).matches() || POOR_INTERFACE.matcher(fact.name()).matches();
      default -> false;
    };
  }

  static List<Breach> prints(SourceFile file) {
    return breaches(file, named(Kind.SELECT, PRINTS), "printing");
  }

  static List<Breach> sleeps(SourceFile file) {
    return breaches(file, named(Kind.SELECT, SLEEPS), "sleeping");
  }

  static List<Breach> rawThreads(SourceFile file) {
    return breaches(file, named(Kind.NEW, THREAD), "a thread without a builder");
  }

  static List<Breach> disabledTests(SourceFile file) {
    return breaches(file, named(Kind.ANNOTATION, DISABLED), "a test that never runs");
  }

  private static Predicate<Fact> named(Kind kind, Pattern name) {
    return fact -> fact.kind() == kind && name.matcher(fact.name()).matches();
  }

  private static List<Breach> breaches(SourceFile file, Predicate<Fact> wrong, String what) {
    return JavaFacts.of(file).stream()
        .filter(wrong)
        .map(fact -> new Breach(file.path() + ":" + fact.line(), fact.name() + ", " + what))
        .toList();
  }
}
