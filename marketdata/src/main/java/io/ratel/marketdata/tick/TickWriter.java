package io.ratel.marketdata.tick;

import io.ratel.marketdata.book.Gap;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The one writer before the store, on a thread of its own. A batch goes out when it is full or old
 * enough, as {@link ColdBatch} says. When the store is behind, whoever puts waits; when it fails,
 * the batch is tried again until it is stored or the writer is closed. Safe for any thread.
 */
public final class TickWriter implements AutoCloseable {
  private static final int MAX_QUEUED_BATCHES = 4;
  private static final long TIDY_NS = 60_000_000_000L;
  private static final long RETRY_MIN_MS = 250;
  private static final long RETRY_MAX_MS = 8_000;
  private static final long CLOSE_MS = 10_000;

  /**
   * How the writer is doing.
   *
   * @param queued rows that wait
   * @param stored rows since the start, bars made from trades not counted
   * @param lost rows given up at the close, because the store failed
   * @param failures of the store since the start
   * @param failing why the store fails now, empty when it does not
   */
  public record Status(int queued, long stored, long lost, long failures, String failing) {}

  private final TickStore store;
  private final BarSettler settler;
  private final Consumer<List<Bar>> settled;
  private final WaitingRows waiting;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private volatile String failing = "";
  private final Thread thread;

  private TickWriter(TickStore store, ColdBatch cold, Consumer<List<Bar>> settled) {
    this.store = store;
    this.waiting = new WaitingRows(cold, MAX_QUEUED_BATCHES);
    this.settler = new BarSettler(store);
    this.settled = settled;
    this.thread = Thread.ofPlatform().name("tick-writer").daemon().unstarted(this::run);
  }

  /**
   * Completes the bars that a crash may have left behind their trades, then starts to write.
   *
   * @param settled is given the bars that each batch made, on the writer's thread
   */
  public static TickWriter start(TickStore store, ColdBatch cold, Consumer<List<Bar>> settled) {
    TickWriter writer = new TickWriter(store, cold, settled);
    writer.settler.repair();
    writer.thread.start();
    return writer;
  }

  /**
   * Waits while the store is behind.
   *
   * @throws IllegalStateException when the writer is closed, or the caller is interrupted
   */
  public void put(Trade trade) {
    waiting.put(new WaitingRows.TradeRow(trade));
  }

  /** As {@link #put(Trade)}. */
  public void put(Gap gap) {
    waiting.put(new WaitingRows.GapRow(gap));
  }

  /** As {@link #put(Trade)}, for a bar that comes with no trades. */
  public void put(Bar bar) {
    waiting.put(new WaitingRows.BarRow(bar));
  }

  /** Takes a quote unless the store is behind; whoever keeps quotes must not wait. */
  public boolean offer(Quote quote) {
    return waiting.offer(new WaitingRows.QuoteRow(quote));
  }

  /** As {@link #offer(Quote)}. */
  public boolean offer(BookSnapshot book) {
    return waiting.offer(new WaitingRows.BookRow(book));
  }

  /** As {@link #waiting}, of quotes. */
  public List<Quote> waitingQuotes(Symbol symbol) {
    return waiting.quotes(symbol);
  }

  /** As {@link #waiting}, of books. */
  public List<BookSnapshot> waitingBooks(Symbol symbol) {
    return waiting.books(symbol);
  }

  /**
   * The trades of a symbol that are not stored yet, as they came. Whoever reads them before the
   * store sees every trade that was put: what is stored meanwhile is in both.
   */
  public List<Trade> waiting(Symbol symbol) {
    return waiting.trades(symbol);
  }

  /**
   * Waits until all that was put before is stored.
   *
   * @return false when it took longer, or the writer was closed
   */
  public boolean flush(Duration timeout) {
    CountDownLatch done = new CountDownLatch(1);
    try {
      waiting.put(new WaitingRows.Mark(done));
      return done.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IllegalStateException e) {
      return false; // closed, or interrupted while it was full
    }
  }

  public Status status() {
    return new Status(waiting.size(), stored.get(), lost.get(), failures.get(), failing);
  }

  /** Stores what was put, and stops; what a failing store does not take is given up. */
  @Override
  public void close() {
    closing.countDown();
    waiting.close();
    try {
      if (!thread.join(Duration.ofMillis(CLOSE_MS))) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void run() {
    long tidiedNs = System.nanoTime();
    try {
      while (isOpen() || waiting.size() > 0) {
        List<WaitingRows.Row> batch = waiting.batch();
        write(batch);
        waiting.remove(batch.size());
        if (System.nanoTime() - tidiedNs >= TIDY_NS) {
          tidiedNs = System.nanoTime();
          tidy();
        }
      }
    } catch (InterruptedException e) {
      lost.addAndGet(waiting.size());
    }
  }

  /** What one batch stores. */
  private record Rows(
      List<Trade> trades,
      List<Bar> bars,
      List<Gap> gaps,
      List<Quote> quotes,
      List<BookSnapshot> books) {
    Rows() {
      this(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    int count() {
      return trades.size() + bars.size() + gaps.size() + quotes.size() + books.size();
    }
  }

  private void write(List<WaitingRows.Row> batch) throws InterruptedException {
    Rows rows = new Rows();
    List<WaitingRows.Mark> marks = new ArrayList<>();
    for (WaitingRows.Row row : batch) {
      switch (row) {
        case WaitingRows.TradeRow(Trade trade) -> rows.trades().add(trade);
        case WaitingRows.BarRow(Bar bar) -> rows.bars().add(bar);
        case WaitingRows.GapRow(Gap gap) -> rows.gaps().add(gap);
        case WaitingRows.QuoteRow(Quote quote) -> rows.quotes().add(quote);
        case WaitingRows.BookRow(BookSnapshot book) -> rows.books().add(book);
        case WaitingRows.Mark mark -> marks.add(mark);
      }
    }
    if (rows.count() == 0 || tryUntilStored(rows)) {
      marks.forEach(mark -> mark.stored().countDown());
    }
  }

  private boolean tryUntilStored(Rows rows) throws InterruptedException {
    long waitMs = RETRY_MIN_MS;
    while (true) {
      try {
        if (!rows.gaps().isEmpty()) {
          store.appendGaps(rows.gaps());
        }
        if (!rows.quotes().isEmpty()) {
          store.appendQuotes(rows.quotes());
        }
        if (!rows.books().isEmpty()) {
          store.appendBooks(rows.books());
        }
        if (!rows.bars().isEmpty()) {
          store.appendBars(rows.bars());
        }
        List<Bar> made = settler.append(rows.trades());
        stored.addAndGet(rows.count());
        failing = "";
        settled.accept(made);
        return true;
      } catch (TickStoreException e) {
        failures.incrementAndGet();
        failing = String.valueOf(e.getMessage());
      }
      if (closing.await(waitMs, TimeUnit.MILLISECONDS)) {
        lost.addAndGet(rows.count());
        return false;
      }
      waitMs = Math.min(waitMs * 2, RETRY_MAX_MS);
    }
  }

  private void tidy() {
    try {
      store.tidy();
    } catch (TickStoreException e) {
      failures.incrementAndGet();
      failing = String.valueOf(e.getMessage());
    }
  }
}
