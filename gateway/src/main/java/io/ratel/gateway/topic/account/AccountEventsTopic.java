package io.ratel.gateway.topic.account;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.AccountEvent;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.wire.Times;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.order.OrderOrigin;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an account's positions lived through, newest first; a delta has the new ones, oldest first.
 */
public final class AccountEventsTopic extends AccountTopic {
  private static final int NEWEST = 50;

  private final AccountViews accounts;
  private final Catalog catalog;
  private final Deque<AccountEvent> recent = new ArrayDeque<>();
  private final List<AccountEvent> fresh = new ArrayList<>();

  /** Orders whose next event tells whether the machine made them to close a position. */
  private final Map<Long, OrderView> accepted = new HashMap<>();

  public AccountEventsTopic(
      TopicName name,
      Runnable onChange,
      TradingViews views,
      AccountViews accounts,
      AccountChanges changes,
      Catalog catalog) {
    super(name, onChange, views, changes);
    this.accounts = accounts;
    this.catalog = catalog;
  }

  @Override
  Runnable read() {
    catalog.instruments();
    List<AccountEvent> newest =
        accounts.events(accountId, Instant.EPOCH, Optional.empty(), NEWEST).items();
    return () -> {
      recent.clear();
      fresh.clear();
      accepted.clear();
      recent.addAll(newest);
    };
  }

  @Override
  public Object state() {
    return recent.stream().map(catalog::wire).toList();
  }

  @Override
  boolean apply(Projection.Entry entry) {
    long at = entry.sequence();
    switch (entry.event()) {
      case Event.OrderAccepted e -> {
        Optional<Instrument> of = catalog.seenInstrument(e.instrumentId());
        if (of.isEmpty()) {
          return false;
        }
        accepted.clear();
        accepted.put(
            e.orderId(), OrderView.of(e, of.get(), at, Times.instant(entry.timestampNs())));
      }
      case Event.OrderConditioned e -> {
        OrderView order = accepted.remove(e.orderId());
        boolean ours = e.accountId() == accountId && e.origin() != OrderOrigin.CLIENT;
        if (order != null && ours) {
          AccountEvent.of(order.conditioned(e, at, order.createdAt()), at, entry.timestampNs())
              .ifPresent(this::add);
        }
      }
      default ->
          AccountEvent.of(entry.event(), at, entry.timestampNs()).stream()
              .filter(e -> e.accountId() == accountId)
              .forEach(this::add);
    }
    return true;
  }

  /** Tables that were read later than the event have it already. */
  private void add(AccountEvent e) {
    if (recent.isEmpty() || recent.getFirst().sequence() < e.sequence()) {
      recent.addFirst(e);
      fresh.add(e);
      if (recent.size() > NEWEST) {
        recent.removeLast();
      }
    }
  }

  @Override
  Change collect() {
    if (fresh.isEmpty()) {
      return new Change.None();
    }
    List<Object> told = new ArrayList<>(fresh.stream().map(catalog::wire).toList());
    fresh.clear();
    return new Change.Delta(told);
  }
}
