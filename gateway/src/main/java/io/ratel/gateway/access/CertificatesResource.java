package io.ratel.gateway.access;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Labels;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.enrolment.Enrolment;
import io.ratel.security.enrolment.EnrolmentRequest;
import io.ratel.security.enrolment.InvitationLetter;
import io.ratel.security.enrolment.RegistrationAuthority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.Issued;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.Subject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CRLReason;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fleet's certificates: enrolled, renewed, listed and revoked. */
public final class CertificatesResource {
  private static final String BASE64 = "[A-Za-z0-9+/]{4,8000}={0,2}";
  private static final String IN_BASE64 = "must be Base64 of at most 8000 characters";

  /** Why a certificate is not good any more; those of RFC 5280 that a fleet has. */
  private enum Why implements Labels.Named {
    UNSPECIFIED("unspecified"),
    KEY_COMPROMISE("keyCompromise"),
    SUPERSEDED("superseded"),
    CESSATION_OF_OPERATION("cessationOfOperation"),
    PRIVILEGE_WITHDRAWN("privilegeWithdrawn");

    private final String label;

    Why(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    static Why of(CRLReason reason) {
      return Stream.of(values())
          .filter(why -> why.name().equals(reason.name()))
          .findFirst()
          .orElse(UNSPECIFIED);
    }
  }

  private record Enrol(
      @Field("Of the invitation's letter.") String invitation,
      @Field("node, gateway, database, client, user-container or operator.") String kind,
      String name,
      @Field("DNS names and addresses of one that is called.") List<String> hosts,
      @Field(
              value = "The public key to be certified, on P-384 (SubjectPublicKeyInfo).",
              pattern = BASE64,
              rule = IN_BASE64)
          String key,
      @Field("Of the requester's clock, at most 10 s from ours.") Instant time,
      @Field(value = "16 random bytes, good once.", pattern = BASE64, rule = IN_BASE64)
          String nonce,
      @Field(
              value =
                  "ECDSA over SHA-256 with the invitation's key; docs/security.md says of what.",
              pattern = BASE64,
              rule = IN_BASE64)
          String signature) {}

  private record Renew(
      String kind,
      String name,
      List<String> hosts,
      @Field(value = "The fresh key.", pattern = BASE64, rule = IN_BASE64) String key,
      Instant time,
      @Field(pattern = BASE64, rule = IN_BASE64) String nonce,
      @Field(
              value = "With the key of the certificate that is renewed.",
              pattern = BASE64,
              rule = IN_BASE64)
          String signature,
      @Field(value = "The one that is renewed, in DER.", pattern = BASE64, rule = IN_BASE64)
          String certificate,
      @Field(value = "Its intermediate, in DER.", pattern = BASE64, rule = IN_BASE64)
          String intermediate) {}

  /**
   * @param chain the certificate, then its intermediate, in PEM
   */
  private record Certified(String chain) {}

  private record Listed(
      String serial,
      String kind,
      String name,
      List<String> hosts,
      Instant notBefore,
      Instant notAfter,
      @Nullable Instant revokedAt,
      @Nullable Why reason) {
    static Listed of(Issued issued) {
      return new Listed(
          issued.serial(),
          issued.kind().label(),
          issued.name(),
          issued.hosts(),
          issued.notBefore(),
          issued.notAfter(),
          issued.revoked().map(Issued.Revoked::at).orElse(null),
          issued.revoked().map(revoked -> Why.of(revoked.reason())).orElse(null));
    }
  }

  private record Revoke(
      @Field(pattern = "[0-9a-f]{1,40}", rule = "must be 1 to 40 hexadecimal digits") String serial,
      @Field("Unspecified when left out.") Optional<Why> reason) {}

  private record Invite(
      @Field("node, gateway, database, client, user-container or operator.") String kind,
      @Field("1 to 63 letters, digits, dots, dashes and underscores.") String name,
      @Field("DNS names and addresses of one that is called.") Optional<List<String>> hosts) {}

  /**
   * @param letter what the machine is given; it is shown this once
   */
  private record Invited(String id, @Field(secret = true) String letter) {}

  private final CertificatePorts ports;

  public CertificatesResource(CertificatePorts ports) {
    this.ports = ports;
  }

  public List<Operation<?, ?>> operations() {
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.add(
        Operation.get(
                "getRevocations",
                "/v1/certificates/revocations",
                "The newest signed list of revoked certificates (RFC 5280), in PEM.")
            .refuses(ErrorCode.NOT_READY)
            .answers(Nothing.class, 200, Shape.text("application/x-pem-file"), this::revocations));
    ports.authority().ifPresent(authority -> addAuthority(operations, authority));
    return operations;
  }

