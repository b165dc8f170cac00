package io.ratel.adapters.questdb;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CairoError;
import io.questdb.cairo.CairoException;
import io.questdb.griffin.SqlException;
import io.ratel.adapters.questdb.QuestSession.Argument;
import io.ratel.adapters.questdb.QuestSession.RowReader;
import io.ratel.marketdata.tick.TickStoreException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs queries for any thread on two threads of its own, each with its session. */
final class QuestReaders implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int MAX_WAITING = 1_000;
  private static final long CLOSE_SECONDS = 10;

  private final ArrayBlockingQueue<QuestSession> sessions = new ArrayBlockingQueue<>(THREADS);
  private final ThreadPoolExecutor executor;

  QuestReaders(CairoEngine engine) {
    for (int i = 0; i < THREADS; i++) {
      sessions.add(new QuestSession(engine));
    }
    executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("tick-reader-", 0).daemon().factory());
  }

  /**
   * @param rows makes the reader of this query's rows
   */
  <T> List<T> query(String sql, List<Argument> arguments, Supplier<RowReader<T>> rows) {
    try {
      Future<List<T>> answer = executor.submit(() -> run(sql, arguments, rows.get()));
      return answer.get();
    } catch (RejectedExecutionException e) {
      throw new TickStoreException("the store of ticks is closed, or too many queries wait", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof CairoException
          || cause instanceof CairoError
          || cause instanceof SqlException) {
        throw QuestTickStore.failed("read", cause);
      }
      throw new IllegalStateException("reading ticks failed", cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TickStoreException("interrupted while reading ticks", e);
    }
  }

  private <T> List<T> run(String sql, List<Argument> arguments, RowReader<T> reader)
      throws SqlException, InterruptedException {
    QuestSession session = sessions.take();
    try {
      return session.query(sql, arguments, reader);
    } finally {
      sessions.put(session);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sessions.forEach(QuestSession::close);
    sessions.clear();
  }
}
