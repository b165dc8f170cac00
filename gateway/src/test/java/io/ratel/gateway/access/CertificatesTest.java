package io.ratel.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.enrolment.EnrolmentRequest;
import io.ratel.security.enrolment.InvitationLetter;
import io.ratel.security.enrolment.RegistrationAuthority;
import io.ratel.security.enrolment.RemoteAuthority;
import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.CurrentIdentity;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.RevocationList;
import io.ratel.security.pki.Subject;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine asks for its certificate over HTTP, rightly and wrongly. */
class CertificatesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Subject X = new Subject(CertificateKind.NODE, "x", List.of("x.test"));
  private static final Subject Y = new Subject(CertificateKind.NODE, "y", List.of("y.test"));

  private final SecureRandom random = new SecureRandom();
  private TestVenue venue;
  private TestClient anyone;
  private RegistrationAuthority authority;
  private KeyPair keys;

  @BeforeEach
  void aVenueWithAnAuthority() {
    venue = new TestVenue();
    anyone = venue.anyone();
    authority = venue.certificates.authority().orElseThrow();
    keys = P384.generate(random);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private RemoteAuthority remote() {
    return new RemoteAuthority(venue.uri("/"), HttpClient.newHttpClient(), random, () -> venue.now);
  }

  private EnrolmentRequest request(InvitationLetter letter, Instant time) {
    return EnrolmentRequest.signed(letter.subject(), keys.getPublic(), time, random, letter.key());
  }

  private static ObjectNode body(String invitation, EnrolmentRequest request) {
    ObjectNode body = JSON.createObjectNode().put("invitation", invitation);
    body.put("kind", request.subject().kind().label()).put("name", request.subject().name());
    body.set("hosts", JSON.valueToTree(request.subject().hosts()));
    Base64.Encoder base64 = Base64.getEncoder();
    return body.put("key", base64.encodeToString(request.key().getEncoded()))
        .put("time", request.time().toString())
        .put("nonce", base64.encodeToString(request.nonce()))
        .put("signature", base64.encodeToString(request.signature()));
  }

  private Response enrol(ObjectNode body) {
    return anyone.post("/v1/certificates/enrolment", body.toString());
  }

  private void refused(Response response, String because) {
    assertThat(response.code()).as(response.body()).isEqualTo("403 ENROLMENT_REFUSED");
    assertThat(response.at("error.message")).contains(because);
  }

  private Instant now() {
    return venue.now.truncatedTo(ChronoUnit.MILLIS);
  }

  @Test
  void anInvitedMachineGetsItsCertificateOnceAndRenewsItByItsOwnKey() throws Exception {
    InvitationLetter letter =
        InvitationLetter.read(authority.invite(X).write(), "the letter that was sent");
    Identity first = new Identity(keys.getPrivate(), remote().enrol(letter, keys));
    assertThat(new CurrentIdentity(first, letter.root(), () -> venue.now).get()).isEqualTo(first);
    assertThatThrownBy(() -> remote().enrol(letter, keys))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("used");

    KeyPair fresh = P384.generate(random);
    venue.pass(Duration.ofHours(12));
    Identity second = new Identity(fresh.getPrivate(), remote().certify(first, X, fresh));
    assertThat(Subject.of(second.certificate())).contains(X);
    assertThat(second.certificate().getPublicKey()).isEqualTo(fresh.getPublic());

    authority.revoke(Authority.serial(first.certificate()), CRLReason.SUPERSEDED);
    assertThatThrownBy(() -> remote().certify(first, X, fresh))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("was revoked");
    venue.pass(Duration.ofHours(25));
    assertThatThrownBy(() -> remote().certify(second, X, fresh))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("has ended");
  }

  @ParameterizedTest // A22
  @ValueSource(longs = {-10_100, 10_100})
  void aRequestOfAnotherTimeIsRefused(long ms) {
    InvitationLetter letter = authority.invite(X);
    refused(enrol(body(letter.id(), request(letter, now().plusMillis(ms)))), "within 10 s");
  }

  @ParameterizedTest // A22
  @ValueSource(longs = {-9_900, 9_900})
  void aRequestWithinTenSecondsIsAnswered(long ms) {
    InvitationLetter letter = authority.invite(X);
    assertThat(enrol(body(letter.id(), request(letter, now().plusMillis(ms)))).status())
        .isEqualTo(201);
  }

  @Test // A23
  void aRequestThatWasHeardIsNotAnsweredAgain() throws Exception {
    InvitationLetter letter = authority.invite(X);
    Identity own = new Identity(keys.getPrivate(), remote().enrol(letter, keys));
    EnrolmentRequest request =
        EnrolmentRequest.signed(X, keys.getPublic(), now(), random, keys.getPrivate());
    ObjectNode renewal = body("", request);
    renewal.remove("invitation");
    Base64.Encoder base64 = Base64.getEncoder();
    renewal
        .put("certificate", base64.encodeToString(own.certificate().getEncoded()))
        .put("intermediate", base64.encodeToString(own.chain().get(1).getEncoded()));
    assertThat(anyone.post("/v1/certificates/renewal", renewal.toString()).status()).isEqualTo(201);
    refused(anyone.post("/v1/certificates/renewal", renewal.toString()), "nonce was used");
    refused(enrol(body(letter.id(), request(letter, now()))), "used");
  }

  @Test // A24
  void aHashThatAnybodyCanMakeIsNoSignature() throws Exception {
    InvitationLetter letter = authority.invite(X);
    ObjectNode body = body(letter.id(), request(letter, now()));
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(body.get("nonce").asText().getBytes(StandardCharsets.UTF_8));
    refused(
        enrol(body.deepCopy().put("signature", Base64.getEncoder().encodeToString(hash))),
        "signature");
    assertThat(enrol(body.deepCopy().put("signature", "!")).code()).isEqualTo("400 INVALID_FIELD");
    assertThat(enrol(body.deepCopy().put("key", "AAAA")).code()).isEqualTo("400 INVALID_FIELD");
    refused(enrol(body.deepCopy().put("name", "z")), "signature");
    assertThat(enrol(body).status()).as("the invitation is not used up by it").isEqualTo(201);
  }

  @Test // A25
  void aCertificateForXIsNotGivenToY() {
    InvitationLetter ofX = authority.invite(X);
    InvitationLetter ofY = authority.invite(Y);
    EnrolmentRequest asX = EnrolmentRequest.signed(X, keys.getPublic(), now(), random, ofY.key());
    refused(enrol(body(ofY.id(), asX)), "not the one");
    refused(enrol(body(ofX.id(), asX)), "signature");
    Subject moreHosts = new Subject(CertificateKind.NODE, "y", List.of("y.test", "x.test"));
    refused(
        enrol(
            body(
                ofY.id(),
                EnrolmentRequest.signed(moreHosts, keys.getPublic(), now(), random, ofY.key()))),
        "not the one");
    refused(enrol(body("0000", asX)), "invitation");
  }

  private String danger(TestClient operator, String operation, String path, String body)
      throws Exception {
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    return operator
        .post(
            "/v1/tokens/danger",
            ("{\"operation\":\"%s\",\"resource\":\"%s\",\"bodySha256\":\"%s\","
                    + "\"password\":\"secret\"}")
                .formatted(operation, path, hash))
        .at("token");
  }

  @Test // A28
  void anOperatorInvitesListsAndRevokesAndTheListTellsEverybody() throws Exception {
    TestClient operator = venue.as(venue.operator);
    String invite = "{\"kind\":\"node\",\"name\":\"x\",\"hosts\":[\"x.test\"]}";
    String path = "/v1/certificates/invitations";
    assertThat(operator.post(path, invite).code()).isEqualTo("403 DANGER_TOKEN_NEEDED");
    Response invited =
        operator.post(
            path, invite, "Danger-Token", danger(operator, "inviteMachine", path, invite));
    assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    InvitationLetter letter = InvitationLetter.read(invited.at("letter"), "the answer");
    Identity own = new Identity(keys.getPrivate(), remote().enrol(letter, keys));

    JsonNode listed = operator.get("/v1/certificates").json().get("items").get(0);
    assertThat(listed.get("name").asText()).isEqualTo("x");
    assertThat(listed.get("hosts").get(0).asText()).isEqualTo("x.test");
    String serial = listed.get("serial").asText();
    assertThat(serial).isEqualTo(Authority.serial(own.certificate()));
    assertThat(venue.as(venue.ann).get("/v1/certificates").status()).isEqualTo(403);

    String revocation = "/v1/certificates/" + serial + "/revocation";
    String why = "{\"reason\":\"keyCompromise\"}";
    String token = danger(operator, "revokeCertificate", revocation, why);
    Response revoked = operator.post(revocation, why, "Danger-Token", token);
    assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
    assertThat(revoked.at("reason")).isEqualTo("keyCompromise");
    RevocationList list =
        RevocationList.read(anyone.get("/v1/certificates/revocations").body(), authority.root());
    assertThat(list.revokes(own.certificate())).isTrue();
    assertThatThrownBy(() -> remote().certify(own, X, keys)).isInstanceOf(PkiException.class);

    String nothing = "/v1/certificates/abc/revocation";
    String unknown = danger(operator, "revokeCertificate", nothing, "{}");
    assertThat(operator.post(nothing, "{}", "Danger-Token", unknown).code())
        .isEqualTo("404 UNKNOWN_CERTIFICATE");
  }
}
