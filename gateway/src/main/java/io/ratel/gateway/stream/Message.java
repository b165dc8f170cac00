package io.ratel.gateway.stream;

import org.jspecify.annotations.Nullable;

/**
 * One numbered change of a topic, or the whole of it, as JSON that is made once for everyone. Safe
 * for any thread.
 */
final class Message {
  /** What a socket is sent that has nothing else to hear. */
  private record Alone(String alias, String text) {}

  private final long offset;
  private final boolean snapshot;
  private final String tail;

  /** Of the last who asked: nearly all have the same name for a topic. A race makes it twice. */
  private volatile @Nullable Alone alone;

  private Message(long offset, boolean snapshot, String tail) {
    this.offset = offset;
    this.snapshot = snapshot;
    this.tail = tail;
  }

  static Message of(long epoch, long offset, boolean snapshot, String data) {
    String kind = snapshot ? "snapshot" : "delta";
    return new Message(
        offset,
        snapshot,
        ",\"epoch\":"
            + epoch
            + ",\"offset\":"
            + offset
            + ",\"kind\":\""
            + kind
            + "\",\"data\":"
            + data
            + "}");
  }

  long offset() {
    return offset;
  }

  /** Whether it is the whole. */
  boolean snapshot() {
    return snapshot;
  }

  /** Everything after the topic's name, which is the client's own word for it. */
  String tail() {
    return tail;
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
