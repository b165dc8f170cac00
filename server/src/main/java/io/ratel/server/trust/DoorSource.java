package io.ratel.server.trust;

import io.ratel.security.pki.DoorCertificate;

/** Where the public door's certificate comes from. */
interface DoorSource {
  DoorCertificate certificate();

  /** Looks for a newer one; called every few seconds by one thread. */
  void tick();
}
