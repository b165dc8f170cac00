package io.ratel.marketdata.pipeline;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A pipeline at work. The markets leave their changes in a bounded queue; one thread makes rows of
 * them, takes them through the steps and hands on what a round of them has become.
 */
public final class PipelineRun implements AutoCloseable {
  private static final int MAX_WAITING = 65_536;
  private static final int MAX_ROUND = 512;
  private static final long ROUND_MS = 100;

  private final Pipeline pipeline;
  private final List<Step> steps;
  private final PipelineSink sink;
  private final LongSupplier epochNs;
  private final LongSupplier nanos;
  private final BlockingQueue<Object> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Map<Symbol, Boolean> heard = new ConcurrentHashMap<>();
  private final Map<Symbol, Bar> forming = new LinkedHashMap<>();
  private final AtomicLong in = new AtomicLong();
  private final AtomicLong out = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private volatile long late;
  private volatile String lastError = "";
  private volatile boolean closed;
  private Round round;
  private final MarketViews.Subscription subscription;
  private final Thread thread;

  private PipelineRun(
      Pipeline pipeline,
      MarketViews markets,
      AnalyticsStore store,
      PipelineSink sink,
      LongSupplier epochNs,
      LongSupplier nanos) {
    this.pipeline = pipeline;
    this.steps = pipeline.steps().stream().map(plan -> plan.begin(store)).toList();
    this.sink = sink;
    this.epochNs = epochNs;
    this.nanos = nanos;
    this.round = new Round(epochNs.getAsLong());
    this.subscription = markets.listen(new Ears());
    this.thread =
        Thread.ofPlatform().name("pipeline-" + pipeline.name()).daemon().unstarted(this::run);
  }

  /**
   * Begins to listen.
   *
   * @param store of series, for steps that join with them
   * @param epochNs the time of day, nanoseconds since 1970 UTC
   * @param nanos a clock that only goes forward, for how long nothing has come
   */
  public static PipelineRun start(
      Pipeline pipeline,
      MarketViews markets,
      AnalyticsStore store,
      PipelineSink sink,
      LongSupplier epochNs,
      LongSupplier nanos) {
    PipelineRun run = new PipelineRun(pipeline, markets, store, sink, epochNs, nanos);
    run.thread.start();
    return run;
  }

  public PipelineStatus status() {
    Input input = pipeline.input();
    return new PipelineStatus(
        pipeline.name(),
        input.from(),
        input.markets(),
        in.get(),
        out.get(),
        refused.get(),
        late,
        dropped.get(),
        lastError);
  }

  private void run() {
    long heardNs = nanos.getAsLong();
    List<Object> changes = new ArrayList<>();
    try {
      while (!closed || !waiting.isEmpty()) {
        Object first = waiting.poll(ROUND_MS, TimeUnit.MILLISECONDS);
        long nowNs = nanos.getAsLong();
        if (first == null) {
          silent(nowNs - heardNs);
        } else {
          heardNs = nowNs;
          changes.add(first);
          waiting.drainTo(changes, MAX_ROUND - 1);
          changes.forEach(this::take);
          changes.clear();
        }
        handOn();
      }
    } catch (InterruptedException e) {
      return; // closed while a store was away
    }
    forming.values().forEach(bar -> enter(Input.row(bar)));
    for (int i = 0; i < steps.size(); i++) {
      int next = i + 1;
      steps.get(i).end(row -> step(next, row));
    }
    handOn();
  }

  private void take(Object change) {
    switch (change) {
      case Trade trade -> enter(Input.row(trade));
      case Quote quote -> enter(Input.row(quote));
      case Bar bar -> formed(bar);
      default -> throw new IllegalStateException(change.toString());
    }
  }

  /** A bar is finished when the next one of its market begins. */
  private void formed(Bar bar) {
    Bar before = forming.get(bar.market().symbol());
    if (before == null || bar.timeNs() >= before.timeNs()) {
      forming.put(bar.market().symbol(), bar);
      if (before != null && bar.timeNs() > before.timeNs()) {
        enter(Input.row(before));
      }
    }
  }

  /** A bar that ended in silence is finished, too. */
  private void silent(long silentNs) {
    pipeline
        .input()
        .bars()
        .filter(length -> silentNs >= length.nanos())
        .ifPresent(
            length -> {
              List<Bar> finished = List.copyOf(forming.values());
              forming.clear();
              finished.forEach(bar -> enter(Input.row(bar)));
            });
    for (int i = 0; i < steps.size(); i++) {
      int next = i + 1;
      steps.get(i).silent(silentNs, row -> step(next, row));
    }
  }

