package io.ratel.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.operation.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One numbered change of a topic, the whole of it, or something of its past, as JSON that is made
 * once for everyone. Safe for any thread.
 */
final class Message {
  enum Kind {
    SNAPSHOT,
    DELTA,
    HISTORY
  }

  /** What a socket is sent that has nothing else to hear. */
  private record Alone(String alias, String text) {}

  private final long after;
  private final long offset;
  private final Kind kind;
  private final String tail;
  private final int dataAt;

  /** Of the last who asked: nearly all have the same name for a topic. A race makes it twice. */
  private volatile @Nullable Alone alone;

  private Message(long epoch, long after, long offset, Kind kind, String data) {
    this.after = after;
    this.offset = offset;
    this.kind = kind;
    boolean joined = kind == Kind.DELTA && after != offset - 1;
    String head =
        ",\"epoch\":"
            + epoch
            + (joined ? ",\"after\":" + after : "")
            + (kind == Kind.HISTORY ? ",\"until\":" + after : "")
            + ",\"offset\":"
            + offset
            + ",\"kind\":\""
            + kind.name().toLowerCase(Locale.ROOT)
            + "\",\"data\":";
    this.dataAt = head.length();
    this.tail = head + data + "}";
  }

  /** The state after so many messages. */
  static Message snapshot(long epoch, long offset, Object state) {
    return new Message(epoch, offset - 1, offset, Kind.SNAPSHOT, Json.text(state));
  }

  static Message delta(long epoch, long offset, Object change) {
    return joined(epoch, offset - 1, offset, change);
  }

  /** The changes after one message up to another as one. */
  static Message joined(long epoch, long after, long offset, Object change) {
    return new Message(epoch, after, offset, Kind.DELTA, Json.text(change));
  }

  /**
   * Items from before the topic's snapshot; it has no number to go on from.
   *
   * @param until no later message of the topic tells any of them
   */
  static Message history(long epoch, long until, List<Object> items) {
    return new Message(epoch, until, 0, Kind.HISTORY, Json.text(items));
  }

  /** The number of the message that must have been taken before this one. */
  long after() {
    return after;
  }

  long offset() {
    return offset;
  }

  /** Whether it is the whole. */
  boolean snapshot() {
    return kind == Kind.SNAPSHOT;
  }

  /** Everything after the topic's name, which is the client's own word for it. */
  String tail() {
    return tail;
  }

  /** What it says of the topic. */
  JsonNode data() {
    return Json.read(tail.substring(dataAt, tail.length() - 1));
  }

  /** The frame of a batch that has this alone. */
  String alone(String alias) {
    Alone known = alone;
    if (known == null || !known.alias().equals(alias)) {
      known = new Alone(alias, "{\"batch\":[{\"topic\":\"" + alias + "\"" + tail + "]}");
      alone = known;
    }
    return known.text();
  }
}
