package io.ratel.gateway.stream;

/**
 * One numbered change of a topic, or the whole of it, as JSON that is made once for everyone.
 *
 * @param tail everything after the topic's name, which is the client's own word for it
 */
record Message(long offset, boolean snapshot, String tail) {
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
}
