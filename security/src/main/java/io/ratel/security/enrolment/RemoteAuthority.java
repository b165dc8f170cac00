package io.ratel.security.enrolment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.Subject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * The authority in another process, over HTTP or HTTPS. Requests are signed and the certificates
 * that come back are checked with the root, so nothing depends on who carries them; TLS hides only
 * who asks. Safe for any thread; calls block.
 */
public final class RemoteAuthority implements Renewal.Certifier {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_CHARS = 64 << 10;

  private final URI address;
  private final HttpClient http;
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * @param address of the node with the authority, such as {@code https://10.0.0.7:8080}
   * @param http which trusts that node
   */
  public RemoteAuthority(URI address, HttpClient http, SecureRandom random, InstantSource clock) {
    this.address = address;
    this.http = http;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Uses an invitation up.
   *
   * @throws IOException when the authority cannot be reached
   * @throws PkiException when it refuses
   */
  public List<X509Certificate> enrol(InvitationLetter letter, KeyPair fresh) throws IOException {
    EnrolmentRequest request =
        EnrolmentRequest.signed(
            letter.subject(),
            fresh.getPublic(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            random,
            letter.key());
    return ask("/v1/certificates/enrolment", body(request).put("invitation", letter.id()));
  }

  @Override
  public List<X509Certificate> certify(Identity current, Subject subject, KeyPair fresh)
      throws IOException {
    EnrolmentRequest request =
        EnrolmentRequest.signed(
            subject,
            fresh.getPublic(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            random,
            current.key());
    return ask(
        "/v1/certificates/renewal",
        body(request)
            .put("certificate", der(current.certificate()))
            .put("intermediate", der(current.chain().getLast())));
  }

  private static String der(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate has no encoding", e);
    }
  }

  private static ObjectNode body(EnrolmentRequest request) {
    ObjectNode body = JSON.createObjectNode();
    body.put("kind", request.subject().kind().label());
    body.put("name", request.subject().name());
    body.set("hosts", JSON.valueToTree(request.subject().hosts()));
    body.put("key", Base64.getEncoder().encodeToString(request.key().getEncoded()));
    body.put("time", request.time().toString());
    body.put("nonce", Base64.getEncoder().encodeToString(request.nonce()));
    body.put("signature", Base64.getEncoder().encodeToString(request.signature()));
    return body;
  }

  private List<X509Certificate> ask(String path, ObjectNode body) throws IOException {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(address.resolve(path))
                  .timeout(TIMEOUT)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.body().length() > MAX_CHARS) {
        throw new IOException(address + " answered more than a certificate");
      }
      JsonNode json = JSON.readTree(answer.body());
      if (answer.statusCode() != 201) {
        throw new PkiException(
            address
                + " refuses: "
                + answer.statusCode()
                + " "
                + json.at("/error/message").asText("without a reason"));
      }
      return Pem.certificates(json.path("chain").asText(), address.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking " + address, e);
    }
  }
}