  private void addAuthority(List<Operation<?, ?>> operations, RegistrationAuthority authority) {
    operations.add(
        Operation.post(
                "enrolCertificate",
                "/v1/certificates/enrolment",
                "Certifies an invited machine's key.")
            .refuses(ErrorCode.ENROLMENT_REFUSED)
            .answers(
                Enrol.class, 201, Shape.of(Certified.class), (q, caller) -> enrol(authority, q)));
    operations.add(
        Operation.post(
                "renewCertificate",
                "/v1/certificates/renewal",
                "Certifies a fresh key in place of one whose certificate still counts.")
            .refuses(ErrorCode.ENROLMENT_REFUSED)
            .answers(
                Renew.class, 201, Shape.of(Certified.class), (q, caller) -> renew(authority, q)));
    operations.add(
        Operation.get(
                "listCertificates",
                "/v1/certificates",
                "The certificates that were issued and have not ended long ago.")
            .answers(
                Nothing.class,
                200,
                Shape.listOf(Listed.class),
                (q, caller) ->
                    Answer.ok(Items.all(authority.issued().stream().map(Listed::of).toList()))));
    operations.add(
        Operation.post(
                "revokeCertificate",
                "/v1/certificates/{serial}/revocation",
                "Revokes a certificate for good: its connections end within a minute.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_CERTIFICATE)
            .answers(
                Revoke.class, 200, Shape.of(Listed.class), (q, caller) -> revoke(authority, q)));
    operations.add(
        Operation.post(
                "inviteMachine",
                "/v1/certificates/invitations",
                "Makes the letter with which a machine enrols, once, within 24 hours.")
            .needsDangerToken()
            .answers(
                Invite.class, 201, Shape.of(Invited.class), (q, caller) -> invite(authority, q)));
  }

  private Answer<String> revocations(Nothing query, Caller caller) {
    return Answer.ok(
        ports
            .revocations()
            .get()
            .orElseThrow(
                () ->
                    RefusedException.of(
                        ErrorCode.NOT_READY, "this node has no list of revoked certificates yet")));
  }

  private static Answer<Certified> enrol(RegistrationAuthority authority, Enrol request) {
    Subject subject = subject(request.kind(), request.name(), request.hosts());
    return certified(
        authority.enrol(
            request.invitation(),
            new EnrolmentRequest(
                subject,
                key(request.key()),
                request.time(),
                bytes("nonce", request.nonce()),
                bytes("signature", request.signature()))));
  }

  private static Answer<Certified> renew(RegistrationAuthority authority, Renew request) {
    Subject subject = subject(request.kind(), request.name(), request.hosts());
    return certified(
        authority.renew(
            new EnrolmentRequest(
                subject,
                key(request.key()),
                request.time(),
                bytes("nonce", request.nonce()),
                bytes("signature", request.signature())),
            List.of(
                certificate("certificate", request.certificate()),
                certificate("intermediate", request.intermediate()))));
  }

  private static Answer<Certified> certified(Enrolment.Answer answer) {
    return switch (answer) {
      case Enrolment.Certified certified ->
          Answer.created(new Certified(Pem.of(certified.chain())));
      case Enrolment.Refused refused ->
          throw RefusedException.of(
              refused.reason() == Enrolment.Reason.BUSY
                  ? ErrorCode.BUSY
                  : ErrorCode.ENROLMENT_REFUSED,
              meaning(refused.reason()));
    };
  }

  private static String meaning(Enrolment.Reason reason) {
    return switch (reason) {
      case OUTSIDE_WINDOW -> "time must be within 10 s of ours: set the machine's clock";
      case BAD_SIGNATURE -> "signature must be of all parts with the right key";
      case REPLAYED -> "nonce was used before";
      case NOT_YOURS -> "the subject is not the one that the key may have";
      case NOT_RENEWABLE -> "the certificate has ended, was revoked or is not of this authority";
      case NOT_INVITED -> "the invitation is unknown, used, or over";
      case WEAK_KEY -> "key must be on P-384";
      case BUSY -> "too many requests at once; try again shortly";
    };
  }

  private static Subject subject(String kind, String name, List<String> hosts) {
    try {
      return new Subject(CertificateKind.parse(kind), name, hosts);
    } catch (IllegalArgumentException e) {
      throw RefusedException.of(ErrorCode.INVALID_FIELD, String.valueOf(e.getMessage()));
    }
  }

  private static byte[] bytes(String field, String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw RefusedException.value(ErrorCode.INVALID_FIELD, field, text, IN_BASE64);
    }
  }

  private static PublicKey key(String text) {
    try {
      return KeyFactory.getInstance("EC")
          .generatePublic(new X509EncodedKeySpec(bytes("key", text)));
    } catch (GeneralSecurityException e) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, "key", text, "must be a public key of elliptic curves");
    }
  }

  private static X509Certificate certificate(String field, String text) {
    try {
      return Pem.certificate(bytes(field, text));
    } catch (CertificateException e) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, field, text, "must be a certificate in DER");
    }
  }

  private static Answer<Listed> revoke(RegistrationAuthority authority, Revoke request) {
    if (find(authority, request.serial()).isEmpty()) {
      throw RefusedException.value(
          ErrorCode.UNKNOWN_CERTIFICATE, "serial", request.serial(), "must be one that was issued");
    }
    Why why = request.reason().orElse(Why.UNSPECIFIED);
    authority.revoke(request.serial(), CRLReason.valueOf(why.name()));
    return Answer.ok(Listed.of(find(authority, request.serial()).orElseThrow()));
  }

  private static Optional<Issued> find(RegistrationAuthority authority, String serial) {
    return authority.issued().stream().filter(one -> one.serial().equals(serial)).findFirst();
  }

  private static Answer<Invited> invite(RegistrationAuthority authority, Invite request) {
    try {
      InvitationLetter letter =
          authority.invite(
              subject(request.kind(), request.name(), request.hosts().orElse(List.of())));
      return Answer.created(new Invited(letter.id(), letter.write()));
    } catch (PkiException e) {
      throw RefusedException.of(ErrorCode.TOO_MANY_REQUESTS, String.valueOf(e.getMessage()));
    }
  }
}
