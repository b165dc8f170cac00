package io.ratel.marketdata.tick;

import io.ratel.marketdata.book.Gap;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What was put before the store and is not in it yet, in order. A row leaves only when it has been
 * stored, so that a reader of these and then of the store misses none. Bounded: whoever puts waits
 * while it is full. Any thread puts and reads, one takes batches.
 */
final class WaitingRows {
  sealed interface Row {}

  record TradeRow(Trade trade) implements Row {}

  record BarRow(Bar bar) implements Row {}

  record GapRow(Gap gap) implements Row {}

  record QuoteRow(Quote quote) implements Row {}

  record BookRow(BookSnapshot book) implements Row {}

  /** Told when everything before it is stored; makes a batch go out at once. */
  record Mark(CountDownLatch stored) implements Row {}

  private final int batchRows;
  private final long batchNs;
  private final int capacity;
  private final ArrayDeque<Row> rows = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private final Condition space = lock.newCondition();
  private int marks;
  private boolean closed;

  /**
   * @param batches it holds at most
   */
  WaitingRows(ColdBatch cold, int batches) {
    this.batchRows = cold.rows();
    this.batchNs = cold.every().toNanos();
    this.capacity = batches * batchRows;
  }

  /**
   * Waits while it is full.
   *
   * @throws IllegalStateException when it is closed, or the caller is interrupted
   */
  void put(Row row) {
    try {
      lock.lockInterruptibly();
      try {
        while (rows.size() >= capacity && !closed) {
          space.await();
        }
        if (closed) {
          throw new IllegalStateException("the writer of ticks is closed");
        }
        rows.add(row);
        if (row instanceof Mark) {
          marks++;
        }
        if (rows.size() == batchRows || marks > 0) {
          ready.signal();
        }
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the store of ticks was behind", e);
    }
  }

  /** Takes a row unless it is full or closed. */
  boolean offer(Row row) {
    lock.lock();
    try {
      if (closed || rows.size() >= capacity) {
        return false;
      }
      rows.add(row);
      if (rows.size() == batchRows) {
        ready.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a batch is full, its time is over, it is asked for, or this is closed.
   *
   * @return the oldest rows, which stay until they are {@linkplain #remove removed}; may be empty
   */
  List<Row> batch() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long leftNs = batchNs;
      while (rows.size() < batchRows && marks == 0 && !closed && leftNs > 0) {
        leftNs = ready.awaitNanos(leftNs);
      }
      List<Row> batch = new ArrayList<>(Math.min(batchRows, rows.size()));
      Iterator<Row> oldest = rows.iterator();
      while (batch.size() < batchRows && oldest.hasNext()) {
        batch.add(oldest.next());
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Drops so many of the oldest, which are stored or given up. */
  void remove(int count) {
    lock.lock();
    try {
      for (int i = 0; i < count; i++) {
        if (rows.remove() instanceof Mark) {
          marks--;
        }
      }
      space.signalAll();
    } finally {
      lock.unlock();
    }
  }

  List<Trade> trades(Symbol symbol) {
    return all(
        row ->
            row instanceof TradeRow(Trade trade) && trade.market().symbol().equals(symbol)
                ? Optional.of(trade)
                : Optional.empty());
  }

  List<Quote> quotes(Symbol symbol) {
    return all(
        row ->
            row instanceof QuoteRow(Quote quote) && quote.market().symbol().equals(symbol)
                ? Optional.of(quote)
                : Optional.empty());
  }

  List<BookSnapshot> books(Symbol symbol) {
    return all(
        row ->
            row instanceof BookRow(BookSnapshot book) && book.market().symbol().equals(symbol)
                ? Optional.of(book)
                : Optional.empty());
  }

  private <T> List<T> all(Function<Row, Optional<T>> which) {
    lock.lock();
    try {
      List<T> found = new ArrayList<>();
      for (Row row : rows) {
        which.apply(row).ifPresent(found::add);
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return rows.size();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; the rest goes out at once. */
  void close() {
    lock.lock();
    try {
      closed = true;
      ready.signal();
      space.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
