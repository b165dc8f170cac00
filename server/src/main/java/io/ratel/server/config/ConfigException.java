package io.ratel.server.config;

import java.util.List;

/** The configuration is wrong; the message lists every fault. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(List<String> faults) {
    super(
        faults.size() == 1
            ? faults.getFirst()
            : faults.size() + " faults:\n  - " + String.join("\n  - ", faults));
  }
}
