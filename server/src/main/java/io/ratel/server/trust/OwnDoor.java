package io.ratel.server.trust;

import io.ratel.security.enrolment.RegistrationAuthority;
import io.ratel.security.enrolment.Renewal;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.DoorCertificate;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.Subject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** A certificate of the authority that is in this process. */
final class OwnDoor implements DoorSource {
  private final DoorCertificate shown;
  private final Renewal renewal;

  OwnDoor(
      RegistrationAuthority authority,
      List<String> hosts,
      SecureRandom random,
      InstantSource clock) {
    Identity first = authority.identity(new Subject(CertificateKind.GATEWAY, "door", hosts));
    shown = new DoorCertificate(first, clock);
    renewal = new Renewal(first, authority, shown::replace, random, clock);
  }

  @Override
  public DoorCertificate certificate() {
    return shown;
  }

  @Override
  public void tick() {
    renewal.tick();
  }
}
