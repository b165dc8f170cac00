package io.ratel.security.rate;

import io.ratel.security.identity.License;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose a rate is: of a license, or of everybody together who comes from one address. */
public enum Holder {
  FREE,
  PRO,
  ENTERPRISE,
  ADDRESS;

  static Holder of(License license) {
    return switch (license) {
      case FREE -> FREE;
      case PRO -> PRO;
      case ENTERPRISE -> ENTERPRISE;
    };
  }

  /** Its name on the wire and in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Holder> of(String label) {
    return Arrays.stream(values()).filter(holder -> holder.label().equals(label)).findFirst();
  }
}
