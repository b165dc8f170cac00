package io.ratel.server.trust;

import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.DoorCertificate;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import io.ratel.server.cli.ExitCode;
import io.ratel.server.cli.StartException;
import io.ratel.server.config.TlsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A certificate that somebody else puts into files, read again whenever they change. */
final class FileDoor implements DoorSource {
  private static final Logger LOG = LoggerFactory.getLogger(FileDoor.class);
  private static final int MAX_BYTES = 1 << 20;

  private final TlsConfig.Files files;
  private final DoorCertificate shown;
  private String last;

  /**
   * @throws StartException when they cannot be used
   */
  FileDoor(TlsConfig.Files files, InstantSource clock) {
    this.files = files;
    try {
      last = read();
      shown = new DoorCertificate(identity(last), clock);
    } catch (IOException | PkiException e) {
      throw new StartException(ExitCode.USAGE, "http.tls: " + e.getMessage());
    }
  }

  private String read() throws IOException {
    if (Files.size(files.certificate()) > MAX_BYTES) {
      throw new IOException(files.certificate() + " must be at most " + MAX_BYTES + " bytes");
    }
    return Files.readString(files.certificate()) + PrivateFile.read(files.key());
  }

  private Identity identity(String text) {
    return new Identity(
        Pem.key(text, files.key().toString()),
        Pem.certificates(text, files.certificate().toString()));
  }

  @Override
  public DoorCertificate certificate() {
    return shown;
  }

  /** A file that is being written is read again with the next tick. */
  @Override
  public void tick() {
    try {
      String text = read();
      if (text.equals(last)) {
        return;
      }
      last = text;
      shown
          .replace(identity(text))
          .ifPresentOrElse(
              fault -> LOG.warn("{}: {}", files.certificate(), fault),
              () -> LOG.info("the door shows the new certificate of {}", files.certificate()));
    } catch (IOException | PkiException e) {
      LOG.atWarn().setCause(e).log("the door's certificate cannot be read: the old one stays");
    }
  }
}
