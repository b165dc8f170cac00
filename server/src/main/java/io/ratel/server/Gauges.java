package io.ratel.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.Progress;
import io.ratel.adapters.postgres.sample.PostgresTables;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.pipeline.PipelineStatus;
import io.ratel.marketdata.storage.StoredTable;
import io.ratel.server.demo.bot.BotCounts;
import io.ratel.server.role.IngestRole;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the roles measure of themselves, for {@code /metrics}. */
final class Gauges implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
  private static final long EVERY_S = 30;
  private static final String PROJECTION = "projection.";

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("gauges").factory());
  private final PostgresTables sizes;
  private final MultiGauge rows;
  private final MultiGauge bytes;
  private final MultiGauge orders;
  private final MultiGauge refused;
  private final MultiGauge pipelines;
  private final IngestRole marketData;
  private final Supplier<List<BotCounts>> bots;

  /** Registers everything; table sizes are read again every half minute. */
  Gauges(
      MeterRegistry registry,
      Progress progress,
      Database tables,
      IngestRole marketData,
      Supplier<List<BotCounts>> bots) {
    LiveMarkets markets = marketData.markets();
    registry.gauge("ratel.projection.sequence", progress, p -> p.sequence());
    registry.gauge("ratel.ticks.queued", markets, m -> m.writer().queued());
    registry.gauge("ratel.ticks.stored", markets, m -> m.writer().stored());
    registry.gauge("ratel.ticks.lost", markets, m -> m.writer().lost());
    registry.gauge("ratel.markets", markets, m -> m.markets().size());
    registry.gauge("ratel.markets.refused", markets, m -> m.refused());
    registry.gauge("ratel.books.gaps", markets, m -> m.counts().gaps());
    registry.gauge("ratel.books.gaps.open", markets, m -> m.openGaps());
    registry.gauge("ratel.books.crossed", markets, m -> m.counts().crossed());
    registry.gauge("ratel.trades.duplicates", markets, m -> m.counts().duplicates());
    registry.gauge("ratel.pairs", markets, m -> m.pairs().size());
    registry.gauge("ratel.trades.late", markets, m -> m.counts().late());
    rows =
        MultiGauge.builder("ratel.projection.rows").description("approximate").register(registry);
    bytes = MultiGauge.builder("ratel.projection.bytes").register(registry);
    orders =
        MultiGauge.builder("ratel.demo.orders").description("sent by each bot").register(registry);
    refused =
        MultiGauge.builder("ratel.demo.refused")
            .description("not sent, because of a limit of the bot's")
            .register(registry);
    pipelines =
        MultiGauge.builder("ratel.pipeline.rows")
            .description("in, out, refused, late and dropped since the start")
            .register(registry);
    this.marketData = marketData;
    this.bots = bots;
    sizes = new PostgresTables(tables);
    clock.scheduleWithFixedDelay(this::read, 1, EVERY_S, TimeUnit.SECONDS);
  }

  private void read() {
    List<BotCounts> counts = bots.get();
    orders.register(counts.stream().<Row<?>>map(c -> row(c, c.orders())).toList(), true);
    refused.register(
        counts.stream()
            .<Row<?>>map(c -> row(c, c.refusedByLimit().values().stream().mapToLong(n -> n).sum()))
            .toList(),
        true);
    pipelines.register(
        marketData.pipelines().stream().<Row<?>>flatMap(Gauges::outcomes).toList(), true);
    try {
      List<StoredTable> projected =
          sizes.tables().stream().filter(table -> table.table().startsWith(PROJECTION)).toList();
      rows.register(rows(projected, StoredTable::rows), true);
      bytes.register(rows(projected, StoredTable::bytes), true);
    } catch (RuntimeException e) {
      LOG.atDebug().setCause(e).log("table sizes cannot be read");
    }
  }

  private static Row<?> row(BotCounts counts, long value) {
    return Row.of(Tags.of("bot", counts.bot()), value);
  }

  private static Stream<Row<?>> outcomes(PipelineStatus status) {
    return Stream.of(
        outcome(status, "in", status.in()),
        outcome(status, "out", status.out()),
        outcome(status, "refused", status.refused()),
        outcome(status, "late", status.late()),
        outcome(status, "dropped", status.dropped()));
  }

  private static Row<?> outcome(PipelineStatus status, String outcome, long rows) {
    return Row.of(Tags.of("pipeline", status.name(), "outcome", outcome), rows);
  }

  private static List<Row<?>> rows(List<StoredTable> tables, ToLongFunction<StoredTable> value) {
    return tables.stream()
        .<Row<?>>map(
            table ->
                Row.of(
                    Tags.of("table", table.table().substring(PROJECTION.length())),
                    value.applyAsLong(table)))
        .toList();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
