package io.ratel.adapters.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A ClickHouse of Debian's package on ports of the loopback address, with its data in a folder. */
final class ClickHouseServer implements AutoCloseable {
  static final String USER = "ratel";
  static final String PASSWORD = "s3cret&é";

  private static final Path PROGRAM = Path.of("/usr/sbin/clickhouse-server");
  private static final long START_MS = 30_000;

  private final Process process;
  private final int port;

  private ClickHouseServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean exists() {
    return Files.isExecutable(PROGRAM);
  }

  /** Starts it and returns when it answers. */
  static ClickHouseServer start(Path folder) throws IOException {
    int http = freePort();
    Path users =
        Files.writeString(
            folder.resolve("users.xml"),
            """
            <yandex>
              <profiles><default></default></profiles>
              <users><%s>
                <password>%s</password>
                <networks><ip>127.0.0.1</ip></networks>
                <profile>default</profile><quota>default</quota>
              </%s></users>
              <quotas><default></default></quotas>
            </yandex>
            """
                .formatted(USER, PASSWORD.replace("&", "&amp;"), USER));
    Path config =
        Files.writeString(
            folder.resolve("config.xml"),
            """
            <yandex>
              <logger><level>warning</level><log>%1$s/log</log>
                <errorlog>%1$s/err</errorlog></logger>
              <http_port>%2$d</http_port><tcp_port>%3$d</tcp_port>
              <listen_host>127.0.0.1</listen_host>
              <path>%1$s/data/</path><tmp_path>%1$s/tmp/</tmp_path>
              <users_config>%4$s</users_config>
              <default_profile>default</default_profile><default_database>default</default_database>
              <mark_cache_size>5368709</mark_cache_size>
            </yandex>
            """
                .formatted(folder, http, freePort(), users));
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "--config-file=" + config)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    ClickHouseServer server = new ClickHouseServer(process, http);
    server.awaitAnswer(folder);
    return server;
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer(Path folder) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MS);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest ping = HttpRequest.newBuilder(uri().resolve("/ping")).build();
      while (true) {
        try {
          if (http.send(ping, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          if (System.nanoTime() > deadline || !process.isAlive()) {
            close();
            throw new IOException(
                "clickhouse-server did not start: " + Files.readString(folder.resolve("out")), e);
          }
          LockSupport.parkNanos(20_000_000);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  ClickHouseConfig config(String database) {
    return new ClickHouseConfig(uri(), USER, PASSWORD, database);
  }

  /** Kills it, as a machine that fails would. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
