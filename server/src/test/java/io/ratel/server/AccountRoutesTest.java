package io.ratel.server;

import static io.ratel.server.TwoPeople.limit;
import static io.ratel.server.TwoPeople.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.server.VenueProcess.Answer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders and money of two people at one venue, over its routes and its stream. */
final class AccountRoutesTest {
  private static TwoPeople people;
  private static VenueProcess venue;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    people = new TwoPeople(folder);
    venue = people.venue;
  }

  @AfterAll
  static void close() {
    people.close();
  }

  @BeforeEach
  void asTheDemoUser() {
    venue.token = people.demoToken;
  }

  @Test
  void anotherPersonsOrdersAndMoneyDoNotExist() {
    venue.token = people.operatorToken;
    assertThat(people.money("deposits", people.operatorAccount, "1000", key()).status())
        .isEqualTo(201);
    String theirs = people.place(limit("10.00", "0.001")).body().get("id").asText();
    venue.token = people.demoToken;
    refused(venue.get("/v1/orders/" + theirs), 404, "UNKNOWN_ORDER");
    refused(venue.call("DELETE", "/v1/orders/" + theirs, ""), 404, "UNKNOWN_ORDER");
    for (String path : List.of("/v1/orders", "/v1/balances", "/v1/trades")) {
      refused(venue.get(path + "?accountId=" + people.operatorAccount), 404, "UNKNOWN_ACCOUNT");
    }
    Map<String, String> order = limit("10.00", "0.001");
    order.put("accountId", people.operatorAccount);
    refused(people.place(order), 404, "UNKNOWN_ACCOUNT");
    refused(people.money("deposits", people.operatorAccount, "1", key()), 404, "UNKNOWN_ACCOUNT");
    refused(
        people.money("withdrawals", people.operatorAccount, "1", key()), 404, "UNKNOWN_ACCOUNT");
    refused(transfer(people.operatorAccount, people.demoAccount, "1"), 404, "UNKNOWN_ACCOUNT");
    refused(transfer(people.demoAccount, people.operatorAccount, "1"), 404, "UNKNOWN_ACCOUNT");
  }

  private Answer transfer(String from, String to, String amount) {
    return venue.call(
        "POST",
        "/v1/transfers",
        Map.of("accountId", from, "toAccountId", to, "asset", "USD", "amount", amount),
        Map.of("Idempotency-Key", key()));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static double usd(String accountId) {
    return usd(accountId, "total").map(Double::parseDouble).orElse(0.0);
  }

  private static Optional<String> usd(String accountId, String field) {
    for (JsonNode balance : venue.get("/v1/balances?accountId=" + accountId).body().get("items")) {
      if (balance.get("asset").asText().equals("USD")) {
        return Optional.of(balance.get(field).asText());
      }
    }
    return Optional.empty();
  }

  private static boolean isMeasured(String metrics) {
    return metrics.contains("ratel_demo_orders{") && metrics.contains("ratel_demo_refused{");
  }

  @Test
  void whatEachBotHasSentIsMeasured() {
    String metrics = "";
    for (int attempt = 0; attempt < 200 && !isMeasured(metrics); attempt++) {
      metrics = venue.raw("GET", "/metrics", "", Map.of()).body();
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(metrics).contains("ratel_demo_orders{bot=\"").contains("ratel_demo_refused{bot=\"");
  }

  @Test
  void moneyMovesOnceForEachKey() {
    venue.token = people.operatorToken;
    String key = key();
    double before = usd(people.operatorAccount);
    Answer first = people.money("deposits", people.operatorAccount, "12.5", key);
    assertThat(first.status()).isEqualTo(201);
    Answer again = people.money("deposits", people.operatorAccount, "12.5", key);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    refused(people.money("deposits", people.operatorAccount, "13", key), 409, "KEY_REUSED");
    assertThat(usd(people.operatorAccount)).isEqualTo(before + 12.5);
    assertThat(people.money("withdrawals", people.operatorAccount, "2.5", key()).status())
        .isEqualTo(201);
    assertThat(transfer(people.operatorAccount, people.demoAccount, "10").status()).isEqualTo(201);
    assertThat(usd(people.operatorAccount)).isEqualTo(before);
    refused(transfer(people.demoAccount, people.demoAccount, "1"), 400, "INVALID_FIELD");
  }

  /** A33. */
  @Test
  void oneOfAHundredWithdrawalsOfEverythingIsPaid() throws Exception {
    venue.token = people.operatorToken;
    assertThat(people.money("deposits", people.operatorAccount, "50", key()).status())
        .isEqualTo(201);
    String everything = usd(people.operatorAccount, "available").orElseThrow();
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        answers.add(
            many.submit(
                () ->
                    people
                        .money("withdrawals", people.operatorAccount, everything, key())
                        .status()));
      }
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).containsOnlyOnce(201).contains(422).doesNotContain(200, 500, 503);
    String left = usd(people.operatorAccount, "available").orElseThrow();
    assertThat(Double.parseDouble(left)).isZero();
  }

  /** A35: nor is any other; see {@link TwoPeople#close}. */
  @Test
  void aTokenInTheAddressOfASocketIsInNoLog() {
    Answer minted = venue.call("POST", "/v1/tokens/stream", "{}");
    String token = minted.body().get("token").asText();
    HttpResponse<String> answer = venue.raw("GET", "/v1/stream?token=" + token, "", Map.of());
    assertThat(answer.body()).doesNotContain(token);
    try (StreamSocket socket = new StreamSocket(venue, "?token=" + token)) {
      assertThat(socket.frame().has("authenticated")).isTrue();
    }
    assertThat(venue.output()).contains("Ratel is ready").doesNotContain(token);
  }

  @Test
  void anOrderIsPlacedOnceForEachClientOrderId() {
    Map<String, String> order = limit("10.00", "0.001");
    order.put("clientOrderId", key());
    Answer first = people.place(order);
    assertThat(first.status()).isEqualTo(201);
    Answer again = people.place(order);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().get("id")).isEqualTo(first.body().get("id"));
    order.put("quantity", "0.002");
    refused(people.place(order), 409, "KEY_REUSED");
    String path = "/v1/orders/" + first.body().get("id").asText();
    assertThat(venue.get(path).body().get("status").asText()).isEqualTo("open");
    assertThat(venue.call("DELETE", path, "").body().get("status").asText()).isEqualTo("canceled");
    refused(venue.call("DELETE", path, ""), 409, "ORDER_NOT_OPEN");
  }

  @Test
  void aVenuesMarketIsWatchedAndNotTraded() {
    Answer listed = venue.get("/v1/instruments/" + TwoPeople.WATCHED);
    assertThat(listed.body().get("tradable").asBoolean()).isFalse();
    Map<String, String> order = limit("10.00", "1");
    order.put("symbol", TwoPeople.WATCHED);
    refused(people.place(order), 422, "NOT_TRADABLE");
    order.put("symbol", "NOPE");
    refused(people.place(order), 422, "UNKNOWN_INSTRUMENT");
  }

  @Test
  void theStreamShowsTheBookMoveAndMyOrderComeAndGo() {
    try (StreamSocket stream = new StreamSocket(venue)) {
      assertThat(stream.ask("{\"subscribe\":[\"orders\"],\"id\":1}").at("/error/code").asText())
          .isEqualTo("UNAUTHENTICATED");
      assertThat(stream.ask("{\"auth\":\"" + people.demoToken + "\"}").has("error")).isFalse();
      JsonNode subscribed =
          stream.ask("{\"subscribe\":[\"market.BTC-USD.book\",\"orders\"],\"id\":2}");
      assertThat(subscribed.get("subscribed")).hasSize(2);
      JsonNode book = stream.update(u -> u.get("topic").asText().endsWith(".book"));
      assertThat(book.get("kind").asText()).isEqualTo("snapshot");
      assertThat(book.at("/data/bids")).isNotEmpty();
      JsonNode delta = stream.update(u -> u.get("topic").asText().endsWith(".book"));
      assertThat(delta.get("kind").asText()).isEqualTo("delta");
      assertThat(delta.get("offset").asLong()).isEqualTo(book.get("offset").asLong() + 1);
      String id = people.place(limit("10.00", "0.001")).body().get("id").asText();
      JsonNode placed = stream.update(u -> isOf(u, id));
      assertThat(order(placed, id).get("status").asText()).isEqualTo("open");
      venue.call("DELETE", "/v1/orders/" + id, "");
      JsonNode gone = stream.update(u -> isOf(u, id));
      assertThat(order(gone, id).get("status").asText()).isEqualTo("canceled");
      assertThat(stream.ask("{\"subscribe\":[\"market.NOPE.book\"]}").at("/error/code").asText())
          .isEqualTo("UNKNOWN_TOPIC");
    }
  }

  private static boolean isOf(JsonNode update, String orderId) {
    return update.get("topic").asText().equals("orders") && !order(update, orderId).isNull();
  }

  private static JsonNode order(JsonNode update, String orderId) {
    for (JsonNode order : update.get("data")) {
      if (order.get("id").asText().equals(orderId)) {
        return order;
      }
    }
    return VenueProcess.JSON.nullNode();
  }
}
