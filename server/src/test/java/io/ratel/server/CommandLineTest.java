package io.ratel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ratel.server.VenueProcess.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be wrong on a command line, tried on a process of its own. */
final class CommandLineTest {
  @TempDir Path folder;

  private Ran ratel(String... arguments) {
    return ratel(Map.of(), arguments);
  }

  /** Runs a command; whatever happens, nobody sees a stack trace. */
  private Ran ratel(Map<String, String> environment, String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    if (List.of("up", "replay", "rebuild", "reconcile", "doctor").contains(arguments[0])
        && !line.contains("--data")) {
      line.addAll(List.of("--data", folder.resolve("data").toString()));
    }
    Ran ran = VenueProcess.run(line, environment);
    assertThat(ran.output()).doesNotContainPattern("(?m)^\\s+at |Exception");
    return ran;
  }

  private static void refused(Ran ran, int exitCode, String... saying) {
    assertThat(ran.output()).startsWith("ratel: ").contains(saying);
    assertThat(ran.exitCode()).as(ran.output()).isEqualTo(exitCode);
  }

  @ParameterizedTest
  @MethodSource("usageFaults")
  void aWrongLineIsRefusedWithWhatWouldBeRight(String line, String saying) {
    refused(ratel(line.split(" ")), 2, saying);
  }

  static Stream<Arguments> usageFaults() {
    return Stream.of(
        arguments("up --prot 1", "no option '--prot'; did you mean --port?"),
        arguments("up --no-dmeo", "no option '--no-dmeo'; did you mean --no-demo?"),
        arguments("up --zzz", "no option '--zzz'"),
        arguments("upp", "no command 'upp'; did you mean up?"),
        arguments("relpay", "no command 'relpay'; did you mean replay?"),
        arguments("--verison", "no option '--verison'; did you mean --version?"),
        arguments("help nothing", "nothing"),
        arguments("up here", "up takes no argument, was given 'here'"),
        arguments("up --port", "--port"),
        arguments("up --port 1 --port 2", "--port"),
        arguments(
            "up --port abc", "gateway.port must be a whole number from 0 to 65535, was 'abc'"),
        arguments("up --port -1", "from 0 to 65535, was '-1' (--port)"),
        arguments("up --port 70000", "from 0 to 65535, was '70000' (--port)"),
        arguments("up --port 99999999999999999999", "was '99999999999999999999' (--port)"),
        arguments("up --speed 7", "speed must be 1, 10 or max, was '7'"),
        arguments("up --seed x", "demo.seed must be a whole number"),
        arguments("up --demo=maybe", "maybe"),
        arguments("up --demo-instruments 0", "from 1 to 2000, was '0' (--demo-instruments)"),
        arguments(
            "up --feeds mtgox",
            "feeds must be one of binance, coinbase, kraken, bitstamp, okx, bybit, or have a kind"),
        arguments("up --feeds kraken,Kraken", "feeds must name a venue once, was 'Kraken' twice"),
        arguments("up --host 0.0.0.0 --demo", "the demo's password is known to everyone"),
        arguments("up --host 192.0.2.1", "must be an address of this machine, was '192.0.2.1'"),
        arguments("up --profile fast", "profile must be one of laptop, latency, was 'fast'"),
        arguments("up --config nowhere.yaml", "--config must name a file that exists"),
        arguments("up --secrets nowhere.yaml", "--secrets must name a file that exists"),
        arguments("up --replay nowhere", "a file or folder that can be read, was 'nowhere'"),
        arguments("replay --to yesterday", "--to must be an event's number or a time"),
        arguments("doctor --port 70000", "--port must be from 0 to 65535, was 70000"),
        arguments("doctor --port many", "many"));
  }

  @Test
  void allFaultsOfAConfigurationAreToldAtOnce() throws Exception {
    Path config =
        write(
            "gateway:",
            "  prot: 8080",
            "  port: many",
            "log:",
            "  idle: fast",
            "  fsync: perhaps",
            "nonsense: 1",
            "operator:",
            "  email: someone@example.org");
    refused(
        ratel(
            Map.of("RATEL_FLUSH_INTERVAL", "0"),
            "up",
            "--config",
            config.toString(),
            "--seed",
            "x",
            "--replay",
            "nowhere"),
        2,
        "9 faults:",
        "gateway.port must be a whole number from 0 to 65535, was 'many' (" + config,
        "gateway.prot is not a setting (" + config + "); did you mean gateway.port?",
        "log.idle must be one of wake, yield, spin, was 'fast'",
        "log.fsync must be true or false, was 'perhaps'",
        "nonsense is not a setting",
        "flush.interval must be a whole number from 1 to 60000, was '0' (RATEL_FLUSH_INTERVAL)",
        "demo.seed must be a whole number",
        "replay must be a file or folder that can be read, was 'nowhere'",
        "operator.email and operator.password must both be set, or neither");
  }

  @Test
  void whatTheLatencySettingsAskOfAMachineThatHasItNotIsToldAtOnce() throws Exception {
    Path config =
        write(
            "log: { idle: wake }",
            "latency:",
            "  busySpin: true",
            "  preTouch: true",
            "  hugePages: transparent",
            "  pin: { service: 1023, consensus: 1023, recorder: 1022, client: many }",
            "  pin.driver: 5000");
    Ran ran = ratel("up", "--config", config.toString());
    refused(
        ran,
        2,
        "log.idle must be spin, or left out, with latency.busySpin, was 'wake'",
        "latency.preTouch must be set where the launcher reads it, by RATEL_LATENCY_PRE_TOUCH or",
        "-XX:+AlwaysPreTouch, was 'true'",
        "latency.hugePages must be set where the launcher reads it",
        "latency.pin.client must be a whole number from 0 to 1023, was 'many'",
        "latency.pin.driver must be a whole number from 0 to 1023, was '5000'");
    if (System.getProperty("os.name").equals("Linux")) {
      refused(
          ran,
          2,
          "latency.pin.service must be a processor that this process may use ([0",
          "latency.pin.consensus must have another processor than service",
          "latency.pin.recorder is a thread only with latency.dedicated");
    } else {
      refused(ran, 2, "latency.pin.service cannot be bound: only Linux binds threads");
    }
  }

