package io.ratel.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.view.TradeReports.Query;
import io.ratel.exchange.view.TradeReports.ReportedFill;
import io.ratel.exchange.view.TradingViews.FillView;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeReportsTest {
  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgresServer.start(directory);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  @Test
  void aReportHasEveryFillOfThePeriodOnceAndNoOther() {
    RandomVenue venue = new RandomVenue(41);
    for (int i = 0; i < 500; i++) {
      venue.step(i);
    }
    Progress progress = new Progress();
    PostgresProjection projection = new PostgresProjection(database, progress);
    projection.clear();
    projection.write(venue.events);
    PostgresTradeReports reports = new PostgresTradeReports(database);
    PostgresViews views = new PostgresViews(database, progress);
    int all = 0;
    for (long account : venue.accounts) {
      List<FillView> fills =
          views
              .fills(account, Optional.empty(), Optional.empty(), Optional.empty(), 100_000)
              .items();
      Instant first = fills.getLast().time();
      Instant last = fills.getFirst().time();
      List<ReportedFill> report = report(reports, account, first, last.plusNanos(1_000));
      assertThat(report).hasSameSizeAs(fills);
      assertThat(report.stream().map(ReportedFill::tradeId).sorted())
          .containsExactlyElementsOf(fills.stream().map(FillView::id).sorted().toList());
      for (ReportedFill fill : report) {
        BigDecimal value = fill.price().multiply(fill.quantity()).multiply(fill.multiplier());
        assertThat(fill.notional()).isEqualByComparingTo(value);
        assertThat(fill.accountId()).isEqualTo(account);
      }
      assertThat(report(reports, account, first, last))
          .hasSize((int) fills.stream().filter(f -> f.time().isBefore(last)).count());
      Query query = new Query(account, first, last.plusNanos(1_000));
      assertThat(reports.isLongerThan(query, fills.size())).isFalse();
      assertThat(reports.isLongerThan(query, fills.size() - 1)).isTrue();
      all += fills.size();
    }
    assertThat(all).isGreaterThan(300);
  }

  private static List<ReportedFill> report(
      PostgresTradeReports reports, long account, Instant from, Instant to) {
    List<ReportedFill> fills = new ArrayList<>();
    reports.forEach(new Query(account, from, to), fills::add);
    return fills;
  }
}
