package io.ratel.server.trust;

import io.ratel.security.enrolment.InvitationLetter;
import io.ratel.security.enrolment.RemoteAuthority;
import io.ratel.security.enrolment.Renewal;
import io.ratel.security.enrolment.TrustedRoots;
import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.CurrentIdentity;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import io.ratel.security.revocation.FleetClient;
import io.ratel.security.revocation.RevocationStore;
import io.ratel.security.revocation.Revocations;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who this process is among the fleet's: its certificate, what it knows of revoked ones, and its
 * way to others. It is looked after by one thread.
 */
public final class NodeIdentity implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeIdentity.class);

  private final Path file;
  private final Path lists;
  private final CurrentIdentity shown;
  private final Revocations revocations;
  private final FleetClient client;
  private final RevocationStore store;
  private final Optional<Renewal> renewal;
  private String lastFile;
  private String lastRefused = "";

  /**
   * @param file of key and certificate
   * @param root what everybody trusts
   * @param lists the file of the newest list this node has seen
   * @param certifier who renews; without one somebody must replace the file in time
   * @throws PkiException when it cannot be used
   */
  NodeIdentity(
      Path file,
      X509Certificate root,
      Path lists,
      RevocationStore store,
      Optional<Renewal.Certifier> certifier,
      SecureRandom random,
      InstantSource clock)
      throws IOException {
    this.file = file;
    this.lists = lists;
    this.store = store;
    lastFile = PrivateFile.read(file);
    shown = new CurrentIdentity(Pem.identity(lastFile, file.toString()), root, clock);
    revocations = new Revocations(root, clock);
    follow();
    client = new FleetClient(shown, revocations);
    renewal = certifier.map(by -> new Renewal(shown.get(), by, this::renewed, random, clock));
    if (renewal.isEmpty()) {
      LOG.warn("nobody renews {}: set fleet.authority", file);
    }
  }

  CurrentIdentity shown() {
    return shown;
  }

  Revocations revocations() {
    return revocations;
  }

  FleetClient client() {
    return client;
  }

  private Optional<String> renewed(Identity next) {
    Optional<String> refused = shown.replace(next);
    if (refused.isEmpty()) {
      try {
        lastFile = write(file, next);
      } catch (IOException e) {
        LOG.atError().setCause(e).log("the renewed certificate is used, but cannot be kept");
      }
    }
    return refused;
  }

  /** Keeps key and certificates in one file of mode 0600; what it holds. */
  static String write(Path file, Identity identity) throws IOException {
    String text = Pem.of(identity.key()) + Pem.of(identity.chain());
    PrivateFile.write(file, text);
    return text;
  }

  /** Reads what is new, cuts what is over, and renews what is due. */
  void tick() {
    readFile();
    follow();
    client.cut();
    renewal.ifPresent(Renewal::tick);
  }

  private void readFile() {
    try {
      String text = PrivateFile.read(file);
      if (text.equals(lastFile)) {
        return;
      }
      lastFile = text;
      Identity next = Pem.identity(text, file.toString());
      shown
          .replace(next)
          .ifPresentOrElse(
              fault -> LOG.warn("{}: {}", file, fault),
              () -> renewal.ifPresent(known -> known.watch(next)));
    } catch (IOException | PkiException e) {
      LOG.atWarn().setCause(e).log("{} cannot be read: the certificate stays", file);
    }
  }

  /** Looks for a newer list in the file, which an operator may bring, and in the tables. */
  private void follow() {
    try {
      if (Files.exists(lists)) {
        offer(PrivateFile.read(lists));
      }
      Optional<String> published = store.newest();
      if (published.isPresent() && offer(published.get())) {
        PrivateFile.write(lists, published.get());
      }
    } catch (IOException | RuntimeException e) {
      LOG.atWarn().setCause(e).log("the list of revoked certificates cannot be read");
    }
  }

  /** Whether it is the list that counts now. */
  private boolean offer(String list) {
    boolean known = revocations.newest().filter(l -> l.text().equals(list)).isPresent();
    Optional<String> refused = revocations.offer(list);
    if (refused.isPresent() && !list.equals(lastRefused)) {
      lastRefused = list;
      LOG.warn("a list of revoked certificates is refused: {}", refused.get());
    }
    return refused.isEmpty() && !known;
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * Uses an invitation.
   *
   * @param at the node with the authority
   * @throws IOException when the authority cannot be reached, or a file not be written
   * @throws PkiException when the authority refuses, or is not the one of the invitation
   */
  public static Identity enrol(InvitationLetter letter, URI at, Path file, Path root)
      throws IOException {
    SecureRandom random = new SecureRandom();
    KeyPair fresh = P384.generate(random);
    RemoteAuthority authority =
        new RemoteAuthority(at, TrustedRoots.client(letter.root()), random, InstantSource.system());
    List<X509Certificate> chain = authority.enrol(letter, fresh);
    Identity identity = new Identity(fresh.getPrivate(), chain);
    CurrentIdentity shown =
        new CurrentIdentity(identity, letter.root(), InstantSource.system()); // or it is refused
    write(file, shown.get());
    Files.writeString(root, Pem.of(List.of(letter.root())));
    return identity;
  }
}
