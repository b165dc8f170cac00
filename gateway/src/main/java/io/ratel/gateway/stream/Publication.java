package io.ratel.gateway.stream;

import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.past.Past;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A topic with its numbering, its recent messages and its readers. Belongs to the hub's thread,
 * except for {@link #dirty}.
 */
final class Publication {
  /** So many messages can be missed and still recovered. */
  static final int HISTORY = 256;

  private static final long SNAPSHOT_FRESH_NS = 100_000_000L;

  final Topic topic;

  /** Set while a publication is due. */
  final AtomicBoolean dirty = new AtomicBoolean();

  boolean loaded;
  boolean closed;
  long lastSentNs;
  long unreadSinceNs;

  private final Hub hub;
  private final long epoch;

  /** All who want it, those who are not brought anything yet among them. */
  private final Set<Subscription> members = new LinkedHashSet<>();

  /** Those that are brought every message. */
  private final Set<Subscription> readers = new LinkedHashSet<>();

  private final Lane lane;
  private final Set<Handover> handovers = new LinkedHashSet<>();
  private final Deque<Message> history = new ArrayDeque<>();
  private List<Runnable> onceLoaded = new ArrayList<>(0);
  private List<Runnable> oncePublished = new ArrayList<>(0);
  private long offset;
  private @Nullable Message snapshot;
  private long snapshotNs;

  /**
   * @param epoch used nowhere else
   */
  Publication(Hub hub, Topic topic, long epoch) {
    this.hub = hub;
    this.topic = topic;
    this.epoch = epoch;
    this.lane = new Lane(hub, this);
    this.lastSentNs = hub.nowNs() - Hub.BATCH_NS;
  }

  long epoch() {
    return epoch;
  }

  void add(Subscription member) {
    members.add(member);
  }

  /** Brings a member what is published from now on. */
  void follow(Subscription member) {
    if (member.everyNs == 0) {
      readers.add(member);
    } else {
      lane.add(member);
    }
    caughtUp(member);
    if (!loaded) {
      member.toldNs -= member.everyNs; // its first value is due as soon as there is one
    }
  }

  /** A member has been brought all that was published. */
  void caughtUp(Subscription member) {
    member.told = offset;
    member.toldNs = hub.nowNs();
  }

  void remove(Subscription member) {
    members.remove(member);
    readers.remove(member);
    lane.remove(member);
  }

  boolean isUnread() {
    return members.isEmpty();
  }

  void add(Handover handover) {
    handovers.add(handover);
  }

  void remove(Handover handover) {
    handovers.remove(handover);
  }

  /** Numbers the whole state, and brings it to everyone. */
  void publishWhole() {
    broadcast(Message.snapshot(epoch, ++offset, topic.state()));
  }

  /** Numbers a change, and brings it to everyone. */
  void publish(Object change) {
    broadcast(Message.delta(epoch, ++offset, change));
  }

  private void broadcast(Message message) {
    history.addLast(message);
    if (history.size() > HISTORY) {
      history.removeFirst();
    }
    snapshot = null;
    lastSentNs = hub.nowNs();
    for (Subscription reader : readers) {
      hub.send(reader.receiver, reader.update(message));
    }
    lane.take(message);
    if (!handovers.isEmpty()) {
      List<Past.Item> items = Past.Item.all(topic.name().channel(), message.data());
      List.copyOf(handovers).forEach(handover -> handover.collect(message.snapshot(), items));
    }
  }

  /** The whole state, numbered as the last message. */
  Message snapshot() {
    long nowNs = hub.nowNs();
    if (snapshot == null || nowNs - snapshotNs > SNAPSHOT_FRESH_NS) {
      snapshot = Message.snapshot(epoch, offset, topic.state());
      snapshotNs = nowNs;
    }
    return snapshot;
  }

  /** Items that nothing which is published from now on tells. */
  Message history(List<Object> items) {
    return Message.history(epoch, offset, items);
  }

  /** What a reader missed since it left, or empty when not all of it is here any more. */
  Optional<List<Message>> since(ClientFrame.Point point) {
    if (!loaded || point.epoch() != epoch || point.offset() > offset || point.offset() < 1) {
      return Optional.empty();
    }
    List<Message> missed = new ArrayList<>();
    for (Message message : history) {
      if (message.offset() > point.offset()) {
        missed.add(message);
      }
    }
    return missed.size() == offset - point.offset() ? Optional.of(missed) : Optional.empty();
  }

  /** As {@link Lane#joined}. */
  List<Message> joined(List<Message> messages) {
    return lane.joined(messages);
  }

  /** Calls when the topic's state is here, which may be now. */
  void onceLoaded(Runnable task) {
    if (loaded) {
      task.run();
    } else {
      onceLoaded.add(task);
    }
  }

  /** Calls when all that the topic has been told of by now is published, which may be now. */
  void oncePublished(Runnable task) {
    if (loaded && !dirty.get()) {
      task.run();
    } else {
      oncePublished.add(task);
    }
  }

  /** The state is here and published. */
  void loaded() {
    List<Runnable> waiting = onceLoaded;
    onceLoaded = new ArrayList<>(0);
    waiting.forEach(Runnable::run);
  }

  /** What had come in is published. */
  void published() {
    List<Runnable> waiting = oncePublished;
    oncePublished = new ArrayList<>(0);
    waiting.forEach(Runnable::run);
  }
}
