package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.view.EquityHistory.Point;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private TestVenue venue;
  private TestClient ann;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    ann = venue.as(venue.ann);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void listsTheCallersAccountsByName() {
    Response accounts = ann.get("/v1/accounts");
    assertThat(accounts.at("items.0.id") + accounts.at("items.0.name")).isEqualTo("10Main");
    assertThat(accounts.at("items.1.id") + accounts.at("items.1.name")).isEqualTo("11Second");
    assertThat(accounts.at("items.1.poolId")).isEqualTo("null");
    assertThat(venue.as(venue.operator).get("/v1/accounts").at("items")).isEqualTo("[]");
  }

  @Test
  void listsPositionsWithTheirAverageAndNoMarkWhileThereIsNone() {
    assertThat(ann.get("/v1/positions").at("items")).isEqualTo("[]");
    Response order =
        ann.post(
            "/v1/orders",
            "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"market\",\"quantity\":\"0.5\"}");
    assertThat(order.status()).isEqualTo(201);

    Response positions = ann.get("/v1/positions");
    assertThat(positions.at("items.0.symbol")).isEqualTo("BTC-USD");
    assertThat(positions.at("items.0.quantity")).isEqualTo("0.5000");
    assertThat(positions.at("items.0.averagePrice")).isEqualTo(order.at("averagePrice"));
    assertThat(positions.at("items.0.markPrice")).isEqualTo("null");
    assertThat(positions.at("items.0.unrealizedPnl")).isEqualTo("null");
    assertThat(positions.at("items.0.realizedPnl")).isEqualTo("0.00000000");
  }

  @Test
  void valuesPositionsAtTheMark() {
    ann.post(
        "/v1/orders",
        "{\"symbol\":\"BTC-USD\",\"side\":\"sell\",\"type\":\"market\",\"quantity\":\"2\"}");
    double average = Double.parseDouble(ann.get("/v1/positions").at("items.0.averagePrice"));
    venue.markets.mark("90.005");

    Response positions = ann.get("/v1/positions");
    assertThat(positions.at("items.0.quantity")).isEqualTo("-2.0000");
    assertThat(positions.at("items.0.markPrice")).isEqualTo("90.005");
    assertThat(Double.parseDouble(positions.at("items.0.unrealizedPnl")))
        .isEqualTo(2 * (average - 90.005), org.assertj.core.api.Assertions.within(1e-8));
  }

  @Test
  void tellsWhatAnAccountWasWorth() {
    venue.equity.record(
        List.of(
            new Point(TestVenue.ANN_ACCOUNT, FakeExchange.TIME_NS, 100_50000000L, 90_00000000L),
            new Point(TestVenue.BOB_ACCOUNT, FakeExchange.TIME_NS, 7, 7)));

    assertThat(ann.get("/v1/accounts/10/equity?interval=1d").at("items"))
        .isEqualTo(
            "[{\"time\":\"2026-01-02T03:04:05.123456789Z\",\"equity\":\"100.50000000\","
                + "\"netDeposits\":\"90.00000000\"}]");
    assertThat(ann.get("/v1/accounts/10/equity?from=2027-01-01T00:00:00Z").at("items"))
        .isEqualTo("[]");
    assertThat(ann.get("/v1/accounts/20/equity").code()).isEqualTo("404 UNKNOWN_ACCOUNT");
    assertThat(ann.get("/v1/accounts/10/equity?interval=2x").code()).isEqualTo("400 INVALID_FIELD");
    assertThat(venue.anyone().get("/v1/accounts/10/equity").status()).isEqualTo(401);
  }
}