  @Test
  void theProfileLatencyDoesWhatTheMachineCanAndTellsIt() throws Exception {
    try (VenueProcess venue = VenueProcess.up(folder.resolve("quick"), "--profile", "latency")) {
      assertThat(venue.output())
          .contains("Latency: ", "memory is not touched first: this JVM was started without");
      venue.signIn("demo@ratel.local", "demo");
      Map<String, String> order =
          Map.of("symbol", "BTC-USD", "side", "buy", "type", "market", "quantity", "0.01");
      assertThat(venue.call("POST", "/v1/orders", order).status()).isEqualTo(201);
      assertThat(venue.stopWithin15Seconds()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void aFileThatIsNoConfigurationIsNamed(String text, String saying) throws Exception {
    Path config = write(text.split("\n"));
    refused(ratel("up", "--config", config.toString()), 2, config.toString(), saying);
  }

  static Stream<Arguments> brokenFiles() {
    return Stream.of(
        arguments("gateway:\n  port: [1", "is not valid YAML (line 2)"),
        arguments("gateway: {\n\tport: 1", "is not valid YAML"),
        arguments("gateway:\n  port: 1\n  port: 2", "is not valid YAML (line 3): Duplicate"),
        arguments("- a\n- b", "must hold sections and values"),
        arguments("just words", "must hold sections and values"));
  }

  @Test
  void aFileThatIsNoTextIsNamed() throws Exception {
    Path config = folder.resolve("config.yaml");
    Files.write(config, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    refused(ratel("up", "--config", config.toString()), 2, config + " must be text in UTF-8");
    refused(ratel("up", "--config", folder.toString()), 2, folder + " cannot be read");
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("ratel.yaml"), List.of(lines), StandardCharsets.UTF_8);
  }

  @Test
  void aDataDirectoryThatCannotBeUsedEndsWith4() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    for (Path data : List.of(file, file.resolve("below"))) {
      refused(
          ratel("up", "--port", "0", "--data", data.toString()),
          4,
          "the data directory " + data + " cannot be used",
          "choose another with --data DIR");
    }
    if (Files.isDirectory(Path.of("/proc"))) { // nobody may write there, root included
      refused(ratel("up", "--port", "0", "--data", "/proc/ratel"), 4, "/proc/ratel");
    }
    refused(ratel("replay", "--data", file.toString()), 4, "there is no log in " + file);
    refused(ratel("rebuild", "--data", file.toString()), 4, "there is no log in " + file);
    refused(ratel("reconcile", "--data", file.toString()), 4, "there is no log in " + file);
    refused(ratel("replay"), 4, "there is no log in " + folder.resolve("data"));
    assertThat(folder.resolve("data")).as("a look changes nothing").doesNotExist();
  }

  @Test
  void oneInstanceHoldsItsPortAndItsDataAndEndsWith0OnSigterm() {
    Path data = folder.resolve("held");
    try (VenueProcess venue = VenueProcess.up(data, "--no-demo")) {
      String port = Integer.toString(venue.port);
      refused(ratel("up", "--port", port), 3, "port " + port + " is in use", "--port PORT");
      for (List<String> second :
          List.of(
              List.of("up", "--port", "0"),
              List.of("replay"),
              List.of("rebuild"),
              List.of("reconcile"))) {
        List<String> line = new ArrayList<>(second);
        line.addAll(List.of("--data", data.toString()));
        refused(
            ratel(line.toArray(String[]::new)),
            5,
            "another Ratel holds the data directory " + data,
            "choose another with --data DIR");
      }
      Ran doctor = ratel("doctor", "--data", data.toString(), "--port", port);
      assertThat(doctor.exitCode()).as(doctor.output()).isEqualTo(1);
      assertThat(doctor.output()).contains("another Ratel holds", "FAULT  port " + port);
      assertThat(venue.get("/readyz").status()).as("the first serves on").isEqualTo(200);
      assertThat(venue.stopWithin15Seconds()).isZero();
      assertThat(venue.output()).doesNotContainPattern("(?m)^\\s+at |Exception");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", "-h"})
  void helpNamesEveryCommandAndTheWayIn(String option) {
    Ran help = ratel(option);
    assertThat(help.exitCode()).isZero();
    assertThat(help.output())
        .contains("Usage: ratel", "up", "replay", "rebuild", "reconcile", "doctor", "test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "replay", "rebuild", "reconcile", "doctor", "quant", "help"})
  void everyCommandExplainsItself(String command) {
    for (String[] line : new String[][] {{command, "--help"}, {"help", command}}) {
      Ran help = ratel(line);
      assertThat(help.exitCode()).as(Arrays.toString(line)).isZero();
      assertThat(help.output()).contains("Usage: ratel " + command);
      assertThat(help.output().lines().count()).isGreaterThan(4);
    }
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(ratel("--version").output()).matches("ratel \\d+\\.\\d+\\.\\d+\\R");
  }
}
