package io.ratel.gateway.http;

import io.ratel.security.token.Networks;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Where a request comes from. {@code X-Forwarded-For} is believed only as far as it was written by
 * proxies that are trusted: read from its end, the first address that is no such proxy's is the
 * caller's, whatever stands before it.
 *
 * @param trustedProxies addresses and ranges, such as {@code 10.0.0.0/8}
 * @param unlimited addresses and ranges whose requests are not counted
 */
public record PeerAddress(List<String> trustedProxies, List<String> unlimited) {
  /** Nobody is trusted, everybody is counted. */
  public static final PeerAddress ITSELF = new PeerAddress(List.of(), List.of());

  private static final String HEADER = "X-Forwarded-For";
  private static final int MAX_HOPS = 32;

  /**
   * @throws IllegalArgumentException which names the range that is none
   */
  public PeerAddress {
    trustedProxies = ranges("trustedProxies", trustedProxies);
    unlimited = ranges("unlimited", unlimited);
  }

  private static List<String> ranges(String name, List<String> ranges) {
    for (String range : ranges) {
      try {
        Networks.contains(range, "127.0.0.1");
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            name + " must be IP addresses or ADDRESS/BITS, was '" + range + "'", e);
      }
    }
    return List.copyOf(ranges);
  }

  /** The address in numbers. */
  public String of(HttpServerRequest request) {
    String peer = request.remoteAddress().hostAddress();
    return trustedProxies.isEmpty()
        ? peer
        : of(peer, String.join(",", request.headers().getAll(HEADER)));
  }

  /**
   * @param forwarded what the header says, empty when it is not there
   */
  String of(String peer, String forwarded) {
    String[] hops = forwarded.split(",", -1);
    String caller = peer;
    for (int i = hops.length - 1; i >= Math.max(0, hops.length - MAX_HOPS); i--) {
      if (!isTrusted(caller)) {
        return caller;
      }
      String hop = bare(hops[i].strip());
      try {
        Networks.of(hop);
      } catch (IllegalArgumentException e) {
        return caller;
      }
      caller = hop;
    }
    return caller;
  }

  private boolean isTrusted(String address) {
    return trustedProxies.stream().anyMatch(range -> Networks.contains(range, address));
  }

  /** Without the port that some proxies add. */
  private static String bare(String hop) {
    if (hop.startsWith("[") && hop.indexOf(']') > 0) {
      return hop.substring(1, hop.indexOf(']'));
    }
    int colon = hop.indexOf(':');
    return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }
}
