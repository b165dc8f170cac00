package io.ratel.security.pki;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The certificate that an end shows, replaced while connections live: open ones stay, the next
 * handshake shows the new one. One that could not work is refused and the old one stays. Safe for
 * any thread.
 */
public final class CurrentIdentity {
  /** A handshake that has chosen a certificate finds it again after so many replacements. */
  private static final int REMEMBERED = 16;

  private final X509Certificate root;
  private final InstantSource clock;
  private final Map<String, Identity> bySerial = new LinkedHashMap<>();
  private Identity current;

  /**
   * @throws PkiException when the first one could not work
   */
  public CurrentIdentity(Identity first, X509Certificate root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
    this.current = first;
    replace(first)
        .ifPresent(
            fault -> {
              throw new PkiException(fault);
            });
  }

  /** What it is signed by in the end, and what the other end must be signed by. */
  public X509Certificate root() {
    return root;
  }

  /** What is shown now. */
  public synchronized Identity get() {
    return current;
  }

  /**
   * Shows another from now on.
   *
   * @return why it is refused, and the old one stays; empty when it is shown
   */
  public Optional<String> replace(Identity next) {
    try {
      check(next);
    } catch (GeneralSecurityException | PkiException e) {
      return Optional.of("the new certificate is refused: " + e.getMessage());
    }
    synchronized (this) {
      bySerial.put(Authority.serial(next.certificate()), next);
      if (bySerial.size() > REMEMBERED) {
        bySerial.remove(bySerial.keySet().iterator().next());
      }
      current = next;
    }
    return Optional.empty();
  }

  private void check(Identity next) throws GeneralSecurityException {
    if (next.chain().size() != 2) {
      throw new PkiException("its chain must be the certificate and its intermediate");
    }
    X509Certificate intermediate = next.chain().get(1);
    intermediate.verify(root.getPublicKey());
    next.certificate().verify(intermediate.getPublicKey());
    for (X509Certificate certificate : next.chain()) {
      certificate.checkValidity(Date.from(clock.instant()));
      if (!P384.is(certificate.getPublicKey())) {
        throw new PkiException("its key is not on P-384");
      }
    }
    next.requireOwnKey();
  }

  /** One that was shown lately. */
  synchronized Optional<Identity> find(String serial) {
    return Optional.ofNullable(bySerial.get(serial));
  }
}
