package io.ratel.server.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.ratel.exchange.LocalExchange;
import io.ratel.server.Repository;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house. Every rule first finds a bad sample, then nothing in the house. */
final class TidyTest {
  private static final House HOUSE = new House();
  private static final JavaClasses SAMPLES =
      new ClassFileImporter().importClasses(TidyTest.class, House.class, Repository.class);

  private static void holds(
      Function<SourceFile, List<Breach>> rule, SourceFile bad, Predicate<SourceFile> where) {
    assertThat(rule.apply(bad)).as("the rule finds its bad sample").isNotEmpty();
    List<SourceFile> files = HOUSE.files().stream().filter(where).toList();
    assertThat(files).as("files that the rule is about").isNotEmpty();
    assertThat(files.parallelStream().flatMap(file -> rule.apply(file).stream()).toList())
        .isEmpty();
  }

  private static SourceFile java(String text) {
    return new SourceFile("sample/src/main/java/Sample.java", text);
  }

  static List<String> rooms() {
    return List.copyOf(Floors.rooms());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyTheRoomsBelowIt(String room) {
    assertThat(Floors.overheard(new ClassFileImporter().importClasses(House.class), "model"))
        .as("a class that uses the server's would be found in the model")
        .isNotEmpty();
    assertThat(Floors.overheard(HOUSE.mainClasses(room), room)).isEmpty();
  }

  @Test
  void everyRoomOfTheBuildHasAFloor() {
    List<String> modules =
        HOUSE.files().stream()
            .filter(file -> file.path().matches("[a-z]+/pom\\.xml"))
            .map(file -> file.path().replace("/pom.xml", ""))
            .filter(module -> !module.equals("benchmarks"))
            .toList();
    assertThat(modules).containsExactlyInAnyOrderElementsOf(Floors.rooms());
  }

  @Test
  void aVendorStaysInTheOnePackageThatSpeaksToIt() {
    assertThat(Floors.unfenced(SAMPLES, Map.of("com.tngtech.", Set.of("io.ratel.elsewhere"))))
        .as("this test would be outside of such a fence")
        .isNotEmpty();
    assertThat(Floors.unfenced(SAMPLES, Map.of("com.tngtech.", Set.of("io.ratel.server"))))
        .isEmpty();
    assertThat(Floors.unfenced(HOUSE.allClasses())).isEmpty();
  }

  @Test
  void theExchangeHasNoClockNoChanceNoThreadAndNoInputOrOutput() {
    assertThat(Floors.impure(SAMPLES)).as("these tests read files").isNotEmpty();
    assertThat(Floors.impure(new ClassFileImporter().importClasses(ClockReader.class)))
        .as("a reader of the clock is found")
        .hasSize(2);
    assertThat(Floors.impure(HOUSE.mainClasses("exchange"))).isEmpty();
  }

  /** A bad sample. */
  private static final class ClockReader {
    @SuppressWarnings("unused")
    static long read() {
      return System.nanoTime() + java.time.Instant.now().getNano();
    }
  }

  @Test
  void theModelKnowsTheJdkAlone() {
    assertThat(
            Floors.foreign(new ClassFileImporter().importClasses(LocalExchange.class), "exchange"))
        .as("the exchange knows the model")
        .isNotEmpty();
    assertThat(Floors.foreign(HOUSE.mainClasses("model"), "model")).isEmpty();
  }

  @Test
  void noFileIsLongerThan700Lines() {
    holds(TextRules::long700, java("\n".repeat(701)), SourceFile::isCode);
  }

  @Test
  void halfOfAllFilesAreUnder100LinesAndNineInTenUnder350() {
    assertThat(percentile(List.of(10, 20, 400), 90)).isEqualTo(400);
    List<Integer> lines =
        HOUSE.files().stream()
            .filter(file -> file.isMainJava() || file.path().matches("web/(src|client)/.*tsx?"))
            .map(file -> file.lines().size())
            .sorted()
            .toList();
    assertThat(percentile(lines, 50)).as("median lines").isLessThan(100);
    assertThat(percentile(lines, 90)).as("lines of nine files in ten").isLessThan(350);
  }

  private static int percentile(List<Integer> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  @Test
  void noMethodReaches70Lines() {
    String body = "void act() {\n" + "act();\n".repeat(70) + "}";
    holds(JavaRules::longMethods, java("class Sample { " + body + " }"), SourceFile::isJava);
  }

  @Test
  void noLineIsWiderThan100Columns() {
    holds(TextRules::wide, java("é".repeat(101)), SourceFile::isCode);
  }

  @Test
  void noPackageHas20Files() {
    List<SourceFile> twenty =
        IntStream.range(0, 20).mapToObj(i -> java("class C" + i + " {}")).toList();
    assertThat(crowded(twenty)).isNotEmpty();
    assertThat(crowded(HOUSE.files())).isEmpty();
  }

  private static List<Breach> crowded(List<SourceFile> files) {
    Map<String, Long> sizes =
        files.stream()
            .filter(SourceFile::isJava)
            .collect(Collectors.groupingBy(SourceFile::folder, Collectors.counting()));
    return sizes.entrySet().stream()
        .filter(size -> size.getValue() >= 20)
        .map(size -> new Breach(size.getKey(), size.getValue() + " files"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("poorlyNamed")
  void namesAreTheFieldsOwn(String sample) {
    holds(JavaRules::poorNames, java(sample), SourceFile::isJava);
  }

  static List<String> poorlyNamed() {
    return List.of(
        "class OrderManager {}",
        "class OrderHelper {}",
        "class OrderUtil {}",
        "class OrderUtils {}",
        "class BookImpl {}",
        "class AbstractBook {}",
        "class BaseBook {}",
        "interface IBook {}",
        "package io.ratel.common;",
        "package io.ratel.util.text;",
        "package io.ratel.spi;");
  }

  @Test
  void aGoodNameIsLeftAlone() {
    String sample =
        "package io.ratel.model; class Basement { interface Id {} interface IOC {} "
            + "record Implied(int managers) {} class Abstraction {} }";
    assertThat(JavaRules.poorNames(java(sample))).isEmpty();
  }

  @Test
  void everyPackageTellsItsStoryAndIsNullMarked() {
    holds(
        TextRules::untold,
        new SourceFile("a/package-info.java", "/** Things. */\n@NullMarked\npackage a;"),
        file -> file.isMainJava() && file.name().equals("package-info.java"));
    assertThat(TextRules.untold(java("/** " + "One word more. ".repeat(5) + "*/\npackage a;")))
        .as("a story without @NullMarked")
        .isNotEmpty();
  }

  @Test
  void everyMainPackageHasAPackageInfo() {
    SourceFile lonely = java("class Sample {}");
    assertThat(withoutInfo(List.of(lonely))).containsExactly(lonely.folder());
    assertThat(withoutInfo(HOUSE.files())).isEmpty();
  }

  private static List<String> withoutInfo(List<SourceFile> files) {
    List<SourceFile> shipped = files.stream().filter(SourceFile::isMainJava).toList();
    List<String> told =
        shipped.stream()
            .filter(file -> file.name().equals("package-info.java"))
            .map(SourceFile::folder)
            .toList();
    return shipped.stream()
        .map(SourceFile::folder)
        .distinct()
        .filter(folder -> !told.contains(folder))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("printing")
  void onlyTheCommandLinePrints(String sample) {
    holds(
        JavaRules::prints,
        java("class Sample { void act(Exception e) { " + sample + " } }"),
        file ->
            file.isJava()
                && !file.folder().endsWith("io/ratel/server/cli")
                && !file.name().equals("Logging.java")
                && !file.name().equals("QuestLog.java")); // which silences a library that does
  }

  static List<String> printing() {
    return List.of(
        "System.out.println();",
        "java.lang.System.err.print(1);",
        "e.printStackTrace();",
        "var out = System.out;");
  }

  @Test
  void threadsAreMadeByNamedBuilders() {
    holds(
        JavaRules::rawThreads,
        java("class Sample { Thread t = new Thread(() -> {}); }"),
        SourceFile::isJava);
  }

  @Test
  void nothingSleeps() {
    holds(
        JavaRules::sleeps,
        java("class S { void a() throws Exception { Thread.sleep(1); } }"),
        SourceFile::isJava);
    assertThat(
            JavaRules.sleeps(
                java("class S { void a() throws Exception { TimeUnit.SECONDS.sleep(1); } }")))
        .isNotEmpty();
  }

  @Test
  void everyTestRuns() {
    holds(JavaRules::disabledTests, java("class S { @Disabled void a() {} }"), SourceFile::isJava);
  }

  @Test
  void thePageWritesNothingToTheConsole() {
    holds(
        TextRules::consoles,
        new SourceFile("web/src/a.ts", "console.log('here')"),
        file -> file.path().matches("web/(src|client)/.*"));
  }

  @Test
  void nothingIsLeftForLater() {
    holds(TextRules::leftForLater, java("// TO" + "DO: think"), file -> true);
  }

  @ParameterizedTest
  @MethodSource("placesOfOneMachine")
  void noFileNamesAPlaceOfOneMachine(String sample) {
    holds(TextRules::machinePaths, java(sample), file -> !file.path().startsWith("mvnw"));
  }

  static List<String> placesOfOneMachine() {
    return List.of(
        "// see /" + "work/notes",
        "Path.of(\"/" + "root/.m2\")",
        "/" + "home/alice/ratel",
        "/" + "Users/bob/");
  }

  @ParameterizedTest
  @MethodSource("registries")
  void onlyTheMavenWrapperNamesWhereThingsComeFrom(String sample) {
    holds(
        TextRules::registries,
        java(sample),
        file ->
            !file.name().equals("maven-wrapper.properties")
                && !file.path().startsWith("mvnw")
                && !file.path().endsWith("tidy/TextRules.java"));
  }

  static List<String> registries() {
    return List.of(
        "https://registry." + "npmjs.org/solid-js",
        "https://repo" + "1.maven.org/maven2",
        "\"resol" + "ved\": \"elsewhere\"",
        "<reposi" + "tory>");
  }
}
