package io.ratel.server.trust;

import io.ratel.security.enrolment.RegistrationAuthority;
import io.ratel.security.pki.Authority;
import io.ratel.security.revocation.RevocationStore;
import io.ratel.security.revocation.Revocations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The authority, in the one process whose data directory holds it. */
final class HeldAuthority {
  private final RegistrationAuthority desk;
  private final InstantSource clock;
  private Instant next;

  private HeldAuthority(RegistrationAuthority desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
    this.next = clock.instant();
    tick();
  }

  /**
   * Opens the authority where there is one, and publishes its list.
   *
   * @param make whether to make one where there is none
   */
  static Optional<HeldAuthority> open(
      Path folder, boolean make, RevocationStore store, SecureRandom random, InstantSource clock) {
    boolean there = Files.exists(folder.resolve("root.pem"));
    if (!there && !make) {
      return Optional.empty();
    }
    Authority authority =
        there ? Authority.open(folder, random, clock) : Authority.init(folder, random, clock);
    return Optional.of(
        new HeldAuthority(
            new RegistrationAuthority(authority, folder, store, random, clock), clock));
  }

  RegistrationAuthority desk() {
    return desk;
  }

  /** Publishes again when it is time. */
  void tick() {
    if (!clock.instant().isBefore(next)) {
      desk.publish();
      next = clock.instant().plus(Revocations.EVERY);
    }
  }
}
