package io.ratel.security.revocation;

import io.ratel.security.pki.RevocationList;
import java.util.Optional;

/** Where a fleet's nodes find the newest list. Safe for any thread; calls may block. */
public interface RevocationStore {
  /** Keeps a list, unless a newer one is there. */
  void publish(RevocationList list);

  /** The newest list as its text, which nobody has checked. */
  Optional<String> newest();
}
