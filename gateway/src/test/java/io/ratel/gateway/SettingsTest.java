package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.view.AccountEvent;
import io.ratel.exchange.view.AccountViews.AccountView;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.SelfTradePrevention;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How accounts are opened and set, what they need, and what they lived through. */
class SettingsTest {
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

  private static Response put(TestClient client, String path, String body) {
    return client.send(
        client.request(path).PUT(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  @Test
  void opensAnAccountThatItsUserCanUseAtOnce() {
    Response opened = ann.post("/v1/accounts", "{\"name\":\"Hedge\",\"parentId\":\"10\"}");
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.at("parentId")).isEqualTo("10");
    assertThat(((Command.OpenAccount) venue.exchange.newest()).parentId()).isEqualTo(10);
    assertThat(ann.get("/v1/accounts").at("items")).contains("Hedge");
    assertThat(ann.get("/v1/balances?accountId=" + opened.at("id")).status()).isEqualTo(200);
    assertThat(ann.post("/v1/accounts", "{\"name\":\"x\",\"parentId\":\"20\"}").code())
        .isEqualTo("404 UNKNOWN_ACCOUNT");
    for (String name : new String[] {"", " ", " x", "x ", "x".repeat(41)}) {
      assertThat(ann.post("/v1/accounts", "{\"name\":\"" + name + "\"}").code())
          .isEqualTo("400 INVALID_FIELD");
    }
    venue.exchange.refuseAll(RejectReason.INVALID_PARENT);
    assertThat(ann.post("/v1/accounts", "{\"name\":\"x\",\"parentId\":\"11\"}").code())
        .isEqualTo("422 INVALID_PARENT");
  }

  @Test
  void changesOnlyWhatItIsTold() {
    venue.accounts.set(
        new AccountView(
            10,
            0,
            AccountConfig.CASH.with(MarginMode.CROSS, MarginModel.LEVERAGED, 5).withFeeTier(2),
            AccountLimits.NONE,
            false));
    Response settings =
        ann.patch("/v1/accounts/10", "{\"leverage\":10,\"selfTradePrevention\":\"cancelBoth\"}");
    assertThat(settings.status()).isEqualTo(200);
    assertThat(settings.at("leverage")).isEqualTo("10");
    assertThat(settings.at("marginMode")).isEqualTo("cross");
    AccountConfig sent = ((Command.ConfigureAccount) venue.exchange.newest()).config();
    assertThat(sent)
        .isEqualTo(
            AccountConfig.CASH
                .with(SelfTradePrevention.CANCEL_BOTH)
                .with(MarginMode.CROSS, MarginModel.LEVERAGED, 10)
                .withFeeTier(2));
    assertThat(ann.get("/v1/accounts/10").at("marginModel")).isEqualTo("leveraged");
    venue.exchange.refuseAll(RejectReason.IN_USE);
    assertThat(ann.patch("/v1/accounts/10", "{\"costMethod\":\"fifo\"}").code())
        .isEqualTo("422 IN_USE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/v1/accounts/10|{'leverage':0}|400 INVALID_FIELD",
        "/v1/accounts/10|{'leverage':1001}|400 INVALID_FIELD",
        "/v1/accounts/10|{'leverage':'5'}|400 INVALID_FIELD",
        "/v1/accounts/10|{'marginMode':'CROSS'}|400 INVALID_FIELD",
        "/v1/accounts/10|{'positionMode':'both'}|400 INVALID_FIELD",
        "/v1/accounts/10|{'costMethod':'lifo'}|400 INVALID_FIELD",
        "/v1/accounts/10|{'mode':'cross'}|400 UNKNOWN_FIELD",
        "/v1/accounts/10|{'feeTier':1}|403 FORBIDDEN",
        "/v1/accounts/20|{'leverage':2}|404 UNKNOWN_ACCOUNT",
        "/v1/accounts/x|{'leverage':2}|404 UNKNOWN_ACCOUNT",
      })
  void refusesSettingsThatAreNone(String path, String body, String code) {
    assertThat(ann.patch(path, body.replace('\'', '"')).code()).isEqualTo(code);
  }

  @Test
  void letsAnOperatorSetAnyAccountsFeeTier() {
    TestClient operator = venue.as(venue.operator);
    assertThat(operator.patch("/v1/accounts/10", "{\"feeTier\":3}").at("feeTier")).isEqualTo("3");
  }

  @Test
  void letsAUserTightenButNotLoosenItsLimits() {
    venue.accounts.set(
        new AccountView(10, 0, AccountConfig.CASH, new AccountLimits(0, 0, 0, 0, 5, 0, 0), false));
    assertThat(ann.get("/v1/accounts/10/limits").at("openOrders")).isEqualTo("5");
    Response tighter =
        put(ann, "/v1/accounts/10/limits", "{'openOrders':4,'orderNotional':'100','collar':'0.1'}");
    assertThat(tighter.status()).isEqualTo(200);
    assertThat(tighter.at("orderNotional")).isEqualTo("100.00000000");
    assertThat(tighter.at("asset")).isEqualTo("USD");
    assertThat(tighter.at("collar")).isEqualTo("0.1");
    assertThat(tighter.at("dailyLoss")).isEqualTo("null");
    assertThat(((Command.SetLimits) venue.exchange.newest()).limits())
        .isEqualTo(new AccountLimits(100_00000000L, 0, 0, 0, 4, 0, 100_000));
    assertThat(put(ann, "/v1/accounts/10/limits", "{'openOrders':6}").code())
        .isEqualTo("403 FORBIDDEN");
    assertThat(put(ann, "/v1/accounts/10/limits", "{}").code()).isEqualTo("403 FORBIDDEN");
    assertThat(put(venue.as(venue.operator), "/v1/accounts/10/limits", "{}").status())
        .isEqualTo(200);
    venue.accounts.set(
        new AccountView(11, 10, AccountConfig.CASH, new AccountLimits(0, 0, 0, 0, 5, 0, 0), false));
    assertThat(put(ann, "/v1/accounts/11/limits", "{'openOrders':6}").status()).isEqualTo(200);
  }

  @Test
  void tellsLimitsInTheAssetThatIsAskedFor() {
    venue.accounts.set(
        new AccountView(10, 0, AccountConfig.CASH, new AccountLimits(0, 0, 0, 0, 5, 0, 0), false));
    Response set =
        put(ann, "/v1/accounts/10/limits", "{'asset':'BTC','openOrders':5,'dailyLoss':'0.5'}");
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.at("asset")).isEqualTo("BTC");
    assertThat(set.at("dailyLoss")).isEqualTo("0.50000000");
    assertThat(ann.get("/v1/accounts/10/limits?asset=BTC").at("asset")).isEqualTo("BTC");
    assertThat(ann.get("/v1/accounts/10/limits?asset=NONE").code()).isEqualTo("422 UNKNOWN_ASSET");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'asset':'NONE','dailyLoss':'1'}|422 UNKNOWN_ASSET",
        "{'orderNotional':'-1'}|422 INVALID_AMOUNT",
        "{'orderNotional':'0'}|422 INVALID_AMOUNT",
        "{'dailyLoss':'much'}|422 INVALID_AMOUNT",
        "{'collar':'0'}|422 INVALID_AMOUNT",
        "{'collar':'2'}|422 INVALID_AMOUNT",
        "{'collar':'0.0000001'}|422 INVALID_AMOUNT",
        "{'orderLots':-1}|400 INVALID_FIELD",
        "{'orderLots':'5'}|400 INVALID_FIELD",
        "{'openOrders':0}|400 INVALID_FIELD",
        "{'limit':1}|400 UNKNOWN_FIELD",
      })
  void refusesLimitsThatAreNone(String body, String code) {
    assertThat(put(ann, "/v1/accounts/10/limits", body).code()).isEqualTo(code);
  }

  @Test
  void tellsWhatAPositionNeedsAtTheMark() {
    venue.accounts.terms = MarketTerms.of(0, 0).withMargins(MarginSchedule.flat(100_000, 50_000));
    venue.accounts.mark = 110_00;
    venue.accounts.set(
        new AccountView(
            10,
            0,
            AccountConfig.CASH.with(MarginMode.CROSS, MarginModel.STANDARD, 1),
            AccountLimits.NONE,
            false));
    venue.exchange.fill(999, 10, io.ratel.model.order.Side.BUY, 10_000, 100_00);

    Response margin = ann.get("/v1/accounts/10/margin");
    assertThat(margin.at("items.1.asset")).isEqualTo("USD");
    assertThat(margin.at("items.1.unrealizedPnl")).isEqualTo("10.00000000");
    assertThat(margin.at("items.1.maintenanceMargin")).isEqualTo("5.50000000");
    assertThat(margin.at("items.1.equity")).isEqualTo("9910.00000000");
    assertThat(margin.at("items.1.free")).isEqualTo("9910.00000000");
    assertThat(ann.get("/v1/positions").at("items.0.markPrice")).isEqualTo("110.00");
    assertThat(ann.get("/v1/positions").at("items.0.side")).isEqualTo("net");
    assertThat(ann.get("/v1/accounts/20/margin").code()).isEqualTo("404 UNKNOWN_ACCOUNT");
  }

  private void called(long sequence, long account) {
    AccountEvent.of(
            new Event.MarginCalled(account, 0, 0, 5_00000000L, 9_00000000L, 4_00000000L),
            sequence,
            FakeExchange.TIME_NS)
        .forEach(venue.accounts::happened);
  }

  @Test
  void tellsWhatAnAccountLivedThroughSinceItsUserWasLastHere() {
    called(7, 10);
    called(8, 20);
    called(9, 10);
    Response events = ann.get("/v1/accounts/10/events?limit=1");
    assertThat(events.json().get("items")).hasSize(1);
    assertThat(events.at("items.0.id")).isEqualTo("9");
    assertThat(events.at("items.0.kind")).isEqualTo("marginCall");
    assertThat(events.at("items.0.equity")).isEqualTo("5.00000000");
    assertThat(events.at("items.0.maintenanceMargin")).isEqualTo("4.00000000");
    assertThat(events.json().at("/items/0").has("orderId")).isFalse();
    assertThat(ann.get("/v1/accounts/10/events?cursor=" + events.at("next")).at("items.0.id"))
        .isEqualTo("7");
    assertThat(ann.get("/v1/accounts/10/events?since=2027-01-01T00:00:00Z").at("items"))
        .isEqualTo("[]");
    assertThat(ann.get("/v1/accounts/10/events?since=monday").code())
        .isEqualTo("400 INVALID_FIELD");
    assertThat(ann.get("/v1/accounts/20/events").code()).isEqualTo("404 UNKNOWN_ACCOUNT");
  }

  @Test
  void armsAndDisarmsTheTimeoutThatCancelsAll() {
    String path = "/v1/accounts/10/cancel-all-after";
    Response armed = ann.post(path, "{\"timeoutMs\":5000}");
    assertThat(armed.status()).isEqualTo(200);
    assertThat(venue.exchange.newest()).isEqualTo(new Command.CancelAllAfter(10, 5_000_000_000L));
    ann.post(path, "{\"timeoutMs\":0}");
    assertThat(venue.exchange.newest()).isEqualTo(new Command.CancelAllAfter(10, 0));
    for (String wrong : new String[] {"-1", "86400001", "\"5\"", "1.5"}) {
      assertThat(ann.post(path, "{\"timeoutMs\":" + wrong + "}").code())
          .isEqualTo("400 INVALID_FIELD");
    }
    assertThat(ann.post("/v1/accounts/20/cancel-all-after", "{\"timeoutMs\":1}").code())
        .isEqualTo("404 UNKNOWN_ACCOUNT");
  }
}
