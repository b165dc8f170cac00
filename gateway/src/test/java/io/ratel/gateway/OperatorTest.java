package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.Command.CalendarChange;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.margin.MarginSchedule.Bracket;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.account.KillScope;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.RejectReason;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only an operator may do. */
class OperatorTest {
  private static final String MARKET = "/v1/instruments/BTC-USD/";
  private static TestVenue venue;
  private static TestClient operator;

  @BeforeAll
  static void open() {
    venue = new TestVenue();
    operator = venue.as(venue.operator);
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  private static Response send(TestClient who, String verb, String path, String body) {
    return who.send(
        who.request(path)
            .method(verb, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private static Command newest(String verb, String path, String body) {
    Response response = send(operator, verb, path, body);
    assertThat(response.status()).as(response.body()).isEqualTo(verb.equals("PUT") ? 200 : 201);
    return venue.exchange.newest();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "PUT|terms|{'feeTiers':[{'maker':'0','taker':'0'}]}",
        "PUT|state|{'state':'halt'}",
        "PUT|calendar|{'changes':[]}",
        "POST|marks|{'last':'1.00'}",
        "POST|funding|{'rate':'0.0001'}",
        "POST|settlement|{}",
        "POST|corporate-actions|{'kind':'split'}",
      })
  void refusesAnyoneElse(String verb, String what, String body) {
    assertThat(send(venue.as(venue.ann), verb, MARKET + what, body).code())
        .isEqualTo("403 FORBIDDEN");
    assertThat(send(venue.anyone(), verb, MARKET + what, body).status()).isEqualTo(401);
    assertThat(send(operator, verb, "/v1/instruments/NONE/" + what, body).code())
        .isEqualTo("422 UNKNOWN_INSTRUMENT");
  }

  @Test
  void setsTermsAndShowsThem() {
    Command sent =
        newest(
            "PUT",
            MARKET + "terms",
            "{'feeTiers':[{'maker':'-0.0001','taker':'0.002'}],"
                + "'margins':[{'upTo':'1000.5','initial':'0.1','maintenance':'0.05'},"
                + "{'initial':'0.2','maintenance':'0.1'}],'band':'0.05','markMaxAgeMs':5000,"
                + "'expiresAt':'2027-01-01T00:00:00Z','financingLong':'0.05',"
                + "'financingShort':'-0.01'}");
    MarketTerms terms = ((Command.SetMarketTerms) sent).terms();
    assertThat(terms.feeTiers().getFirst().makerPpm()).isEqualTo(-100);
    assertThat(terms.margins())
        .isEqualTo(
            new MarginSchedule(
                List.of(
                    new Bracket(1000_50000000L, 100_000, 50_000),
                    new Bracket(MarginSchedule.UNBOUNDED, 200_000, 100_000))));
    assertThat(terms.markMaxAgeNs()).isEqualTo(5_000_000_000L);
    assertThat(terms.isDealt()).isFalse();
    venue.accounts.terms = terms;
    venue.accounts.state = TradingState.AUCTION;
    venue.accounts.mark = 12_34;
    Response shown = venue.anyone().get("/v1/instruments/BTC-USD");
    assertThat(shown.at("state")).isEqualTo("auction");
    assertThat(shown.at("multiplier")).isEqualTo("1");
    assertThat(shown.at("markPrice")).isEqualTo("12.34");
    assertThat(shown.at("makerFee")).isEqualTo("-0.0001");
    assertThat(shown.at("terms.margins.0.upTo")).isEqualTo("1000.50000000");
    assertThat(shown.at("terms.margins.1.upTo")).isEqualTo("null");
    assertThat(shown.at("terms.band")).isEqualTo("0.05");
    assertThat(shown.at("terms.expiresAt")).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(venue.anyone().get("/v1/instruments").at("items.0.terms.dealerSpread"))
        .isEqualTo("null");
  }

  @Test
  void sendsEachCommandAsItWasMeant() {
    assertThat(newest("PUT", MARKET + "state", "{'state':'auction'}"))
        .isEqualTo(new Command.SetTradingState(0, TradingState.AUCTION));
    assertThat(
            newest(
                "PUT",
                MARKET + "calendar",
                "{'changes':[{'minuteOfWeek':540,'state':'open'},"
                    + "{'minuteOfWeek':1020,'state':'closed'}],"
                    + "'closedDays':['2026-12-25','1970-01-02']}"))
        .isEqualTo(
            new Command.SetCalendar(
                0,
                List.of(
                    new CalendarChange(540, TradingState.OPEN),
                    new CalendarChange(1020, TradingState.CLOSED)),
                List.of(1, 20812)));
    assertThat(
            newest(
                "POST",
                MARKET + "marks",
                "{'last':'10.00','low':'9.00','high':'11.00','sequence':5,"
                    + "'time':'1970-01-01T00:00:01Z'}"))
        .isEqualTo(new Command.Mark(0, 10_00, 9_00, 11_00, 5, 5, 1_000_000_000L));
    Command.Mark now = (Command.Mark) newest("POST", MARKET + "marks", "{'last':'10.00'}");
    assertThat(now.timeNs()).isEqualTo(FakeExchange.TIME_NS + 1_000_000_000L);
    assertThat(now.low()).isEqualTo(now.high()).isEqualTo(10_00);
    assertThat(newest("POST", MARKET + "funding", "{'rate':'-0.0001'}"))
        .isEqualTo(new Command.Fund(0, -100));
    assertThat(newest("POST", MARKET + "settlement", "{}")).isEqualTo(new Command.Settle(0, 0));
    assertThat(newest("POST", MARKET + "settlement", "{'price':'99.50'}"))
        .isEqualTo(new Command.Settle(0, 99_50));
    assertThat(
            newest(
                "POST",
                MARKET + "corporate-actions",
                "{'kind':'split','numerator':3,'denominator':2,'amount':'0.5'}"))
        .isEqualTo(new Command.ApplyCorporateAction(0, CorporateAction.split(3, 2, 50_000_000)));
    assertThat(
            newest(
                "POST",
                MARKET + "corporate-actions",
                "{'kind':'symbolChange','newSymbol':'XBT-USD'}"))
        .isEqualTo(new Command.ApplyCorporateAction(0, CorporateAction.symbolChange("XBT-USD")));
    assertThat(
            newest(
                "POST",
                MARKET + "corporate-actions",
                "{'kind':'spinOff','otherSymbol':'BTC-USD','costShare':'0.25'}"))
        .isEqualTo(
            new Command.ApplyCorporateAction(0, CorporateAction.spinOff(0, 1, 1, 250_000, 0)));
    assertThat(
            newest(
                "POST",
                MARKET + "corporate-actions",
                "{'kind':'dividend','amount':'0.0000000205'}"))
        .isEqualTo(new Command.ApplyCorporateAction(0, CorporateAction.dividend(205, 100)));
    assertThat(newest("PUT", "/v1/kill-switches/account/10", "{'engaged':true}"))
        .isEqualTo(new Command.SetKillSwitch(KillScope.ACCOUNT, 10, true));
    assertThat(newest("PUT", "/v1/kill-switches/instrument/BTC-USD", "{'engaged':false}"))
        .isEqualTo(new Command.SetKillSwitch(KillScope.INSTRUMENT, 0, false));
    assertThat(newest("PUT", "/v1/kill-switches/venue/all", "{'engaged':true}"))
        .isEqualTo(new Command.SetKillSwitch(KillScope.VENUE, 0, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "PUT|terms|{}|400 MISSING_FIELD",
        "PUT|terms|{'feeTiers':[]}|422 INVALID_TERMS",
        "PUT|terms|{'feeTiers':{}}|400 INVALID_FIELD",
        "PUT|terms|{'feeTiers':[{'maker':'0'}]}|400 MISSING_FIELD",
        "PUT|terms|{'feeTiers':[{'maker':'0','taker':'0.5'}]}|422 INVALID_TERMS",
        "PUT|terms|{'feeTiers':[{'maker':'-0.01','taker':'0.001'}]}|422 INVALID_TERMS",
        "PUT|terms|{'feeTiers':[{'maker':'0.0000001','taker':'0'}]}|422 INVALID_TERMS",
        "PUT|terms|{'feeTiers':[{'maker':'0','taker':'0'}],"
            + "'margins':[{'upTo':'5','initial':'0.1','maintenance':'0.1'}]}|422 INVALID_TERMS",
        "PUT|terms|{'feeTiers':[{'maker':'0','taker':'0'}],"
            + "'margins':[{'initial':'0.1','maintenance':'0.2'}]}|422 INVALID_TERMS",
        "PUT|terms|{'feeTiers':[{'maker':'0','taker':'0'}],'dealerSpread':'0.5'}|422 INVALID_TERMS",
        "PUT|state|{'state':'shut'}|400 INVALID_FIELD",
        "PUT|calendar|{'changes':[{'minuteOfWeek':10080,'state':'open'}]}|400 INVALID_FIELD",
        "PUT|calendar|{'changes':[],'closedDays':['2026-02-30']}|400 INVALID_FIELD",
        "PUT|calendar|{'changes':[],'closedDays':['Christmas']}|400 INVALID_FIELD",
        "POST|marks|{'last':'0'}|422 INVALID_MARK",
        "POST|marks|{'last':'1.005'}|422 INVALID_MARK",
        "POST|marks|{'last':1}|400 INVALID_FIELD",
        "POST|funding|{'rate':'2'}|422 INVALID_TERMS",
        "POST|funding|{'rate':'much'}|422 INVALID_TERMS",
        "POST|settlement|{'price':'-1'}|422 INVALID_PRICE",
        "POST|corporate-actions|{'kind':'merger'}|400 INVALID_FIELD",
        "POST|corporate-actions|{'kind':'rights'}|400 MISSING_FIELD",
        "POST|corporate-actions|{'kind':'rights','otherSymbol':'NONE'}|422 UNKNOWN_INSTRUMENT",
        "POST|corporate-actions|{'kind':'symbolChange'}|400 MISSING_FIELD",
        "POST|corporate-actions|{'kind':'symbolChange','newSymbol':'a b'}|400 INVALID_FIELD",
        "POST|corporate-actions|{'kind':'dividend','amount':'-1'}|422 INVALID_AMOUNT",
      })
  void refusesWhatMakesNoSense(String verb, String what, String body, String code) {
    Response response = send(operator, verb, MARKET + what, body);
    assertThat(response.code()).isEqualTo(code);
    assertThat(response.at("error.message")).isNotEmpty();
  }

  @Test
  void refusesAKillSwitchOfNothing() {
    assertThat(send(operator, "PUT", "/v1/kill-switches/world/1", "{'engaged':true}").code())
        .isEqualTo("400 INVALID_FIELD");
    assertThat(send(operator, "PUT", "/v1/kill-switches/account/x", "{'engaged':true}").code())
        .isEqualTo("404 UNKNOWN_ACCOUNT");
    assertThat(send(operator, "PUT", "/v1/kill-switches/instrument/X", "{'engaged':true}").code())
        .isEqualTo("422 UNKNOWN_INSTRUMENT");
    assertThat(send(operator, "PUT", "/v1/kill-switches/venue/all", "{'engaged':1}").code())
        .isEqualTo("400 INVALID_FIELD");
    assertThat(
            send(venue.as(venue.ann), "PUT", "/v1/kill-switches/venue/all", "{'engaged':true}")
                .code())
        .isEqualTo("403 FORBIDDEN");
  }

  private static final String NEW_MARKET =
      "'kind':'future','base':'SILVER','quote':'USD','tickSize':'0.005','lotSize':'1'";

  @Test
  void listsAssetsAndInstruments() {
    assertThat(newest("POST", "/v1/assets", "{'asset':'SILVER','decimals':4}"))
        .isEqualTo(new Command.ListAsset("SILVER", 4));
    assertThat(
            newest(
                "POST",
                "/v1/instruments",
                "{'symbol':'SILVER-USD-FUT',"
                    + NEW_MARKET
                    + ",'multiplier':'50','makerFee':'0.0001',"
                    + "'takerFee':'0.0002','collar':'0.02'}"))
        .isEqualTo(
            new Command.ListInstrument(
                "SILVER-USD-FUT",
                InstrumentKind.FUTURE,
                "SILVER",
                "USD",
                new Step(5, 3),
                new Step(1, 0),
                100,
                200,
                20_000,
                new Step(50, 0)));
    Command plain = newest("POST", "/v1/instruments", "{'symbol':'SILVER-USD'," + NEW_MARKET + "}");
    assertThat((Command.ListInstrument) plain)
        .extracting(c -> c.takerFeePpm(), c -> c.collarPpm(), c -> c.multiplier())
        .containsExactly(0, 50_000, new Step(1, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "assets|{'asset':'silver','decimals':2}|400 INVALID_FIELD|asset",
        "assets|{'asset':'S2345678901234567','decimals':2}|400 INVALID_FIELD|asset",
        "assets|{'asset':'','decimals':2}|400 INVALID_FIELD|asset",
        "assets|{'asset':'SILVER','decimals':19}|400 INVALID_FIELD|decimals",
        "assets|{'asset':'SILVER','decimals':-1}|400 INVALID_FIELD|decimals",
        "assets|{'asset':'SILVER'}|400 MISSING_FIELD|decimals",
        "instruments|{'symbol':'a b',#}|400 INVALID_FIELD|symbol",
        "instruments|{'symbol':'BINANCE:BTC-USD',#}|400 INVALID_FIELD|symbol",
        "instruments|{'symbol':'S-U','kind':'swap'}|400 INVALID_FIELD|kind",
        "instruments|{'symbol':'S-U','kind':'spot'}|400 MISSING_FIELD|base",
        "instruments|{'symbol':'S-U',#,'makerFee':'0.2'}|422 INVALID_TERMS|makerFee",
        "instruments|{'symbol':'S-U',#,'takerFee':'-0.1'}|422 INVALID_TERMS|takerFee",
        "instruments|{'symbol':'S-U',#,'collar':'0'}|422 INVALID_TERMS|collar",
        "instruments|{'symbol':'S-U',#,'collar':'1.1'}|422 INVALID_TERMS|collar",
        "instruments|{'symbol':'S-U',#,'multiplier':'0'}|422 INVALID_TERMS|multiplier",
        "instruments|{'symbol':'S-U',#,'multiplier':'x'}|422 INVALID_TERMS|multiplier",
        "instruments|{'symbol':'S-U','kind':'spot','base':'USD','quote':'USD','tickSize':'1',"
            + "'lotSize':'1'}|422 INVALID_TERMS|quote",
        "instruments|{'symbol':'S-U','kind':'spot','base':'S','quote':'USD','tickSize':'-1',"
            + "'lotSize':'1'}|422 INVALID_TERMS|tickSize",
        "instruments|{'symbol':'S-U','kind':'spot','base':'S','quote':'USD','tickSize':'1',"
            + "'lotSize':'0.0000000000000000001'}|422 INVALID_TERMS|lotSize",
      })
  void refusesAListingThatMakesNoSense(String what, String body, String code, String field) {
    Response response = send(operator, "POST", "/v1/" + what, body.replace("#", NEW_MARKET));
    assertThat(response.code()).as(response.body()).isEqualTo(code);
    assertThat(response.at("error.field")).isEqualTo(field);
  }

  @Test
  void onlyTheOperatorLists() {
    String body = "{'asset':'SILVER','decimals':2}";
    assertThat(send(venue.as(venue.ann), "POST", "/v1/assets", body).code())
        .isEqualTo("403 FORBIDDEN");
    assertThat(send(venue.as(venue.ann), "POST", "/v1/instruments", "{}").code())
        .isEqualTo("403 FORBIDDEN");
  }

  @Test
  void tellsTheExchangesRefusals() {
    String market = "{'symbol':'S-U'," + NEW_MARKET + "}";
    venue.exchange.refuseAll(RejectReason.MALFORMED);
    assertThat(send(operator, "POST", "/v1/instruments", market).code())
        .isEqualTo("422 INVALID_TERMS");
    venue.exchange.refuseAll(RejectReason.UNKNOWN_ASSET);
    assertThat(send(operator, "POST", "/v1/instruments", market).code())
        .isEqualTo("422 UNKNOWN_ASSET");
    venue.exchange.refuseAll(RejectReason.ALREADY_LISTED);
    assertThat(send(operator, "POST", "/v1/instruments", market).code())
        .isEqualTo("409 ALREADY_LISTED");
    assertThat(send(operator, "POST", "/v1/assets", "{'asset':'S','decimals':2}").code())
        .isEqualTo("409 ALREADY_LISTED");
    for (RejectReason reason : List.of(RejectReason.IN_USE, RejectReason.INVALID_TERMS)) {
      venue.exchange.refuseAll(reason);
      assertThat(
              send(operator, "PUT", MARKET + "terms", "{'feeTiers':[{'maker':'0','taker':'0'}]}")
                  .code())
          .isEqualTo("422 " + reason.name());
    }
    venue.exchange.refuseAll(RejectReason.NONE);
  }
}
