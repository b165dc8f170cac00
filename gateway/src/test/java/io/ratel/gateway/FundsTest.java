package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FundsTest {
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

  private static String money(String account, String asset, String amount) {
    return "{\"accountId\":\"%s\",\"asset\":\"%s\",\"amount\":\"%s\"}"
        .formatted(account, asset, amount);
  }

  @Test
  void depositsAndShowsTheBalance() {
    Response deposit = ann.post("/v1/deposits", money("11", "USD", "12.50"));

    assertThat(deposit.status()).isEqualTo(201);
    assertThat(deposit.at("kind")).isEqualTo("deposit");
    assertThat(deposit.at("amount")).isEqualTo("12.50000000");
    assertThat(ann.get("/v1/balances?accountId=11").at("items"))
        .isEqualTo(
            "[{\"accountId\":\"11\",\"asset\":\"USD\",\"total\":\"12.50000000\","
                + "\"held\":\"0.00000000\",\"available\":\"12.50000000\"}]");
  }

  @Test
  void movesMoneyOnceForOneKey() {
    String[] key = {
      "Idempotency-Key", "a key that is longer than thirty-six characters".replace(' ', '-')
    };
    Response first = ann.post("/v1/deposits", money("11", "USD", "5"), key);
    Response again = ann.post("/v1/deposits", money("11", "USD", "5"), key);
    Response other = ann.post("/v1/deposits", money("11", "USD", "6"), key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.code()).isEqualTo("409 KEY_REUSED");
    assertThat(other.at("error.field")).isEqualTo("Idempotency-Key");
    assertThat(ann.get("/v1/balances?accountId=11").at("items.0.total")).isEqualTo("5.00000000");
    assertThat(venue.as(venue.bob).post("/v1/deposits", money("20", "USD", "7"), key).status())
        .isEqualTo(201);
  }

  @Test
  void withdrawsWhatIsThere() {
    assertThat(ann.post("/v1/withdrawals", money("10", "BTC", "1")).status()).isEqualTo(201);
    Response tooMuch = ann.post("/v1/withdrawals", money("10", "BTC", "4.5"));

    assertThat(tooMuch.code()).isEqualTo("422 INSUFFICIENT_FUNDS");
    assertThat(tooMuch.at("error.field")).isEqualTo("amount");
    assertThat(tooMuch.at("error.message")).contains("4.50000000 BTC").contains("4.00000000 BTC");
  }

  @Test
  void transfersBetweenOwnAccountsOnly() {
    String body =
        "{\"accountId\":\"10\",\"toAccountId\":\"%s\",\"asset\":\"USD\",\"amount\":\"3\"}";

    assertThat(ann.post("/v1/transfers", body.formatted("11")).status()).isEqualTo(201);
    assertThat(ann.get("/v1/balances?accountId=11").at("items.0.total")).isEqualTo("3.00000000");
    assertThat(ann.post("/v1/transfers", body.formatted("20")).code())
        .isEqualTo("404 UNKNOWN_ACCOUNT");
    assertThat(ann.post("/v1/transfers", body.formatted("10")).code())
        .isEqualTo("400 INVALID_FIELD");
  }

  @Test
  void touchesNobodyElsesMoney() {
    for (String path : List.of("/v1/deposits", "/v1/withdrawals")) {
      for (String account : List.of("20", "1", "2", "777", "-1", "x")) {
        assertThat(ann.post(path, money(account, "USD", "1")).code())
            .isEqualTo("404 UNKNOWN_ACCOUNT");
      }
    }
    assertThat(venue.as(venue.operator).post("/v1/deposits", money("20", "USD", "1")).status())
        .isEqualTo(201);
  }

  @Test
  void leavesDepositsToTheOperatorOfAVenueThatIsNoLaptop() {
    try (TestVenue strict = new TestVenue(TestVenue.LIMITS, false, Optional.empty())) {
      assertThat(strict.as(strict.ann).post("/v1/deposits", money("10", "USD", "1")).code())
          .isEqualTo("403 FORBIDDEN");
      assertThat(strict.as(strict.operator).post("/v1/deposits", money("10", "USD", "1")).status())
          .isEqualTo(201);
    }
  }

  @Test
  void refusesAmountsAndAssetsThatAreNone() {
    for (String amount : List.of("0", "-1", "0.000000001", "1e3", "99999999999999999999", "abc")) {
      assertThat(ann.post("/v1/deposits", money("10", "USD", amount)).code())
          .isEqualTo("422 INVALID_AMOUNT");
    }
    assertThat(ann.post("/v1/deposits", money("10", "EUR", "1")).code())
        .isEqualTo("422 UNKNOWN_ASSET");
    assertThat(ann.post("/v1/deposits", money("10", "USD", "1"), "Idempotency-Key", "a b").code())
        .isEqualTo("400 INVALID_FIELD");
  }
}
