package io.ratel.gateway.topic.account;

import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews;
import io.ratel.gateway.topic.Inbox;
import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something of an account, read once from the views and from then on followed by events. The
 * hand-over has no gap and nothing twice: the topic registers, then waits until the views have
 * every event that passed before it registered, notes how far they are, reads, and drops the events
 * up to there.
 */
abstract class AccountTopic extends Topic {
  private static final int MAX_WAITING = 10_000;
  private static final long WAIT_MS = 5_000;

  final long accountId;
  final TradingViews views;

  private final AccountChanges changes;
  private final Inbox<Projection.Entry> inbox = new Inbox<>(MAX_WAITING);
  private final Consumer<Projection.Entry> listener = this::take;
  private long floor;

  AccountTopic(TopicName name, Runnable onChange, TradingViews views, AccountChanges changes) {
    super(name, onChange);
    this.accountId = Long.parseLong(name.subject());
    this.views = views;
    this.changes = changes;
  }

  @Override
  public final void open() {
    changes.register(accountId, listener);
  }

  @Override
  public final Runnable load() {
    inbox.clear();
    long passed = changes.sequence();
    if (!views.await(passed, WAIT_MS)) {
      throw new IllegalStateException("the views have not reached event " + passed);
    }
    long sequence = views.sequence();
    Runnable install = read();
    return () -> {
      floor = sequence;
      install.run();
    };
  }

  private void take(Projection.Entry entry) {
    inbox.add(entry);
    changed();
  }

  /** Reads the state, which may already hold effects of later events. */
  abstract Runnable read();

  @Override
  public final Change change() {
    if (inbox.overflowed()) {
      return new Change.Lost();
    }
    List<Projection.Entry> events = inbox.drain();
    for (Projection.Entry entry : events) {
      if (entry.sequence() > floor && !apply(entry)) {
        return new Change.Lost();
      }
    }
    return collect();
  }

  /**
   * Takes one event into the state.
   *
   * @return false when it speaks of something unknown, so that the state must be read again
   */
  abstract boolean apply(Projection.Entry entry);

  /** What {@link #apply} has changed since the last call. */
  abstract Change collect();

  @Override
  public void close() {
    changes.unregister(accountId, listener);
  }
}
