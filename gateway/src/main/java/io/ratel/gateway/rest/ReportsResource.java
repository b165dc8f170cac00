package io.ratel.gateway.rest;

import io.ratel.exchange.view.TradeReports;
import io.ratel.exchange.view.TradeReports.Query;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.report.TradeReport;
import io.ratel.gateway.request.Acknowledged;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened, as files for those who keep books. */
public final class ReportsResource {
  /** Fills of one report. */
  static final int MAX_FILLS = 1_000_000;

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration USUAL = Duration.ofDays(31);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private record ReportTrades(
      @Field("The account; the caller's first when left out. An operator may name any.")
          Optional<String> accountId,
      @Field("Fills of then or later; 31 days before `to` when left out.") Optional<Instant> from,
      @Field("Fills of before then, at most 366 days after `from`; now when left out.")
          Optional<Instant> to,
      @Field("json when left out.") Optional<TradeReport> format) {}

  private final TradeReports reports;
  private final Acknowledged acknowledged;
  private final InstantSource clock;

  public ReportsResource(TradeReports reports, Acknowledged acknowledged, InstantSource clock) {
    this.reports = reports;
    this.acknowledged = acknowledged;
    this.clock = clock;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get(
                "reportTrades",
                "/v1/reports/trades",
                "An account's fills as a file, oldest first; at most a million of them.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(ReportTrades.class, 200, Shape.file("text/csv"), this::trades));
  }

  private Answer<Shape.File> trades(ReportTrades query, Caller caller) {
    long accountId =
        query.accountId().isPresent()
            ? caller.accountToFund(query.accountId().get(), "accountId")
            : caller.account(Optional.empty());
    Instant to = query.to().orElseGet(clock::instant);
    Instant from = query.from().orElseGet(() -> to.minus(USUAL));
    if (from.isAfter(to) || from.plus(LONGEST).isBefore(to)) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD,
          "from",
          from.toString(),
          "must be at most 366 days before to, which is " + to);
    }
    acknowledged.await(accountId);
    Query fills = new Query(accountId, from, to);
    if (reports.isLongerThan(fills, MAX_FILLS)) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD,
          "from",
          from.toString(),
          "must begin a period of at most 1,000,000 fills");
    }
    TradeReport form = query.format().orElse(TradeReport.JSON);
    String name =
        "trades-%d-%s-%s.%s".formatted(accountId, DAY.format(from), DAY.format(to), form.label());
    return Answer.ok(
        new Shape.File(name, form.mediaType(), out -> form.write(reports, fills, out)));
  }
}
