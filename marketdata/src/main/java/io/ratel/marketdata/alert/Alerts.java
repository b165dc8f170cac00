package io.ratel.marketdata.alert;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Keeps the engine on the alerts of the store, and stores what fires. An alert that changed is
 * handed over by whoever changed it.
 */
public final class Alerts implements AutoCloseable {
  /** Of the whole platform; each is a few kilobytes. */
  private static final int MAX_WATCHED = 100_000;

  private static final int MAX_UNSTORED = 10_000;
  private static final long RETRY_NS = 1_000_000_000L;

  private record Fired(Alert alert, Firing firing) {}

  private final AlertStore store;
  private final AlertEngine engine;
  private final Consumer<RuntimeException> onFault;
  private final BlockingQueue<Fired> unstored = new LinkedBlockingQueue<>(MAX_UNSTORED);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Watches what the store has, from now on.
   *
   * @param onFault told what went wrong; alerts go on
   * @param nanos a clock that only goes forward, for how long a market is silent
   */
  public Alerts(
      AlertStore store,
      MarketViews markets,
      IndicatorCatalog catalog,
      Consumer<RuntimeException> onFault,
      LongSupplier nanos) {
    this.store = store;
    this.onFault = onFault;
    this.engine = new AlertEngine(markets, catalog, this::fired, onFault, nanos);
    this.thread = Thread.ofVirtual().name("alerts-store").start(this::run);
    store.active(MAX_WATCHED).forEach(engine::watch);
  }

  /** An alert is new or was changed; one that is on is watched when this returns. */
  public void changed(Alert alert) {
    if (isOn(alert)) {
      engine.watchNow(alert);
    } else {
      engine.forget(alert.id());
    }
  }

  /** An alert is gone. */
  public void deleted(long alertId) {
    engine.forget(alertId);
  }

  /** How many are watched by now. */
  public int watching() {
    return engine.watching();
  }

  /** Changes of watched markets that were dropped because alerts were behind. */
  public long dropped() {
    return engine.dropped();
  }

  private static boolean isOn(Alert alert) {
    return alert.state() == Alert.State.ACTIVE;
  }

  private void fired(Alert alert, Firing firing) {
    if (!unstored.offer(new Fired(alert, firing))) {
      onFault.accept(
          new IllegalStateException("alert " + alert.id() + " fired and there is no room for it"));
    }
  }

  private void run() {
    while (!closed) {
      try {
        keep(unstored.take());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Again and again while the store is away; what fired meanwhile waits. */
  private void keep(Fired fired) throws InterruptedException {
    for (int attempt = 0; !closed; attempt++) {
      try {
        Alert alert = fired.alert();
        store.fire(alert, fired.firing());
        if (store.find(alert.userId(), alert.id()).filter(Alerts::isOn).isEmpty()) {
          engine.forget(alert.id()); // it was to fire once, or its user is gone
        }
        return;
      } catch (RuntimeException e) {
        if (attempt == 0) {
          onFault.accept(e);
        }
        LockSupport.parkNanos(RETRY_NS);
        if (Thread.interrupted()) {
          throw new InterruptedException("alerts are closing");
        }
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    engine.close();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
