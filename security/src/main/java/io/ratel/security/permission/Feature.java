package io.ratel.security.permission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A group of operations that an API key is given or not. */
public enum Feature {
  ASSETS(true),
  MARKETS(true),
  EXCHANGES(true),
  BLOCKCHAIN(true),
  TRADING(false),
  VAULTS(false),
  STRATEGIES(false),
  NODES(false),
  POOLS(false);

  private final boolean isPublic;

  Feature(boolean isPublic) {
    this.isPublic = isPublic;
  }

  /** Whether what it shows belongs to nobody. */
  public boolean isPublic() {
    return isPublic;
  }

  /** The scope's name on the wire. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Feature> of(String label) {
    return Arrays.stream(values()).filter(feature -> feature.label().equals(label)).findFirst();
  }
}
