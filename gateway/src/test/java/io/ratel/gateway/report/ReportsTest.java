package io.ratel.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.Findings;
import io.ratel.exchange.reconciliation.Reconciliation;
import io.ratel.exchange.reconciliation.Reconciliation.Checked;
import io.ratel.exchange.view.TradeReports.ReportedFill;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.Side;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final String TRADES = "/v1/reports/trades";

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

  private void trade(int count) {
    Random random = new Random(5);
    for (int i = 0; i < count; i++) {
      BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(10_000_000), 2);
      BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 5);
      venue.reports.fills.add(
          new ReportedFill(
              i + 1L,
              TestVenue.NOW.minus(Duration.ofMinutes(count - i)).plusMillis(i % 1_000),
              TestVenue.ANN_ACCOUNT,
              i % 3 == 0 ? "BTC-USD" : "ETH-EUR",
              InstrumentKind.SPOT,
              random.nextBoolean() ? Side.BUY : Side.SELL,
              i % 2 == 0 ? Optional.empty() : Optional.of(PositionEffect.CLOSE),
              1_000L + i,
              i % 7 == 0 ? "=1+2,\"x\"" : "mine-" + i,
              OrderType.LIMIT,
              price,
              quantity,
              price.multiply(quantity),
              BigDecimal.ONE,
              BigDecimal.valueOf(random.nextInt(2_000) - 500, 4),
              i % 3 == 0 ? "USD" : "EUR",
              random.nextBoolean(),
              i % 3 == 0 ? "USD" : "EUR"));
    }
  }

  private HttpResponse<byte[]> bytes(String query) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(venue.uri(TRADES + query))
            .header("Authorization", "Bearer " + venue.token(venue.ann))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void valuesComeBackAsTheyWereTraded() throws Exception {
    trade(3_000);
    HttpResponse<byte[]> answer = bytes("?format=csv");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"trades-10-\\d{8}-\\d{8}\\.csv\"");
    String text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text).endsWith("\r\n");
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(text))
            .getRecords();
    assertThat(rows).hasSize(3_000);
    for (int i = 0; i < rows.size(); i++) {
      ReportedFill fill = venue.reports.fills.get(i);
      Map<String, String> row = rows.get(i).toMap();
      assertThat(row.get("tradeId")).isEqualTo(Long.toString(fill.tradeId()));
      assertThat(row.get("time")).isEqualTo(fill.time().toString());
      assertThat(new BigDecimal(row.get("price"))).isEqualByComparingTo(fill.price());
      assertThat(new BigDecimal(row.get("notional"))).isEqualByComparingTo(fill.notional());
      assertThat(new BigDecimal(row.get("fee"))).isEqualByComparingTo(fill.fee());
      assertThat(row.get("clientOrderId"))
          .isEqualTo(i % 7 == 0 ? "'" + fill.clientOrderId() : fill.clientOrderId());
      assertThat(row.get("positionEffect")).isEqualTo(i % 2 == 0 ? "" : "close");
      assertThat(row).hasSize(18);
    }
  }

  @Test
  void aWorkbookHasNumbersTimesAndTotalsThatAreFormulas() throws Exception {
    trade(2_500);
    HttpResponse<byte[]> answer = bytes("?format=xlsx");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .endsWith(".xlsx\"");
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
      List<Row> rows = book.getSheets().toList().getFirst().read();
      assertThat(rows).hasSize(2_501);
      for (int i = 0; i < 2_500; i++) {
        ReportedFill fill = venue.reports.fills.get(i);
        Row row = rows.get(i + 1);
        assertThat(row.getCellText(0)).isEqualTo(Long.toString(fill.tradeId()));
        assertThat(row.getCellAsDate(1).orElseThrow())
            .isCloseTo(
                java.time.LocalDateTime.ofInstant(fill.time(), java.time.ZoneOffset.UTC),
                org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MILLIS));
        assertThat(row.getCellText(8)).isEqualTo(fill.clientOrderId());
        assertThat(row.getCellAsNumber(10).orElseThrow()).isEqualByComparingTo(fill.price());
        assertThat(row.getCellAsNumber(12).orElseThrow().doubleValue())
            .isEqualTo(fill.notional().doubleValue());
      }
      List<Row> totals = book.getSheets().toList().get(1).read();
      assertThat(totals).hasSize(3);
      assertThat(totals.get(1).getCellText(0)).isEqualTo("EUR");
      assertThat(Stream.of(1, 2, 3).map(i -> totals.get(2).getCell(i)).map(Cell::getFormula))
          .containsExactly(
              "SUMIFS(Trades!$M$2:$M$2501,Trades!$R$2:$R$2501,A3,Trades!$F$2:$F$2501,\"buy\")",
              "SUMIFS(Trades!$M$2:$M$2501,Trades!$R$2:$R$2501,A3,Trades!$F$2:$F$2501,\"sell\")",
              "SUMIFS(Trades!$O$2:$O$2501,Trades!$P$2:$P$2501,A3)");
    }
  }

  @Test
  void aListIsTheUsualForm() {
    trade(30);
    JsonNode list = ann.get(TRADES).json();
    assertThat(list.get("next").isNull()).isTrue();
    List<String> ids = new ArrayList<>();
    list.get("items").forEach(item -> ids.add(item.get("tradeId").asText()));
    assertThat(ids).hasSize(30).startsWith("1", "2").endsWith("30");
    assertThat(list.at("/items/0/price").isTextual()).isTrue();
  }

  @Test
  void nobodyReadsTheBooksOfOthersButAnOperator() {
    trade(1);
    assertThat(venue.as(venue.bob).get(TRADES + "?accountId=10").code())
        .isEqualTo("404 UNKNOWN_ACCOUNT");
    assertThat(venue.anyone().get(TRADES).status()).isEqualTo(401);
    assertThat(venue.as(venue.operator).get(TRADES + "?accountId=10").json().get("items"))
        .hasSize(1);
  }

  @Test
  void aPeriodHasABound() {
    assertThat(ann.get(TRADES + "?from=2020-01-01T00:00:00Z").body())
        .contains("INVALID_FIELD", "at most 366 days");
    Response later = ann.get(TRADES + "?from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z");
    assertThat(later.code()).isEqualTo("400 INVALID_FIELD");
    assertThat(ann.get(TRADES + "?format=pdf").body()).contains("one of csv, xlsx, json");
    venue.reports.endless = true;
    assertThat(ann.get(TRADES).body()).contains("at most 1,000,000 fills");
  }

  @Test
  void aReportThatBreaksOffIsNotTakenForWhole() {
    trade(5_000);
    venue.reports.broken = true;
    assertThatThrownBy(() -> bytes("?format=csv")).isInstanceOf(IOException.class);
    assertThat(venue.anyone().get("/healthz").status()).isEqualTo(200);
  }

  @Test
  void anOperatorReadsWhatDiffers() {
    Findings findings = new Findings();
    findings.add(
        BreakKind.BALANCE_DIFFERS, "balances", "10 USD", "total", BigDecimal.TEN, BigDecimal.ONE);
    venue.reconciliation =
        new Reconciliation(42, 1_000_000_001L, new Checked(1, 2, 3, 4, 5, 6), 1, findings.breaks());
    Response answer = venue.as(venue.operator).get("/v1/reconciliation");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"sequence":42,"time":"1970-01-01T00:00:01.000000001Z","checked":{"balances":1,\
            "orders":2,"fills":3,"postings":4,"positions":5,"instruments":6},\
            "breakCount":1,"breaks":[{"kind":"BALANCE_DIFFERS","table":"balances",\
            "key":"10 USD","field":"total","expected":"10","found":"1",\
            "mend":"ratel reconcile --mend"}]}""");
    assertThat(ann.get("/v1/reconciliation").code()).isEqualTo("403 FORBIDDEN");
  }
}
