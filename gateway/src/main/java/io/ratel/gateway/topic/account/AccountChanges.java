package io.ratel.gateway.topic.account;

import io.ratel.exchange.EventLog;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.Projection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Takes the exchange's events to the topics of the accounts they touch. One thread feeds it, from
 * any place in the log but without gaps; an event of an account nobody watches costs one look-up.
 */
public final class AccountChanges implements EventLog.EventHandler {
  private final Map<Long, Set<Consumer<Projection.Entry>>> topics = new ConcurrentHashMap<>();
  private final LongConsumer onListed;
  private volatile long sequence;

  /**
   * @param onListed told that an instrument was listed, by the event's number; returns at once
   */
  public AccountChanges(LongConsumer onListed) {
    this.onListed = onListed;
  }

  /**
   * The last event that was handed over, or is being handed over. It moves before the topics are
   * looked up: one that registers and then reads it has either been given the event or knows of it.
   */
  long sequence() {
    return sequence;
  }

  void register(long accountId, Consumer<Projection.Entry> topic) {
    topics.computeIfAbsent(accountId, id -> ConcurrentHashMap.newKeySet()).add(topic);
  }

  void unregister(long accountId, Consumer<Projection.Entry> topic) {
    topics.computeIfPresent(
        accountId,
        (id, registered) -> {
          registered.remove(topic);
          return registered.isEmpty() ? null : registered;
        });
  }

  @Override
  public void onEvent(long eventSequence, long timestampNs, Event event) {
    sequence = eventSequence;
    switch (event) {
      case Event.OrderAccepted e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.OrderReplaced e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.OrderCanceled e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.OrderConditioned e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.OrderTriggered e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.TriggerMoved e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.OrderArmed e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.PositionChanged e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.BalanceChanged e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.MarginCalled e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.Liquidated e -> offer(e.accountId(), eventSequence, timestampNs, event);
      case Event.Moved e -> {
        offer(e.fromAccountId(), eventSequence, timestampNs, event);
        offer(e.toAccountId(), eventSequence, timestampNs, event);
      }
      case Event.Traded e -> {
        offer(e.makerAccountId(), eventSequence, timestampNs, event);
        if (e.takerAccountId() != e.makerAccountId()) {
          offer(e.takerAccountId(), eventSequence, timestampNs, event);
        }
      }
      case Event.InstrumentListed e -> onListed.accept(eventSequence);
      case Event.CorporateActionApplied e -> onListed.accept(eventSequence); // perhaps a new name
      default -> {}
    }
  }

  private void offer(long accountId, long eventSequence, long timestampNs, Event event) {
    Set<Consumer<Projection.Entry>> registered = topics.get(accountId);
    if (registered != null) {
      Projection.Entry entry = new Projection.Entry(eventSequence, timestampNs, event);
      registered.forEach(topic -> topic.accept(entry));
    }
  }
}
