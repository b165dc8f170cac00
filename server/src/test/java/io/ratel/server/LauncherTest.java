package io.ratel.server;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher on a machine that lacks what it needs, where one line says how to get it, and the
 * JVM that it starts.
 */
final class LauncherTest {
  private static final List<String> PLAIN_TOOLS =
      List.of("bash", "cat", "dirname", "find", "grep", "mktemp", "readlink", "sed", "uname");

  @TempDir Path machine;
  private Path tools;

  private record Ran(int exitCode, String output) {}

  @BeforeEach
  void onlyThePlainTools() throws IOException {
    tools = Files.createDirectories(machine.resolve("bin"));
    for (String tool : PLAIN_TOOLS) {
      Path real =
          Stream.of("/bin", "/usr/bin")
              .map(folder -> Path.of(folder, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      script(tools.resolve(tool), "exec " + real + " \"$@\"");
    }
  }

  private Ran ratel(Map<String, String> environment, String... arguments) throws Exception {
    return run(Repository.root().resolve("ratel"), environment, arguments);
  }

  private Ran run(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("RATEL_JVM_FOLDERS", machine.resolve("jvm").toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ran(process.exitValue(), output);
  }

  /** A folder that looks like a JDK, as far as a launcher that starts nothing can see. */
  private Path jdk(String version) throws IOException {
    Path jdk = machine.resolve("jvm/jdk-" + version);
    Path javac = Files.createDirectories(jdk.resolve("bin")).resolve("javac");
    script(javac, "exit 1");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/bash\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static void lacks(Ran ran, String what, String remedy) {
    assertThat(ran.exitCode()).as(ran.output()).isEqualTo(6);
    assertThat(ran.output().lines()).hasSize(1);
    assertThat(ran.output()).startsWith("ratel: " + what + " is missing.").contains(remedy);
  }

  @Test
  void withoutAJdk25ItSaysHowToInstallOne() throws Exception {
    for (String command : List.of("up", "test", "bench", "--help")) {
      lacks(ratel(Map.of(), command), "a JDK 25", "install");
    }
    lacks(ratel(Map.of("HOME", machine.toString()), "up"), "a JDK 25", "install");
  }

  @Test
  void aJavaHomeThatLiesIsNotBelieved() throws Exception {
    String nowhere = machine.resolve("nowhere").toString();
    lacks(ratel(Map.of("JAVA_HOME", nowhere), "up"), "a JDK 25", "install");
    lacks(ratel(Map.of("JAVA_HOME", jdk("21.0.4").toString()), "up"), "a JDK 25", "install");
  }

  @Test
  void withoutNode20ItSaysHowToInstallIt() throws Exception {
    Assumptions.assumeFalse(
        Files.exists(Path.of("/usr/local/bin/node"))
            || Files.exists(Path.of("/opt/homebrew/bin/node")),
        "skipped: this machine has Node where the launcher always looks");
    jdk("25.0.1");
    lacks(ratel(Map.of(), "test"), "Node 20 or newer", "install");
    script(tools.resolve("node"), "echo 18");
    lacks(ratel(Map.of(), "test"), "Node 20 or newer", "install");
  }

  /** The words with which a launcher of a platform that is built starts its JVM. */
  private List<String> jvm(Map<String, String> environment, String... arguments) throws Exception {
    script(jdk("25.0.1").resolve("bin/java"), "printf '%s\\n' \"$@\"");
    Path root = Files.createDirectories(machine.resolve("platform"));
    for (String built : List.of("server/target/dist/.built", "web/dist/index.html")) {
      Files.createDirectories(root.resolve(built).getParent());
      Files.writeString(root.resolve(built), "");
    }
    Files.writeString(root.resolve("server/target/ratel.aot.skipped"), "");
    Path launcher = root.resolve("ratel");
    Files.copy(Repository.root().resolve("ratel"), launcher, REPLACE_EXISTING, COPY_ATTRIBUTES);
    Ran ran = run(launcher, environment, arguments);
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return ran.output().lines().toList();
  }

  @Test
  void aLaptopsJvmStartsSmallAndTakesMemoryAsItNeedsIt() throws Exception {
    assertThat(jvm(Map.of(), "up", "--port", "0"))
        .contains("-Xms96m", "-Xmx448m", "io.ratel.server.Main", "up", "--port", "0")
        .noneMatch(word -> word.matches(".*(PreTouch|HugePages|LargePages|bounds.checks).*"));
    assertThat(jvm(Map.of("RATEL_MAX_HEAP", "2g"), "up")).contains("-Xms96m", "-Xmx2g");
  }

  @Test
  void theProfileLatencyTakesItsMemoryAtOnceHoweverItIsNamed() throws Exception {
    String[] flags = {
      "-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseTransparentHugePages",
    };
    assertThat(jvm(Map.of(), "up", "--profile", "latency")).contains(flags);
    assertThat(jvm(Map.of(), "run", "--roles=exchange", "--profile=latency")).contains(flags);
    assertThat(jvm(Map.of("RATEL_PROFILE", "latency"), "up"))
        .contains(flags)
        .noneMatch(word -> word.contains("bounds.checks"));
    assertThat(jvm(Map.of("RATEL_PROFILE", "latency"), "up", "--profile", "laptop"))
        .doesNotContain(flags);
  }

  @Test
  void eachPartOfTheProfileIsSwitchedAlone() throws Exception {
    assertThat(jvm(Map.of("RATEL_PROFILE", "latency", "RATEL_LATENCY_PRE_TOUCH", "false"), "up"))
        .contains("-XX:+UseTransparentHugePages", "-Xms96m")
        .doesNotContain("-XX:+AlwaysPreTouch");
    assertThat(jvm(Map.of("RATEL_LATENCY_HUGE_PAGES", "explicit"), "up"))
        .contains("-XX:+UseLargePages")
        .doesNotContain("-XX:+UseTransparentHugePages", "-XX:+AlwaysPreTouch");
    assertThat(jvm(Map.of("RATEL_LATENCY_BOUNDS_CHECKS", "false"), "up"))
        .contains("-Dagrona.disable.bounds.checks=true");
  }
}
