package io.ratel.server.trust;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that a certificate of our own must have. */
final class Hosts {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

  private Hosts() {}

  /**
   * @param listening the address that is listened on
   * @param more names that people use for it
   */
  static List<String> of(String listening, List<String> more) {
    Set<String> hosts = new LinkedHashSet<>(more);
    try {
      InetAddress address = InetAddress.getByName(listening);
      if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
        hosts.addAll(LOOPBACK);
      }
      if (address.isAnyLocalAddress()) {
        InetAddress machine = InetAddress.getLocalHost();
        hosts.add(machine.getHostName());
        hosts.add(machine.getHostAddress());
      } else {
        hosts.add(listening);
      }
    } catch (UnknownHostException e) {
      hosts.add("localhost"); // a machine that does not know its own name
    }
    return List.copyOf(hosts);
  }
}
