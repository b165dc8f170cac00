package io.ratel.adapters.clickhouse;

import io.ratel.marketdata.series.AnalyticsStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Statements and rows over ClickHouse's HTTP interface. Safe for any thread. */
final class ClickHouseHttp implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int MAX_ANSWER = 256 << 20;
  private static final int MAX_ERROR = 400;

  private final ClickHouseConfig config;
  private final String authorization;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  ClickHouseHttp(ClickHouseConfig config) {
    this.config = config;
    byte[] credentials = (config.user() + ":" + config.password()).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** Runs a statement that changes something, in the database or, when empty, in none. */
  void run(String sql, Optional<String> database) {
    send(database, Optional.empty(), sql);
  }

  /** The rows of a query that ends without a format, each as the texts of its columns. */
  List<String[]> query(String sql) {
    String answer =
        send(Optional.of(config.database()), Optional.empty(), sql + " FORMAT TabSeparated");
    return answer.lines().map(line -> line.split("\t", -1)).toList();
  }

  /** Inserts lines of tab-separated values. */
  void insert(String into, String lines) {
    send(
        Optional.of(config.database()),
        Optional.of("INSERT INTO " + into + " FORMAT TabSeparated"),
        lines);
  }

  /** A text as a literal; what may be in one is bounded by who calls. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private String send(Optional<String> database, Optional<String> statement, String body) {
    StringBuilder query = new StringBuilder("/?wait_end_of_query=1");
    database.ifPresent(name -> query.append("&database=").append(encoded(name)));
    statement.ifPresent(sql -> query.append("&query=").append(encoded(sql)));
    HttpRequest request =
        HttpRequest.newBuilder(config.url().resolve(query.toString()))
            .timeout(ANSWER)
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        byte[] bytes = in.readNBytes(MAX_ANSWER + 1);
        if (bytes.length > MAX_ANSWER) {
          throw new AnalyticsStoreException("ClickHouse answered with more than 256 MB");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (answer.statusCode() != 200) {
          throw new AnalyticsStoreException(
              "ClickHouse answered %d: %s"
                  .formatted(
                      answer.statusCode(),
                      text.substring(0, Math.min(text.length(), MAX_ERROR)).strip()));
        }
        return text;
      }
    } catch (IOException e) {
      throw new AnalyticsStoreException("ClickHouse does not answer at " + config.url(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AnalyticsStoreException("interrupted while waiting for ClickHouse", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
