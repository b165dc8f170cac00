package io.ratel.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.server.VenueProcess.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A demo venue that also watches another one, and the two people who use it. */
final class TwoPeople implements AutoCloseable {
  static final String WATCHED = "COINBASE:FOO-EUR";

  final VenueProcess venue;
  final String demoToken;
  final String demoAccount;
  final String operatorToken;
  final String operatorAccount;

  TwoPeople(Path folder) throws IOException {
    Path secrets = folder.resolve("secrets.yaml");
    Files.writeString(secrets, "operator: {email: op@example.org, password: correct horse}\n");
    Path recording = folder.resolve("COINBASE.ws.1.0");
    Files.writeString(
        recording,
        """
        wss://ws-feed.pro.coinbase.com <-> 1677906300.0
        1677906300.1: {"type":"match","trade_id":1,"side":"sell","size":"0.5","price":"12.34",\
        "product_id":"FOO-EUR","time":"2023-03-04T05:06:07.123456Z"}
        """);
    venue =
        VenueProcess.up(
            folder.resolve("data"),
            "--demo",
            "--secrets",
            secrets.toString(),
            "--replay",
            recording.toString(),
            "--speed",
            "max");
    venue.awaitOutput("Replay finished: 1 frames, 0 rejected");
    venue.signIn("op@example.org", "correct horse");
    operatorToken = venue.token;
    operatorAccount = firstAccount();
    venue.signIn("demo@ratel.local", "demo");
    demoToken = venue.token;
    demoAccount = firstAccount();
  }

  private String firstAccount() {
    return venue.get("/v1/accounts").body().at("/items/0/id").asText();
  }

  /** A small order to buy bitcoin. */
  static Map<String, String> limit(String price, String quantity) {
    Map<String, String> order = new LinkedHashMap<>();
    order.put("symbol", "BTC-USD");
    order.put("side", "buy");
    order.put("type", "limit");
    order.put("price", price);
    order.put("quantity", quantity);
    return order;
  }

  Answer place(Map<String, String> order) {
    return venue.call("POST", "/v1/orders", order);
  }

  /** Deposits or withdraws dollars. */
  Answer money(String what, String accountId, String amount, String key) {
    return venue.call(
        "POST",
        "/v1/" + what,
        Map.of("accountId", accountId, "asset", "USD", "amount", amount),
        Map.of("Idempotency-Key", key));
  }

  /** Has the status, and an error body of the contract's shape with this code. */
  static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    JsonNode error = answer.body().get("error");
    assertThat(error.get("code").asText()).as(answer.toString()).isEqualTo(code);
    assertThat(error.get("message").asText()).isNotBlank().doesNotContain("Exception", "io.ratel");
    assertThat(error.get("rayId").asText()).matches("[0-9a-f]{32}");
    assertThat(List.of("code", "message", "field", "value", "rule", "rayId"))
        .containsAll(error.properties().stream().map(Map.Entry::getKey).toList());
  }

  /** Stops the venue, which must have complained of nothing. */
  @Override
  public void close() {
    assertThat(venue.stop()).isZero();
    assertThat(venue.output())
        .doesNotContainPattern("(?m)^\\s+at |Exception|WARN|ERROR")
        .doesNotContain(demoToken, operatorToken);
  }
}
