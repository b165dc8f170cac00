package io.ratel.server.trust;

import io.ratel.adapters.acme.AcmeCertificate;
import io.ratel.security.pki.DoorCertificate;

/** A certificate of a public authority. */
record AcmeDoor(AcmeCertificate kept) implements DoorSource {
  @Override
  public DoorCertificate certificate() {
    return kept.certificate();
  }

  @Override
  public void tick() {
    kept.tick();
  }
}
