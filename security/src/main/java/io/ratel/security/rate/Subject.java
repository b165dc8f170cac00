package io.ratel.security.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Whom something is counted against.
 *
 * @param id unique within its kind
 */
public record Subject(Kind kind, long id) {
  /** What the id is of; the words are those of messages and metrics. */
  public enum Kind {
    /** Everybody from one address together. */
    ADDRESS("all from one address"),
    /** Those from one address who did not sign in. */
    ANYONE("an address that did not sign in"),
    USER("a user"),
    KEY("an API key");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** Its name in metrics and stores. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** IPv4 goes where IPv6 has {@code 0:ffff::/32}, which nobody is given. */
  private static final long IPV4 = 0xffffL << 32;

  public static Subject user(long userId) {
    return new Subject(Kind.USER, userId);
  }

  public static Subject key(long keyId) {
    return new Subject(Kind.KEY, keyId);
  }

  public static Subject address(long network) {
    return new Subject(Kind.ADDRESS, network);
  }

  public static Subject anyone(long network) {
    return new Subject(Kind.ANYONE, network);
  }

  /**
   * An IPv4 address, or the first 64 bits of an IPv6 address: whoever has one such network has all
   * of its addresses. All of loopback is one.
   *
   * @param address in numbers
   * @throws IllegalArgumentException when it is not
   */
  public static long network(String address) {
    int zone = address.indexOf('%');
    InetAddress parsed = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
    if (parsed.isLoopbackAddress()) {
      return IPV4 | 0x7f000001L;
    }
    ByteBuffer bytes = ByteBuffer.wrap(parsed.getAddress());
    return parsed instanceof Inet6Address ? bytes.getLong() : IPV4 | (bytes.getInt() & 0xffffffffL);
  }
}
