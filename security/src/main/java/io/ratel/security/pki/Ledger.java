package io.ratel.security.pki;

import io.ratel.security.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an authority has issued, one line a certificate: serial, kind, name, end, and when it was
 * revoked. Those that have ended are dropped when a line is added. For one thread and process.
 */
final class Ledger {
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
        String[] words = line.split(" ");
        bySerial.put(
            words[0],
            new Issued(
                words[0],
                CertificateKind.parse(words[1]),
                words[2],
                Instant.parse(words[3]),
                words.length > 4 ? Optional.of(Instant.parse(words[4])) : Optional.empty()));
      }
    } catch (IOException e) {
      throw new PkiException(String.valueOf(e.getMessage()), e);
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new PkiException(file + " is not a list of issued certificates", e);
    }
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
    for (Issued one : bySerial.values()) {
      text.append(one.serial())
          .append(' ')
          .append(one.kind().label())
          .append(' ')
          .append(one.name())
          .append(' ')
          .append(one.notAfter());
      one.revokedAt().ifPresent(time -> text.append(' ').append(time));
      text.append('\n');
    }
    try {
      PrivateFile.write(file, text.toString());
    } catch (IOException e) {
      throw new PkiException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
