package io.ratel.security.pki;

import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.Issued.Revoked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an authority has issued, one line a certificate: serial, kind, name, begin, end, hosts, and
 * when and why it was revoked, a dash for what there is not. Those that have ended are dropped when
 * a line is added. For one thread and process.
 */
final class Ledger {
  private static final String NONE = "-";
  private static final int WORDS = 8;
  private static final int FORMER_WORDS = 4;

  private final Path file;
  private final Map<String, Issued> bySerial = new LinkedHashMap<>();

  /**
   * @throws PkiException when the file cannot be read
   */
  Ledger(Path file) {
    this.file = file;
    if (!Files.exists(file)) {
      return;
    }
    try {
      for (String line : PrivateFile.read(file).lines().toList()) {
        Issued issued = read(line.split(" "));
        bySerial.put(issued.serial(), issued);
      }
    } catch (IOException e) {
      throw new PkiException(String.valueOf(e.getMessage()), e);
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new PkiException(file + " is not a list of issued certificates", e);
    }
  }

  private static Issued read(String[] words) {
    if (words.length == FORMER_WORDS || words.length == FORMER_WORDS + 1) {
      return former(words);
    }
    if (words.length != WORDS) {
      throw new IllegalArgumentException("a line must have " + WORDS + " words");
    }
    return new Issued(
        words[0],
        CertificateKind.parse(words[1]),
        words[2],
        words[5].equals(NONE) ? List.of() : List.of(words[5].split(",")),
        Instant.parse(words[3]),
        Instant.parse(words[4]),
        words[6].equals(NONE)
            ? Optional.empty()
            : Optional.of(new Revoked(Instant.parse(words[6]), CRLReason.valueOf(words[7]))));
  }

  /** As lines were first: serial, kind, name, end, and when it was revoked if it was. */
  private static Issued former(String[] words) {
    CertificateKind kind = CertificateKind.parse(words[1]);
    Instant end = Instant.parse(words[3]);
    return new Issued(
        words[0],
        kind,
        words[2],
        List.of(),
        end.minus(kind.lifetime()),
        end,
        words.length == FORMER_WORDS
            ? Optional.empty()
            : Optional.of(new Revoked(Instant.parse(words[4]), CRLReason.UNSPECIFIED)));
  }

  private static String write(Issued issued) {
    return String.join(
        " ",
        issued.serial(),
        issued.kind().label(),
        issued.name(),
        issued.notBefore().toString(),
        issued.notAfter().toString(),
        issued.hosts().isEmpty() ? NONE : String.join(",", issued.hosts()),
        issued.revoked().map(revoked -> revoked.at().toString()).orElse(NONE),
        issued.revoked().map(revoked -> revoked.reason().name()).orElse(NONE));
  }

  List<Issued> all() {
    return new ArrayList<>(bySerial.values());
  }

  Optional<Issued> find(String serial) {
    return Optional.ofNullable(bySerial.get(serial));
  }

  void put(Issued issued, Instant now) {
    bySerial.values().removeIf(old -> old.notAfter().isBefore(now));
    bySerial.put(issued.serial(), issued);
    StringBuilder text = new StringBuilder();
    bySerial.values().forEach(one -> text.append(write(one)).append('\n'));
    try {
      PrivateFile.write(file, text.toString());
    } catch (IOException e) {
      throw new PkiException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