  private void enter(Row row) {
    in.incrementAndGet();
    step(0, row);
  }

  private void step(int number, Row row) {
    try {
      if (number < steps.size()) {
        steps.get(number).take(row, next -> step(number + 1, next));
      } else {
        route(row);
      }
    } catch (RefusedRowException e) {
      refuse(1, e);
    }
  }

  /** Each output by itself, so that one that refuses keeps the row from none. */
  private void route(Row row) {
    for (Pipeline.Route route : pipeline.routes()) {
      try {
        if (route.when().isEmpty() || route.when().get().holds(row)) {
          route.output().put(row, round);
        }
      } catch (RefusedRowException e) {
        refuse(1, e);
      }
    }
  }

  private void refuse(long rows, RuntimeException why) {
    refused.addAndGet(rows);
    lastError = String.valueOf(why.getMessage());
  }

  private void handOn() {
    late = steps.stream().mapToLong(Step::late).sum();
    if (!round.isEmpty()) {
      round.hand();
    }
    round = new Round(epochNs.getAsLong());
  }

  /** What a round of rows has become. */
  private final class Round implements Output.Batch {
    private final long nowNs;
    private final List<Observation> observations = new ArrayList<>();
    private final List<MarketEvent> events = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private final Map<Path, List<Row>> files = new LinkedHashMap<>();

    Round(long nowNs) {
      this.nowNs = nowNs;
    }

    @Override
    public void add(Observation observation) {
      observations.add(observation);
    }

    @Override
    public void add(MarketEvent event) {
      events.add(event);
    }

    @Override
    public void add(Trade trade) {
      trades.add(trade);
    }

    @Override
    public void add(Path file, Row row) {
      files.computeIfAbsent(file, _ -> new ArrayList<>()).add(row);
    }

    @Override
    public long nowNs() {
      return nowNs;
    }

    boolean isEmpty() {
      return observations.isEmpty() && events.isEmpty() && trades.isEmpty() && files.isEmpty();
    }

    void hand() {
      if (!observations.isEmpty()) {
        hand(observations.size(), () -> sink.onObservations(observations));
      }
      events.forEach(event -> hand(1, () -> sink.onEvent(event)));
      trades.forEach(trade -> hand(1, () -> sink.onTrade(trade)));
      files.forEach((file, rows) -> hand(rows.size(), () -> sink.onRows(file, rows)));
    }

    private void hand(int rows, Runnable on) {
      try {
        on.run();
        out.addAndGet(rows);
      } catch (RuntimeException e) {
        refuse(rows, e);
      }
    }
  }

  /** On the markets' threads: a look-up, and a place in the queue. */
  private final class Ears implements MarketViews.Listener {
    private void offer(Symbol symbol, Object change) {
      if (wants(symbol) && !waiting.offer(change)) {
        dropped.incrementAndGet();
      }
    }

    private boolean wants(Symbol symbol) {
      Boolean known = heard.get(symbol);
      return known != null ? known : heard.computeIfAbsent(symbol, pipeline.input()::hears);
    }

    @Override
    public boolean hears(Symbol symbol) {
      return pipeline.input().kind() != Input.Kind.TRADES && wants(symbol);
    }

    @Override
    public List<Interval> intervals(Symbol symbol) {
      return pipeline.input().bars().map(List::of).orElse(List.of());
    }

    @Override
    public void onTrade(Trade trade) {
      if (pipeline.input().kind() == Input.Kind.TRADES) {
        offer(trade.market().symbol(), trade);
      }
    }

    @Override
    public void onQuote(Quote quote) {
      if (pipeline.input().kind() == Input.Kind.QUOTES) {
        offer(quote.market().symbol(), quote);
      }
    }

    @Override
    public void onBook(Symbol symbol) {}

    @Override
    public void onBar(Bar bar) {
      if (pipeline.input().bars().filter(bar.interval()::equals).isPresent()) {
        offer(bar.market().symbol(), bar);
      }
    }

    @Override
    public void onEvent(MarketEvent event) {}
  }

  /** Takes what has come through to the outputs, and stops. */
  @Override
  public void close() {
    subscription.close();
    closed = true;
    try {
      if (!thread.join(Duration.ofSeconds(5))) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
