package io.ratel.server.tidy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules about which class may know which, read from bytecode, where every use is in full. */
final class Floors {
  private static final String OURS = "io.ratel.";

  /** For each room the rooms that it may know. */
  private static final Map<String, Set<String>> BELOW = below();

  /** For each vendor's namespace the packages that may know it. */
  private static final Map<String, Set<String>> FENCES =
      Map.ofEntries(
          Map.entry("io.aeron.", Set.of("io.ratel.adapters.aeron")),
          Map.entry("org.postgresql.", Set.of("io.ratel.adapters.postgres")),
          Map.entry("org.jooq.", Set.of("io.ratel.adapters.postgres")),
          Map.entry("com.zaxxer.", Set.of("io.ratel.adapters.postgres")),
          Map.entry("org.flywaydb.", Set.of("io.ratel.adapters.postgres")),
          Map.entry("io.zonky.", Set.of("io.ratel.adapters.postgres")),
          Map.entry("com.ezylang.", Set.of("io.ratel.adapters.pipeline")),
          Map.entry("org.ojalgo.", Set.of("io.ratel.quant", "io.ratel.benchmarks.quant")),
          Map.entry("org.hipparchus.", Set.of("io.ratel.quant")),
          Map.entry("com.opengamma.strata.", Set.of("io.ratel.quant", "io.ratel.benchmarks.quant")),
          Map.entry("io.questdb.", Set.of("io.ratel.adapters.questdb")),
          Map.entry("org.shredzone.acme4j.", Set.of("io.ratel.adapters.acme")),
          Map.entry(
              "io.vertx.", // but for venues of tests: the JDK has no server of WebSockets
              Set.of("io.ratel.gateway", "io.ratel.adapters.venue.script", "io.ratel.server.feed")),
          Map.entry("io.netty.", Set.of("io.ratel.gateway")),
          Map.entry("org.dhatim.", Set.of("io.ratel.gateway.report")),
          Map.entry(
              "org.apache.commons.csv.",
              Set.of(
                  "io.ratel.gateway.report",
                  "io.ratel.adapters.tabular",
                  "io.ratel.adapters.pipeline")),
          Map.entry("picocli.", Set.of("io.ratel.server.cli", "io.ratel.server.config")),
          Map.entry("ch.qos.logback.", Set.of("io.ratel.server")),
          Map.entry("com.webauthn4j.", Set.of("io.ratel.security.passkey")),
          Map.entry("com.nimbusds.", Set.of("io.ratel.security.external")),
          Map.entry("io.nayuki.", Set.of("io.ratel.security.factor")),
          Map.entry("org.bouncycastle.", Set.of("io.ratel.security", "io.ratel.adapters.acme")));

  /** What would make two machines that apply one log differ: clock, chance, threads, I/O. */
  private static final Pattern IMPURE =
      Pattern.compile(
          "java\\.io\\.(?!UncheckedIOException|IOException|Serializable).*"
              + "|java\\.(net|nio\\.file|nio\\.channels|security|sql)\\..*"
              + "|java\\.util\\.(Random|SplittableRandom|UUID|Timer)"
              + "|java\\.util\\.(random|concurrent)\\..*"
              + "|java\\.time\\.(Clock|InstantSource)"
              + "|java\\.lang\\.(Thread|ThreadLocal|Process|ProcessBuilder|Runtime)"
              + "|org\\.agrona\\.concurrent\\.(?!UnsafeBuffer).*");

  private static final Pattern IMPURE_CALL =
      Pattern.compile(
          "java\\.lang\\.System\\.(nanoTime|currentTimeMillis|getenv|getProperty)"
              + "|java\\.lang\\.Math\\.random"
              + "|java\\.time\\..*\\.now");

  private static final Pattern PLAIN = Pattern.compile("java\\..*|org\\.jspecify\\..*|[a-z]+");

  private Floors() {}

  private static Map<String, Set<String>> below() {
    Map<String, Set<String>> below = new LinkedHashMap<>();
    below.put("model", Set.of());
    below.put("security", Set.of());
    below.put("exchange", Set.of("model"));
    below.put("marketdata", Set.of("model"));
    below.put("quant", Set.of("model", "exchange", "marketdata"));
    below.put("gateway", Set.of("model", "exchange", "marketdata", "security", "quant"));
    below.put("adapters", Set.of("model", "exchange", "marketdata", "security", "quant"));
    below.put(
        "server",
        Set.of("model", "exchange", "marketdata", "security", "quant", "gateway", "adapters"));
    return below;
  }

  static Set<String> rooms() {
    return BELOW.keySet();
  }

  /** Uses of rooms that a room must not know. */
  static List<Breach> overheard(Iterable<JavaClass> classes, String room) {
    Set<String> known = BELOW.getOrDefault(room, Set.of());
    return uses(
        classes,
        used ->
            used.startsWith(OURS) && !roomOf(used).equals(room) && !known.contains(roomOf(used)));
  }

  private static String roomOf(String className) {
    return className.substring(OURS.length()).split("\\.")[0];
  }

  /** Uses of a vendor's classes from outside of its fence. */
  static List<Breach> unfenced(Iterable<JavaClass> classes) {
    return unfenced(classes, FENCES);
  }

  static List<Breach> unfenced(Iterable<JavaClass> classes, Map<String, Set<String>> fences) {
    List<Breach> breaches = new ArrayList<>();
    fences.forEach(
        (vendor, inside) -> {
          List<JavaClass> outside = new ArrayList<>();
          for (JavaClass each : classes) {
            if (inside.stream().noneMatch(p -> (each.getPackageName() + ".").startsWith(p + "."))) {
              outside.add(each);
            }
          }
          breaches.addAll(uses(outside, used -> used.startsWith(vendor)));
        });
    return breaches;
  }

  /** Uses of a clock, of chance, of threads, of I/O. */
  static List<Breach> impure(Iterable<JavaClass> classes) {
    List<Breach> breaches = uses(classes, used -> IMPURE.matcher(used).matches());
    for (JavaClass each : classes) {
      each.getMethodCallsFromSelf()
          .forEach(
              call -> {
                String called = call.getTargetOwner().getName() + "." + call.getTarget().getName();
                if (IMPURE_CALL.matcher(called).matches()) {
                  breaches.add(new Breach(each.getName() + ":" + call.getLineNumber(), called));
                }
              });
    }
    return breaches;
  }

  /** Uses of anything that is neither the JDK's, nor jspecify's, nor of the room itself. */
  static List<Breach> foreign(Iterable<JavaClass> classes, String room) {
    return uses(
        classes, used -> !PLAIN.matcher(used).matches() && !used.startsWith(OURS + room + "."));
  }

  private static List<Breach> uses(Iterable<JavaClass> classes, Predicate<String> forbidden) {
    List<Breach> breaches = new ArrayList<>();
    for (JavaClass each : classes) {
      for (Dependency use : each.getDirectDependenciesFromSelf()) {
        String used = use.getTargetClass().getBaseComponentType().getName();
        if (forbidden.test(used)) {
          breaches.add(new Breach(each.getName(), "uses " + used));
        }
      }
    }
    return breaches;
  }
}
