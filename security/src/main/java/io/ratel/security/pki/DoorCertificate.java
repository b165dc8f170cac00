package io.ratel.security.pki;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The certificate that a public door shows, whoever issued it, replaced while the door is open. One
 * that could not work is refused and the old one stays. Safe for any thread.
 */
public final class DoorCertificate {
  private final InstantSource clock;
  private final List<Consumer<Identity>> listeners = new CopyOnWriteArrayList<>();
  private volatile Identity current;

  /**
   * @throws PkiException when the first one could not work
   */
  public DoorCertificate(Identity first, InstantSource clock) {
    this.clock = clock;
    this.current = first;
    replace(first)
        .ifPresent(
            fault -> {
              throw new PkiException(fault);
            });
  }

  /** What is shown now. */
  public Identity get() {
    return current;
  }

  /** Called with each new one, on the thread of whoever replaces. */
  public void onChange(Consumer<Identity> listener) {
    listeners.add(listener);
  }

  /**
   * Shows another from now on.
   *
   * @return why it is refused, and the old one stays; empty when it is shown
   */
  public synchronized Optional<String> replace(Identity next) {
    try {
      List<X509Certificate> chain = next.chain();
      for (int i = 0; i + 1 < chain.size(); i++) {
        chain.get(i).verify(chain.get(i + 1).getPublicKey());
      }
      next.certificate().checkValidity(Date.from(clock.instant()));
      next.requireOwnKey();
    } catch (GeneralSecurityException | PkiException e) {
      return Optional.of("the new certificate is refused: " + e.getMessage());
    }
    current = next;
    listeners.forEach(listener -> listener.accept(next));
    return Optional.empty();
  }
}
