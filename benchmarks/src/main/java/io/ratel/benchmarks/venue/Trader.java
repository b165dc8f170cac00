package io.ratel.benchmarks.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.benchmarks.venue.Connection.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A user who buys and sells the same over REST, on connections that stay open, so that the book
 * stays as it is. Safe for any number of threads: each order borrows a connection, or waits for
 * one.
 */
public final class Trader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EMAIL = "bench@example.org";
  private static final String PASSWORD = "correct horse battery";

  private final BlockingQueue<Connection> free;
  private final int connections;
  private final String authorization;
  private final String run = Long.toString(System.nanoTime(), 36);
  private final AtomicLong orders = new AtomicLong();

  private Trader(BlockingQueue<Connection> free, String authorization) {
    this.free = free;
    this.connections = free.size();
    this.authorization = authorization;
  }

  /** Makes a venue that is not there yet know the user. */
  public static void announce(Path data) throws IOException {
    Files.writeString(
        Files.createDirectories(data).resolve("secrets.yaml"),
        "operator:\n  email: " + EMAIL + "\n  password: " + PASSWORD + "\n");
  }

  /** Signs in and brings money. */
  public static Trader signIn(URI address, int connections) throws IOException {
    BlockingQueue<Connection> free = connect(address, connections);
    Connection first = free.element();
    String credentials = "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}";
    JsonNode session = done(first.post("/v1/sessions", "", credentials));
    String authorization = "Authorization: Bearer " + session.get("token").asText() + "\r\n";
    String account = session.get("accountId").asText();
    for (String asset : new String[] {"USD", "BTC"}) {
      String deposit =
          "{\"accountId\":\"" + account + "\",\"asset\":\"" + asset + "\",\"amount\":\"1000000\"}";
      String headers = authorization + "Idempotency-Key: bench-" + asset + "\r\n";
      done(first.post("/v1/deposits", headers, deposit));
    }
    return new Trader(free, authorization);
  }

  private static BlockingQueue<Connection> connect(URI address, int count) throws IOException {
    BlockingQueue<Connection> free = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      free.add(new Connection(address));
    }
    return free;
  }

  /** The same user with the same token on one new connection, after a restart. */
  public Trader reconnected(URI address) throws IOException {
    return new Trader(connect(address, 1), authorization);
  }

  /**
   * Places the next order and returns when it is acknowledged.
   *
   * @throws UncheckedIOException when the connection breaks or the order is not accepted
   */
  public void order() {
    long number = orders.incrementAndGet();
    String body =
        "{\"symbol\":\"BTC-USD\",\"side\":\""
            + (number % 2 == 0 ? "sell" : "buy")
            + "\",\"type\":\"limit\",\"price\":\"100.00\",\"quantity\":\"0.001\","
            + "\"clientOrderId\":\""
            + run
            + "-"
            + number
            + "\"}";
    try {
      Connection connection = free.take();
      try {
        Answer answer = connection.post("/v1/orders", authorization, body);
        if (answer.status() != 201) {
          throw new IOException("an order was not accepted: " + answer);
        }
      } finally {
        free.add(connection);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a connection", e);
    }
  }

  /** The token that the user is signed in with. */
  public String token() {
    return authorization.strip().substring("Authorization: Bearer ".length());
  }

  private static JsonNode done(Answer answer) throws IOException {
    if (answer.status() != 200 && answer.status() != 201) {
      throw new IOException("the venue refused: " + answer);
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() throws IOException {
    for (int i = 0; i < connections; i++) {
      Connection connection = free.poll();
      if (connection != null) {
        connection.close();
      }
    }
  }
}
