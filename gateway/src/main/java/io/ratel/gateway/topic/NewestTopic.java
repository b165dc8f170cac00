package io.ratel.gateway.topic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The newest of what is told one by one, a market's trades or events or a user's alerts, newest
 * first; a delta has the new ones, oldest first.
 */
final class NewestTopic<K, T> extends Topic {
  private final K key;
  private final Map<K, Consumer<T>> listeners;
  private final Supplier<List<T>> newest;
  private final Function<T, String> id;
  private final Function<T, Object> wire;
  private final Inbox<T> inbox;
  private final Deque<T> recent = new ArrayDeque<>();

  /**
   * @param maxWaiting what may come in between two changes; beyond it all is read again
   * @param listeners where this topic puts its own for its key
   * @param newest reads at most {@link MarketTopics#NEWEST}, newest first; may block
   * @param id by which one that was read is known when it comes again
   * @param wire what a client is told of one
   */
  NewestTopic(
      TopicName name,
      Runnable onChange,
      int maxWaiting,
      K key,
      Map<K, Consumer<T>> listeners,
      Supplier<List<T>> newest,
      Function<T, String> id,
      Function<T, Object> wire) {
    super(name, onChange);
    this.key = key;
    this.inbox = new Inbox<>(maxWaiting);
    this.listeners = listeners;
    this.newest = newest;
    this.id = id;
    this.wire = wire;
  }

  @Override
  public void open() {
    listeners.put(
        key,
        item -> {
          inbox.add(item);
          changed();
        });
  }

  @Override
  public Runnable load() {
    inbox.clear();
    List<T> read = newest.get();
    return () -> {
      recent.clear();
      recent.addAll(read);
    };
  }

  @Override
  public Object state() {
    return recent.stream().map(wire).toList();
  }

  @Override
  public Change change() {
    if (inbox.overflowed()) {
      return new Change.Lost();
    }
    Set<String> known = new HashSet<>(); // what was read may come again from the inbox
    recent.forEach(item -> known.add(id.apply(item)));
    List<T> fresh = inbox.drain().stream().filter(item -> known.add(id.apply(item))).toList();
    if (fresh.isEmpty()) {
      return new Change.None();
    }
    fresh.forEach(recent::addFirst);
    while (recent.size() > MarketTopics.NEWEST) {
      recent.removeLast();
    }
    return new Change.Delta(fresh.stream().map(wire).toList());
  }

  @Override
  public void close() {
    listeners.remove(key);
  }
}
