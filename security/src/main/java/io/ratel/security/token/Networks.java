package io.ratel.security.token;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Names for where a peer is: an IPv4 address, the first 64 bits of an IPv6 address, loopback. */
public final class Networks {
  private static final int PREFIX_BYTES = 8;

  private Networks() {}

  /**
   * @param address in numbers; nothing is looked up
   * @throws IllegalArgumentException when it is not an address in numbers
   */
  public static String of(String address) {
    InetAddress parsed = parse(address);
    if (parsed.isLoopbackAddress()) {
      return "loopback";
    }
    return parsed instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES)) + "/64"
        : parsed.getHostAddress();
  }

  /**
   * Whether an address lies within a range.
   *
   * @param range an address, or {@code address/bits}
   * @throws IllegalArgumentException when either is not in numbers
   */
  public static boolean contains(String range, String address) {
    int slash = range.indexOf('/');
    byte[] base = parse(slash < 0 ? range : range.substring(0, slash)).getAddress();
    byte[] peer = parse(address).getAddress();
    int bits = slash < 0 ? base.length * 8 : bits(range, slash, base.length * 8);
    if (base.length != peer.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if ((base[i / 8] & mask) != (peer[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(String range, int slash, int max) {
    String text = range.substring(slash + 1);
    if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= max) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("must end in /0 to /" + max + ", was '" + range + "'");
  }

  private static InetAddress parse(String address) {
    int zone = address.indexOf('%');
    String bare = zone < 0 ? address : address.substring(0, zone);
    if (bare.matches("\\d{1,3}(\\.\\d{1,3}){3}") || bare.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      try {
        return InetAddress.getByName(bare);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("must be an IP address, was '" + address + "'", e);
      }
    }
    throw new IllegalArgumentException("must be an IP address, was '" + address + "'");
  }
}
