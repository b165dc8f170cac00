package io.ratel.gateway.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The bounds of the doors.
 *
 * @param maxConnections HTTP connections, sockets not counted; more are closed at once
 * @param maxInFlight requests being worked on; more get 503
 * @param maxBodyBytes of a request; larger gets 413
 * @param maxHeaderBytes of all headers of a request; larger gets 431
 * @param requestTimeoutMs from the request's first byte to its answer
 * @param idleTimeoutMs without a byte either way, before a connection is closed
 * @param maxSockets open WebSockets; more get 503 before the upgrade
 * @param maxTopics of one socket
 * @param maxFrameBytes of a client's frame; larger closes the socket with 1009
 * @param stuckMs how long a socket may refuse what is sent before it is closed with 1013
 * @param pingMs between two pings of a socket
 * @param topicGraceMs how long a topic nobody reads is kept, so that a client that returns recovers
 */
public record Limits(
    int maxConnections,
    int maxInFlight,
    int maxBodyBytes,
    int maxHeaderBytes,
    int requestTimeoutMs,
    int idleTimeoutMs,
    int maxSockets,
    int maxTopics,
    int maxFrameBytes,
    int stuckMs,
    int pingMs,
    int topicGraceMs) {
  /** What a laptop and most nodes use. */
  public static final Limits STANDARD =
      new Limits(
          25_000, 4_096, 1 << 20, 16 << 10, 30_000, 75_000, 20_000, 200, 64 << 10, 5_000, 30_000,
          60_000);

  public Limits {
    List<String> faults = new ArrayList<>();
    check(faults, "maxConnections", maxConnections, 1, 1_000_000);
    check(faults, "maxInFlight", maxInFlight, 1, 1_000_000);
    check(faults, "maxBodyBytes", maxBodyBytes, 1_024, 64 << 20);
    check(faults, "maxHeaderBytes", maxHeaderBytes, 1_024, 1 << 20);
    check(faults, "requestTimeoutMs", requestTimeoutMs, 100, 600_000);
    check(faults, "idleTimeoutMs", idleTimeoutMs, 100, 3_600_000);
    check(faults, "maxSockets", maxSockets, 0, 1_000_000);
    check(faults, "maxTopics", maxTopics, 1, 10_000);
    check(faults, "maxFrameBytes", maxFrameBytes, 125, 1 << 20);
    check(faults, "stuckMs", stuckMs, 10, 600_000);
    check(faults, "pingMs", pingMs, 10, 3_600_000);
    check(faults, "topicGraceMs", topicGraceMs, 0, 3_600_000);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  private static void check(List<String> faults, String name, int value, int min, int max) {
    if (value < min || value > max) {
      faults.add(name + " must be " + min + " to " + max + ", was " + value);
    }
  }
}
