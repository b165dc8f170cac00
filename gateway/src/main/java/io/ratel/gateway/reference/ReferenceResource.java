package io.ratel.gateway.reference;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.news.CalendarEntry;
import io.ratel.marketdata.news.NewsItem;
import io.ratel.marketdata.pipeline.PipelineStatus;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.marketdata.series.SeriesSummary;
import io.ratel.marketdata.snapshot.Binning;
import io.ratel.model.instrument.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Series, news and the calendar. */
public final class ReferenceResource {
  private static final int DEFAULT_VALUES = 1_000;
  private static final int DEFAULT_ITEMS = 50;
  private static final int MAX_ITEMS = 500;
  private static final String PART_RULE =
      "must be 1 to 64 letters, digits, colons, dots, dashes and underscores";

  /** What a house follows of portfolios is its own affair. */
  private static final Set<SeriesKind> HOUSE = Set.of(SeriesKind.PORTFOLIO, SeriesKind.PERFORMANCE);

  private record Kind(SeriesKind kind) {}

  private record Values(
      SeriesKind kind,
      @Field(value = "Who reports it.", pattern = SeriesKey.PATTERN, rule = PART_RULE)
          String source,
      @Field(value = "What it is.", pattern = SeriesKey.PATTERN, rule = PART_RULE) String name,
      @Field(value = "Whose it is; - when nobody's.", pattern = SeriesKey.PATTERN, rule = PART_RULE)
          String subject,
      @Field("Values about then or later.") Optional<Instant> from,
      @Field("Values about before then.") Optional<Instant> to,
      @Field("As it was known then; as it is known now when left out.") Optional<Instant> asOf,
      @Field(value = "The newest so many.", min = 1, max = AnalyticsStore.MAX_VALUES)
          Optional<Integer> limit) {}

  private record News(
      @Field("Only what is about it.") Optional<String> symbol,
      @Field(min = 1, max = MAX_ITEMS) Optional<Integer> limit) {}

  private record Calendar(
      @Field("Due then or later.") Optional<Instant> from,
      @Field("Due before then.") Optional<Instant> to,
      @Field(min = 1, max = MAX_ITEMS) Optional<Integer> limit) {}

  /**
   * @param values with their revisions
   */
  private record WireSeries(
      SeriesKind kind,
      String source,
      String name,
      String subject,
      long values,
      Instant first,
      Instant last) {
    static WireSeries of(SeriesSummary summary) {
      SeriesKey key = summary.key();
      return new WireSeries(
          key.kind(),
          key.source(),
          key.name(),
          key.subject(),
          summary.values(),
          Times.instant(summary.firstNs()),
          Times.instant(summary.lastNs()));
    }
  }

  /**
   * @param time what moment or day it is about
   * @param knownAt when it was learned
   */
  private record WireValue(Instant time, double value, Instant knownAt) {
    static WireValue of(Observation observation) {
      return new WireValue(
          Times.instant(observation.timeNs()),
          observation.value(),
          Times.instant(observation.knownNs()));
    }
  }

  /**
   * @param link null when there is none
   */
  private record WireNews(
      String id,
      String source,
      String headline,
      String summary,
      @Nullable String link,
      List<String> symbols,
      Instant time) {
    static WireNews of(NewsItem item) {
      return new WireNews(
          item.id(),
          item.source(),
          item.headline(),
          item.summary(),
          item.link().map(Object::toString).orElse(null),
          item.symbols().stream().map(Symbol::text).toList(),
          Times.instant(item.timeNs()));
    }
  }

  /**
   * @param importance 0 unknown, 1 low, 2 medium, 3 high
   * @param actual empty until it is published
   */
  private record WireEntry(
      String id,
      String source,
      String area,
      String title,
      int importance,
      String actual,
      String forecast,
      String previous,
      Instant time) {
    static WireEntry of(CalendarEntry entry) {
      return new WireEntry(
          entry.id(),
          entry.source(),
          entry.area(),
          entry.title(),
          entry.importance(),
          entry.actual(),
          entry.forecast(),
          entry.previous(),
          Times.instant(entry.timeNs()));
    }
  }

