package io.ratel.security.token;

import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.Optional;

/** The keys that tokens are checked with. Safe for any thread. */
@FunctionalInterface
public interface PublicKeys {
  /** The key of this id, if there is one that counts. May block when it is not known yet. */
  Optional<ECPublicKey> byId(String id);

  /** Keys that never change. */
  static PublicKeys of(Map<String, ECPublicKey> keys) {
    Map<String, ECPublicKey> copy = Map.copyOf(keys);
    return id -> Optional.ofNullable(copy.get(id));
  }
}
