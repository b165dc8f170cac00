package io.ratel.security.enrolment;

import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The invitations that were made and not used, one line each, without the keys that prove them.
 * Those that are over are dropped when one is added. For one process; safe for any thread.
 */
public final class Invitations {
  /** More open ones than a fleet has machines are a mistake. */
  public static final int MAX = 1_000;

  /** How long one is good. */
  public static final Duration GOOD = Duration.ofHours(24);

  private static final String NONE = "-";
  private static final int ID_BYTES = 8;

  private final Path file;
  private final Map<String, Invitation> byId = new LinkedHashMap<>();

  /**
   * @throws PkiException when the file cannot be read
   */
  public Invitations(Path file) {
    this.file = file;
    if (!Files.exists(file)) {
      return;
    }
    try {
      for (String line : PrivateFile.read(file).lines().toList()) {
        Invitation invitation = read(line.split(" "));
        byId.put(invitation.id(), invitation);
      }
    } catch (IOException e) {
      throw new PkiException(String.valueOf(e.getMessage()), e);
    } catch (DateTimeException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | GeneralSecurityException e) {
      throw new PkiException(file + " is not a list of invitations", e);
    }
  }

  private static Invitation read(String[] words) throws GeneralSecurityException {
    return new Invitation(
        words[0],
        new Subject(
            CertificateKind.parse(words[1]),
            words[2],
            words[3].equals(NONE) ? List.of() : List.of(words[3].split(","))),
        KeyFactory.getInstance("EC")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(words[5]))),
        Instant.parse(words[4]));
  }

  private static String write(Invitation invitation) {
    Subject subject = invitation.subject();
    return String.join(
        " ",
        invitation.id(),
        subject.kind().label(),
        subject.name(),
        subject.hosts().isEmpty() ? NONE : String.join(",", subject.hosts()),
        invitation.until().toString(),
        Base64.getEncoder().encodeToString(invitation.key().getEncoded()));
  }

  /** One that was not used and is not over. */
  synchronized Optional<Invitation> find(String id, Instant now) {
    return Optional.ofNullable(byId.get(id)).filter(found -> now.isBefore(found.until()));
  }

  /**
   * Makes an invitation.
   *
   * @return what the machine is to be given; its key is kept nowhere else
   * @throws PkiException when there are too many open ones
   */
  public InvitationLetter invite(
      Subject subject, X509Certificate root, SecureRandom random, Instant now) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    KeyPair keys = P384.generate(random);
    String name = HexFormat.of().formatHex(id);
    Instant until = now.truncatedTo(ChronoUnit.SECONDS).plus(GOOD);
    add(new Invitation(name, subject, keys.getPublic(), until), now);
    return new InvitationLetter(name, subject, keys.getPrivate(), root);
  }

  private synchronized void add(Invitation invitation, Instant now) {
    byId.values().removeIf(old -> !now.isBefore(old.until()));
    if (byId.size() >= MAX) {
      throw new PkiException("there are " + MAX + " open invitations, which is as many as may be");
    }
    byId.put(invitation.id(), invitation);
    write();
  }

  /** Uses one up. */
  synchronized void use(String id) {
    byId.remove(id);
    write();
  }

  private void write() {
    StringBuilder text = new StringBuilder();
    byId.values().forEach(one -> text.append(write(one)).append('\n'));
    try {
      PrivateFile.write(file, text.toString());
    } catch (IOException e) {
      throw new PkiException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
