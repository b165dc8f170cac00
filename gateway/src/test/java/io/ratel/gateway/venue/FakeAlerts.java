package io.ratel.gateway.venue;

import io.ratel.marketdata.alert.Alert;
import io.ratel.marketdata.alert.AlertStore;
import io.ratel.marketdata.alert.Firing;
import io.ratel.marketdata.rule.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Alerts in memory; what fires is told at once. */
public final class FakeAlerts implements AlertStore {
  private final TreeMap<Long, Alert> alerts = new TreeMap<>();
  private final List<Firing> firings = new ArrayList<>();
  private Consumer<Firing> news = firing -> {};
  private long next;

  synchronized void tell(Consumer<Firing> topic) {
    news = topic;
  }

  @Override
  public synchronized Optional<Alert> create(Alert alert, int most) {
    if (of(alert.userId()).size() >= most) {
      return Optional.empty();
    }
    Alert made = alert.numbered(++next);
    alerts.put(made.id(), made);
    return Optional.of(made);
  }

  @Override
  public synchronized List<Alert> of(long userId) {
    return alerts.descendingMap().values().stream()
        .filter(alert -> alert.userId() == userId)
        .toList();
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
    return find(userId, id).isPresent() && alerts.remove(id) != null;
  }

  @Override
  public synchronized List<Alert> active(int most) {
    return alerts.values().stream().filter(a -> a.state() == Alert.State.ACTIVE).toList();
  }

  @Override
  public synchronized Optional<Firing> fire(Alert alert, Firing of) {
    Alert kept = alerts.get(alert.id());
    if (kept == null || kept.state() != Alert.State.ACTIVE) {
      return Optional.empty();
    }
    boolean once = kept.rule().repeat() == Repeat.ONCE;
    alerts.put(
        kept.id(),
        new Alert(
            kept.id(),
            kept.userId(),
            kept.name(),
            kept.symbol(),
            kept.rule(),
            once ? Alert.State.ENDED : Alert.State.ACTIVE,
            kept.createdNs(),
            OptionalLong.of(of.timeNs())));
    Firing firing =
        new Firing(
            firings.size() + 1,
            of.alertId(),
            of.userId(),
            of.name(),
            of.symbol(),
            of.words(),
            of.value(),
            of.timeNs());
    firings.add(firing);
    news.accept(firing);
    return Optional.of(firing);
  }

  @Override
  public synchronized List<Firing> firings(long userId, long alertId, long before, int limit) {
    return firings.reversed().stream()
        .filter(f -> f.userId() == userId && f.alertId() == alertId && f.id() < before)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Firing> newest(long userId, int limit) {
    return firings.reversed().stream().filter(f -> f.userId() == userId).limit(limit).toList();
  }

  @Override
  public synchronized List<Firing> after(long id, int limit) {
    return firings.stream().filter(f -> f.id() > id).limit(limit).toList();
  }

  @Override
  public synchronized long lastId() {
    return firings.size();
  }
}
