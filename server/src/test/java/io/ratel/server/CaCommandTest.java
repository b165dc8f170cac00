package io.ratel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.server.VenueProcess.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate authority from the command line, each command a process of its own. */
final class CaCommandTest {
  @TempDir Path folder;

  private Ran ca(int exitCode, String saying, String... arguments) {
    List<String> line = new ArrayList<>(List.of("ca"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--data", folder.resolve("data").toString()));
    Ran ran = VenueProcess.run(line, Map.of());
    assertThat(ran.output()).doesNotContainPattern("(?m)^\\s+at |Exception").contains(saying);
    assertThat(ran.exitCode()).as(ran.output()).isEqualTo(exitCode);
    return ran;
  }

  @Test
  void aCertificateIsIssuedListedAndRevoked() throws Exception {
    Path file = folder.resolve("n1.pem");
    ca(1, "ratel ca init makes one", "list");
    ca(0, "Made a certificate authority", "init");
    ca(1, "already", "init");
    Ran issued =
        ca(0, "Issued", "issue", "node", "n1", "--host", "localhost", "--out", file.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).contains("BEGIN PRIVATE KEY", "BEGIN CERTIFICATE");
    Matcher serial = Pattern.compile("serial ([0-9a-f]+)").matcher(issued.output());
    assertThat(serial.find()).isTrue();
    ca(0, serial.group(1) + " node n1 until ", "list");
    ca(0, "Revoked", "revoke", serial.group(1));
    ca(0, " revoked ", "list");
    ca(1, "no certificate has the serial 'abc'", "revoke", "abc");
    Path root = folder.resolve("root.pem");
    ca(0, "Wrote", "export", root.toString());
    assertThat(Files.readString(root)).contains("CERTIFICATE").doesNotContain("PRIVATE");
    ca(2, "must name a new file", "issue", "client", "a", "--out", file.toString());
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsMade() {
    ca(2, "init, issue, invite, enrol, list, revoke, revocations, export");
    ca(2, "kind must be one of node, client,", "issue", "pod", "a", "--out", "a.pem");
    ca(2, "must have a host", "issue", "node", "a", "--out", "a.pem");
    ca(2, "must have no host", "issue", "client", "a", "--host", "h", "--out", "a.pem");
    ca(2, "--out", "issue", "client", "a");
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