  private final ReferencePorts ports;

  public ReferenceResource(ReferencePorts ports) {
    this.ports = ports;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("listSeries", "/v1/series/{kind}", "The series of a kind.")
            .refuses(ErrorCode.FORBIDDEN)
            .answers(Kind.class, 200, Shape.listOf(WireSeries.class), this::series),
        Operation.get(
                "listSeriesValues",
                "/v1/series/{kind}/{source}/{name}/{subject}",
                "A series' values, oldest first, as they are or were known.")
            .refuses(ErrorCode.FORBIDDEN)
            .answers(Values.class, 200, Shape.listOf(WireValue.class), this::values),
        Operation.get("listNews", "/v1/news", "Headlines, newest first.")
            .answers(News.class, 200, Shape.listOf(WireNews.class), this::news),
        Operation.get("listCalendar", "/v1/calendar", "What is due, and what it became.")
            .answers(Calendar.class, 200, Shape.listOf(WireEntry.class), this::calendar),
        Operation.get("listPipelines", "/v1/pipelines", "How the pipelines are doing.")
            .answers(
                Nothing.class,
                200,
                Shape.listOf(PipelineStatus.class),
                (query, caller) -> Answer.ok(Items.all(ports.pipelines().get()))));
  }

  private Answer<Items<WireSeries>> series(Kind query, Caller caller) {
    requireOpen(query.kind(), caller);
    return Answer.ok(
        Items.all(ports.store().series(query.kind()).stream().map(WireSeries::of).toList()));
  }

  private Answer<Items<WireValue>> values(Values query, Caller caller) {
    if (!isOwn(query, caller)) {
      requireOpen(query.kind(), caller);
    }
    SeriesKey key = new SeriesKey(query.kind(), query.source(), query.name(), query.subject());
    return Answer.ok(
        Items.all(
            ports
                .store()
                .observations(
                    key,
                    query.from().map(Times::nanos).orElse(0L),
                    query.to().map(Times::nanos).orElse(Long.MAX_VALUE),
                    query.asOf().map(Times::nanos).orElse(Long.MAX_VALUE),
                    query.limit().orElse(DEFAULT_VALUES))
                .stream()
                .map(WireValue::of)
                .toList()));
  }

  /** What a house follows of an account is its owner's affair as well. */
  private static boolean isOwn(Values query, Caller caller) {
    return query.source().equals(Binning.ACCOUNT.label())
        && caller.accountIds().stream()
            .anyMatch(account -> Long.toUnsignedString(account).equals(query.subject()));
  }

  private static void requireOpen(SeriesKind kind, Caller caller) {
    if (HOUSE.contains(kind) && !caller.isOperator()) {
      throw RefusedException.value(
          ErrorCode.FORBIDDEN, "kind", kind.label(), "is for operators alone");
    }
  }

  private Answer<Items<WireNews>> news(News query, Caller caller) {
    Optional<Symbol> about = query.symbol().map(ReferenceResource::symbol);
    return Answer.ok(
        Items.all(
            ports.board().news(about, query.limit().orElse(DEFAULT_ITEMS)).stream()
                .map(WireNews::of)
                .toList()));
  }

  private static Symbol symbol(String text) {
    try {
      return Symbol.of(text);
    } catch (IllegalArgumentException e) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, "symbol", text, "must be a symbol such as BTC-USD");
    }
  }

  private Answer<Items<WireEntry>> calendar(Calendar query, Caller caller) {
    return Answer.ok(
        Items.all(
            ports
                .board()
                .calendar(
                    query.from().map(Times::nanos).orElse(0L),
                    query.to().map(Times::nanos).orElse(Long.MAX_VALUE),
                    query.limit().orElse(MAX_ITEMS))
                .stream()
                .map(WireEntry::of)
                .toList()));
  }
}
