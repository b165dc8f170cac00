package io.ratel.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A venue in a JVM of its own, as {@code ratel} starts it, to be talked to and to be killed. */
public final class VenueProcess implements AutoCloseable {
  public static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final Path output;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  public final int port;
  public String token = "";

  private VenueProcess(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /** Starts {@code up} and returns when it is ready. */
  public static VenueProcess up(Path data, String... more) {
    VenueProcess venue = begin(data, more);
    venue.awaitReady();
    return venue;
  }

  /** Starts {@code up} on a port and returns when it is ready. */
  public static VenueProcess upAt(int port, Path data, String... more) {
    VenueProcess venue = begin(port, data, more);
    venue.awaitReady();
    return venue;
  }

  /** Starts {@code up} and returns at once. */
  public static VenueProcess begin(Path data, String... more) {
    return begin(freePort(), data, more);
  }

  private static VenueProcess begin(int port, Path data, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("up", "--data", data.toString(), "--port", Integer.toString(port)));
    arguments.addAll(List.of(more));
    Path output = data.resolveSibling(data.getFileName() + "-" + System.nanoTime() + ".out");
    return new VenueProcess(launch(arguments, Map.of(), output), output, port);
  }

  /** Asks until the answer is right, for half a minute. */
  public JsonNode await(String path, Predicate<JsonNode> right) {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (true) {
      JsonNode body = get(path).body();
      if (right.test(body)) {
        return body;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("30 s have passed; " + path + " answers " + body);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /** Starts some roles of a fleet and returns when they are ready. */
  public static VenueProcess roles(String names, Path data, String... more) {
    return roles(names, data, freePort(), more);
  }

  public static VenueProcess roles(String names, Path data, int port, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--roles=" + names,
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
    arguments.addAll(List.of(more));
    Path output = data.resolveSibling(data.getFileName() + "-" + System.nanoTime() + ".out");
    VenueProcess roles = new VenueProcess(launch(arguments, Map.of(), output), output, port);
    roles.awaitOutput("Ratel is ready: ");
    return roles;
  }

  /** A finished command: its exit code and all it printed. */
  public record Ran(int exitCode, String output) {}

  /** Runs a command to its end. */
  public static Ran run(List<String> arguments, Map<String, String> environment) {
    return run(arguments, environment, "");
  }

  /** Runs a command that reads a text. */
  public static Ran run(List<String> arguments, Map<String, String> environment, String input) {
    try {
      Path output = Files.createTempFile("ratel", ".out");
      Process process = launch(arguments, environment, output);
      try (Writer in = process.outputWriter()) {
        in.write(input);
      }
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(arguments + " did not end: " + Files.readString(output));
      }
      return new Ran(process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Process launch(
      List<String> arguments, Map<String, String> environment, Path output) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--add-opens",
            "java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.util.zip=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx448m"));
    command.add("-Dratel.page=" + Repository.page());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.ratel.server.Main"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() {
    awaitOutput("Ratel is ready: http://127.0.0.1:" + port);
  }

  public void awaitOutput(String text) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!output().contains(text)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("never said '" + text + "': " + output());
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer of the API. */
  public record Answer(int status, JsonNode body) {}

  public Answer call(String method, String path, Object body) {
    return call(method, path, body, Map.of());
  }

  public Answer call(String method, String path, Object body, Map<String, String> headers) {
    HttpResponse<String> response = raw(method, path, body, headers);
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * As {@link #call}, whatever the answer's type.
   *
   * @param body a text as it is, anything else as JSON
   */
  public HttpResponse<String> raw(
      String method, String path, Object body, Map<String, String> headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(20))
              .header("content-type", "application/json");
      headers.forEach(request::header);
      if (!token.isEmpty()) {
        request.header("authorization", "Bearer " + token);
      }
      String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
      request.method(
          method,
          body.equals("")
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(text));
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public Answer get(String path) {
    return call("GET", path, "");
  }

  public void signIn(String email, String password) {
    Answer answer = call("POST", "/v1/sessions", Map.of("email", email, "password", password));
    if (answer.status() != 201) {
      throw new AssertionError("no session: " + answer);
    }
    token = answer.body().get("token").asText();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** SIGTERM; the exit code. */
  public int stop() {
    process.destroy();
    return await();
  }

  /** As {@link #stop}, with the patience that is promised. */
  int stopWithin15Seconds() {
    process.destroy();
    return await(Duration.ofSeconds(15));
  }

  int await() {
    return await(PATIENCE);
  }

  private int await(Duration patience) {
    try {
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("did not end: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }
}
