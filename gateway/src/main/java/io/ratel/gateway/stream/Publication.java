package io.ratel.gateway.stream;

import io.ratel.gateway.operation.Json;
import io.ratel.gateway.topic.Topic;
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
  /** Who reads, and under which name. */
  record Reader(Receiver receiver, String alias) {}

  /** So many messages can be missed and still recovered. */
  static final int HISTORY = 256;

  private static final long SNAPSHOT_FRESH_NS = 100_000_000L;

  final Topic topic;
  final Set<Reader> readers = new LinkedHashSet<>();

  /** Set while a publication is due. */
  final AtomicBoolean dirty = new AtomicBoolean();

  boolean loaded;
  boolean closed;
  long lastSentNs;
  long unreadSinceNs;

  private final long epoch;
  private final Deque<Message> history = new ArrayDeque<>();
  private long offset;
  private @Nullable Message snapshot;
  private long snapshotNs;

  /**
   * @param epoch used nowhere else
   */
  Publication(Topic topic, long epoch, long lastSentNs) {
    this.topic = topic;
    this.epoch = epoch;
    this.lastSentNs = lastSentNs;
  }

  /** The next numbered message. */
  Message next(boolean whole, Object data) {
    Message message = Message.of(epoch, ++offset, whole, Json.text(data));
    history.addLast(message);
    if (history.size() > HISTORY) {
      history.removeFirst();
    }
    snapshot = null;
    return message;
  }

  /** The whole state, numbered as the last message. */
  Message snapshot(long nowNs) {
    if (snapshot == null || nowNs - snapshotNs > SNAPSHOT_FRESH_NS) {
      snapshot = Message.of(epoch, offset, true, Json.text(topic.state()));
      snapshotNs = nowNs;
    }
    return snapshot;
  }

  /** What a reader missed since it left, or empty when not all of it is here any more. */
  Optional<List<Message>> since(ClientFrame.Point point) {
    if (!loaded || point.epoch() != epoch || point.offset() > offset || point.offset() < 0) {
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
}
