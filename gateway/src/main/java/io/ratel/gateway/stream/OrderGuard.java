package io.ratel.gateway.stream;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.command.Command;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels the orders of sessions that want them gone when they end. While such a session lives the
 * exchange itself is armed to cancel after a while, and told again and again that it is too early:
 * so a node that is killed cancels too. Safe for any thread.
 */
final class OrderGuard implements AutoCloseable {
  static final long TIMEOUT_S = 30;
  private static final Logger LOG = LoggerFactory.getLogger(OrderGuard.class);
  private static final long RENEW_S = 10;
  private static final long CLOSE_S = 2;

  private final OrderEntry exchange;
  private final Map<Object, List<Long>> sessions = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("order-guard").factory());
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("order-guard-", 0).factory());

  OrderGuard(OrderEntry exchange) {
    this.exchange = exchange;
  }

  void start() {
    clock.scheduleWithFixedDelay(this::renew, RENEW_S, RENEW_S, TimeUnit.SECONDS);
  }

  /**
   * The orders of these accounts end with the session. May block.
   *
   * @throws io.ratel.exchange.ExchangeUnavailableException when it may not be so
   */
  void arm(Object session, List<Long> accounts) {
    for (long account : accounts) {
      after(account, TIMEOUT_S);
    }
    synchronized (sessions) {
      sessions.put(session, List.copyOf(accounts));
    }
  }

  /** The orders outlive the session after all. May block. */
  void disarm(Object session) {
    for (long account : leave(session).left()) {
      after(account, 0);
    }
  }

  /** The session has ended; returns at once. */
  void ended(Object session) {
    Accounts of = leave(session);
    of.all().forEach(account -> workers.execute(() -> cancel(account, of.left())));
  }

  /**
   * A session's accounts.
   *
   * @param left those that no other session guards
   */
  private record Accounts(List<Long> all, Set<Long> left) {}

  private Accounts leave(Object session) {
    synchronized (sessions) {
      List<Long> all = sessions.remove(session);
      if (all == null) {
        return new Accounts(List.of(), Set.of());
      }
      Set<Long> left = new HashSet<>(all);
      sessions.values().forEach(left::removeAll);
      return new Accounts(all, left);
    }
  }

  private void after(long account, long seconds) {
    exchange.submit(new Command.CancelAllAfter(account, TimeUnit.SECONDS.toNanos(seconds)));
  }

  /** What cannot be canceled now is canceled when the exchange's own time is over. */
  private void cancel(long account, Set<Long> left) {
    try {
      exchange.submit(new Command.CancelOrders(account, OptionalInt.empty(), Optional.empty()));
      if (left.contains(account)) {
        after(account, 0);
      }
    } catch (RuntimeException e) {
      LOG.atWarn()
          .setCause(e)
          .addKeyValue("accountId", account)
          .log("orders of a session that has ended are left to the exchange's own time");
    }
  }

  private Set<Long> guarded() {
    Set<Long> accounts = new HashSet<>();
    synchronized (sessions) {
      sessions.values().forEach(accounts::addAll);
    }
    return accounts;
  }

  private void renew() {
    for (long account : guarded()) {
      workers.execute(
          () -> {
            try {
              after(account, TIMEOUT_S);
            } catch (RuntimeException e) {
              LOG.atWarn().setCause(e).addKeyValue("accountId", account).log("not renewed");
            }
          });
    }
  }

  /** All sessions end. */
  @Override
  public void close() {
    clock.shutdownNow();
    List<Object> all;
    synchronized (sessions) {
      all = List.copyOf(sessions.keySet());
    }
    all.forEach(this::ended);
    workers.shutdown();
    try {
      if (!workers.awaitTermination(CLOSE_S, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
