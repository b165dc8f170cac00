package io.ratel.marketdata.alert;

import io.ratel.marketdata.rule.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A store in memory, which a test can make fail. */
final class MemoryAlerts implements AlertStore {
  final BlockingQueue<Firing> fired = new LinkedBlockingQueue<>();
  volatile int failuresToCome;

  private final TreeMap<Long, Alert> alerts = new TreeMap<>();
  private final List<Firing> firings = new ArrayList<>();
  private long nextId = 1;

  @Override
  public synchronized Optional<Alert> create(Alert alert, int most) {
    Alert made = alert.numbered(nextId++);
    alerts.put(made.id(), made);
    return Optional.of(made);
  }

  @Override
  public synchronized List<Alert> of(long userId) {
    return alerts.values().stream().filter(alert -> alert.userId() == userId).toList();
  }

  @Override
  public synchronized Optional<Alert> find(long userId, long id) {
    return Optional.ofNullable(alerts.get(id)).filter(alert -> alert.userId() == userId);
  }

  @Override
  public synchronized boolean replace(Alert alert) {
    return alerts.replace(alert.id(), alert) != null;
  }

  @Override
  public synchronized boolean delete(long userId, long id) {
    return alerts.remove(id) != null;
  }

  @Override
  public synchronized List<Alert> active(int most) {
    return alerts.values().stream().filter(a -> a.state() == Alert.State.ACTIVE).toList();
  }

  @Override
  public synchronized Optional<Firing> fire(Alert alert, Firing firing) {
    if (failuresToCome > 0) {
      failuresToCome--;
      throw new IllegalStateException("the database is away");
    }
    Alert kept = alerts.get(alert.id());
    if (kept == null || kept.state() != Alert.State.ACTIVE) {
      return Optional.empty();
    }
    Alert.State state =
        kept.rule().repeat() == Repeat.ONCE ? Alert.State.ENDED : Alert.State.ACTIVE;
    alerts.put(
        kept.id(),
        new Alert(
            kept.id(),
            kept.userId(),
            kept.name(),
            kept.symbol(),
            kept.rule(),
            state,
            kept.createdNs(),
            OptionalLong.of(firing.timeNs())));
    firings.add(firing);
    fired.add(firing);
    return Optional.of(firing);
  }

  @Override
  public List<Firing> firings(long userId, long alertId, long before, int limit) {
    return List.of();
  }

  @Override
  public List<Firing> newest(long userId, int limit) {
    return List.of();
  }

  @Override
  public List<Firing> after(long id, int limit) {
    return List.of();
  }

  @Override
  public long lastId() {
    return 0;
  }
}
