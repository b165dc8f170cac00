package io.ratel.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.security.enrolment.TrustedRoots;
import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.Subject;
import io.ratel.server.VenueProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole venue whose public door has a lock. */
class SecureVenueTest {
  @TempDir Path folder;

  private static HttpResponse<String> get(X509Certificate root, int port, String path)
      throws Exception {
    HttpClient fresh = TrustedRoots.client(root);
    return fresh.send(
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String shown(HttpResponse<String> answer) throws Exception {
    return Authority.serial(
        (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0]);
  }

  @Test
  void upWithTlsSpeaksHttpsWithACertificateOfItsOwnAuthority() throws Exception {
    Path data = folder.resolve("data");
    try (VenueProcess venue = VenueProcess.begin(data, "--no-demo", "--tls")) {
      venue.awaitOutput("Ratel is ready: https://127.0.0.1:" + venue.port);
      Path file = data.resolve("ca/root.pem");
      X509Certificate root = Pem.certificates(PrivateFile.read(file), file.toString()).getFirst();
      HttpResponse<String> answer = get(root, venue.port, "/metrics");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("ratel_certificate_seconds{certificate=\"door\"}");
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
      assertThat(get(root, venue.port, "/v1/certificates/revocations").body())
          .contains("BEGIN X509 CRL");
      assertThat(venue.stop()).isZero();
    }
  }

  @Test // A27
  void certificatesOfFilesAreReadAgainWhenTheyChangeAndABadOneIsNot() throws Exception {
    SecureRandom random = new SecureRandom();
    Authority authority =
        Authority.init(folder.resolve("elsewhere"), random, InstantSource.system());
    Path chain = folder.resolve("chain.pem");
    Path key = folder.resolve("key.pem");
    String first = write(authority, chain, key);
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"),
            "http: { tls: { certificate: \"%s\", key: \"%s\" } }\n".formatted(chain, key));
    Path data = folder.resolve("data");
    try (VenueProcess venue =
        VenueProcess.begin(data, "--no-demo", "--config", config.toString())) {
      venue.awaitOutput("Ratel is ready: https://127.0.0.1:" + venue.port);
      assertThat(shown(get(authority.root(), venue.port, "/healthz"))).isEqualTo(first);
      Files.writeString(chain, "no certificate");
      assertThat(shown(get(authority.root(), venue.port, "/healthz"))).isEqualTo(first);
      String second = write(authority, chain, key);
      for (int i = 0; i < 300; i++) {
        if (shown(get(authority.root(), venue.port, "/healthz")).equals(second)) {
          return;
        }
        LockSupport.parkNanos(100_000_000);
      }
      throw new AssertionError("the new certificate was never shown: " + venue.output());
    }
  }

  private static String write(Authority authority, Path chain, Path key) throws Exception {
    KeyPair keys = P384.generate(new SecureRandom());
    List<X509Certificate> issued =
        authority.issue(
            new Subject(CertificateKind.GATEWAY, "door", List.of("127.0.0.1")),
            keys.getPublic(),
            Optional.empty());
    PrivateFile.write(key, Pem.of(keys.getPrivate()));
    Files.writeString(chain, Pem.of(issued));
    return Authority.serial(issued.getFirst());
  }

  @Test
  void whatIsWrongIsSaidAtOnceBeforeAnythingStarts() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"),
            """
            http:
              tls: { own: true, certificate: /nowhere.pem }
              acme: { directory: "ftp://x", domains: "UPPER" }
            security: { tokens: { outer: 25h, inner: 1m, rotation: 400d } }
            """);
    VenueProcess.Ran ran =
        VenueProcess.run(
            List.of(
                "up", "--data", folder.resolve("data").toString(), "--config", config.toString()),
            Map.of());
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.output())
        .contains(
            "http.tls.certificate must name a file",
            "must both be set",
            "http.acme.directory must be an address",
            "had 'UPPER'",
            "http.acme.agreeToTerms must be true",
            "outer tokens must be 60 to 1440 minutes",
            "rotation of token keys must be 1 to 365 days");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void marketsOfAnotherMachineAreNotTakenInTheOpen() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("fleet.yaml"),
            """
            log: { host: 127.0.0.1, portBase: 9000 }
            postgres: { url: "jdbc:postgresql://127.0.0.1:1/none" }
            endpoints: { api: "http://192.0.2.7:8080" }
            """);
    VenueProcess.Ran ran =
        VenueProcess.run(
            List.of(
                "run",
                "--roles=stream",
                "--data",
                folder.resolve("data").toString(),
                "--config",
                config.toString()),
            Map.of());
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.output()).contains("endpoints.api must be https://", "insecureFleet");
  }

  @Test
  void helpIsGivenAtEveryLevel() {
    for (List<String> command :
        List.of(List.of("ca", "issue"), List.of("ca", "enrol"), List.of("secrets", "put"))) {
      List<String> line = new ArrayList<>(command);
      line.add("--help");
      VenueProcess.Ran ran = VenueProcess.run(line, Map.of());
      assertThat(ran.exitCode()).as(ran.output()).isZero();
      assertThat(ran.output()).contains("Usage: ratel " + String.join(" ", command));
    }
  }

  @Test
  void theDoctorSaysWhenACertificateWasNotRenewedInTime() throws Exception {
    Path data = folder.resolve("data");
    for (int hoursAgo : new int[] {1, 23}) {
      InstantSource then = () -> Instant.now().minus(Duration.ofHours(hoursAgo));
      Authority authority =
          Authority.init(folder.resolve("of-" + hoursAgo), new SecureRandom(), then);
      Path chain = folder.resolve("chain.pem");
      Path key = folder.resolve("key.pem");
      write(authority, chain, key);
      PrivateFile.write(data.resolve("node.pem"), PrivateFile.read(key) + Files.readString(chain));
      VenueProcess.Ran ran =
          VenueProcess.run(List.of("doctor", "--data", data.toString(), "--port", "0"), Map.of());
      assertThat(ran.output())
          .containsPattern(
              hoursAgo == 1 ? "ok +node's cert. +good until" : "FAULT +node's cert. .*not renewed");
    }
  }
}
