package io.ratel.security.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import io.ratel.security.factor.Challenges;
import io.ratel.security.factor.Challenges.Challenge;
import io.ratel.security.passkey.PasskeyCheck.Proven;
import io.ratel.security.passkey.PasskeyCheck.Refused;
import io.ratel.security.passkey.Passkeys.Stored;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * This site before devices (WebAuthn level 3, sections 7.1 and 7.2). A passkey must be discoverable
 * and its user verified; which maker's device it is on does not matter. Safe for any thread; calls
 * may block.
 */
public final class RelyingParty {
  /** COSE's numbers of the signatures that are taken, the liked one first. */
  public static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  private static final List<PublicKeyCredentialParameters> PARAMETERS =
      ALGORITHMS.stream()
          .map(
              number ->
                  new PublicKeyCredentialParameters(
                      PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
          .toList();

  private final Supplier<URI> publicUrl;
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final ObjectConverter objects = new ObjectConverter();
  private final AttestedCredentialDataConverter attested =
      new AttestedCredentialDataConverter(objects);
  private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(objects);

  /**
   * @param publicUrl where people find the page; its host is the site's name to devices
   * @param random safe for any thread; nobody may guess what it gives next
   */
  public RelyingParty(
      Supplier<URI> publicUrl,
      Passkeys passkeys,
      Challenges challenges,
      InstantSource clock,
      RandomGenerator random) {
    this.publicUrl = publicUrl;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.clock = clock;
    this.random = random;
  }

  /** The name of this site to devices. */
  public String site() {
    return publicUrl.get().getHost();
  }

  /** Scheme, host and port of the page. */
  public String origin() {
    URI url = publicUrl.get();
    return url.getScheme() + "://" + url.getAuthority();
  }

  /** The kept passkeys. */
  public Passkeys passkeys() {
    return passkeys;
  }

  /**
   * Asks for a new passkey.
   *
   * @param session that alone may answer
   * @return the challenge in base64url; empty when too many questions are open
   */
  public Optional<String> askForNew(long userId, String session) {
    return open(new Challenge(Challenges.Kind.NEW_PASSKEY, userId, session));
  }

  /** Asks for any passkey of this site; as {@link #askForNew}. */
  public Optional<String> ask() {
    return open(new Challenge(Challenges.Kind.PASSKEY, 0, ""));
  }

  private Optional<String> open(Challenge challenge) {
    String id = Challenges.id(random);
    boolean opened = challenges.open(id, challenge, clock.instant().plus(Challenges.LIFETIME));
    return opened ? Optional.of(id) : Optional.empty();
  }

  /**
   * What a device answers to {@link #askForNew}.
   *
   * @param transports as the browser told
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  public record NewPasskey(byte[] attestationObject, byte[] clientData, List<String> transports) {}

  /** What a device answers to {@link #ask}. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  public record Assertion(
      byte[] credentialId,
      byte @Nullable [] userHandle,
      byte[] authenticatorData,
      byte[] clientData,
      byte[] signature) {}

  /** Keeps a new passkey. */
  public PasskeyCheck register(long userId, String session, String name, NewPasskey answer) {
    try {
      RegistrationData data =
          webAuthn.parse(
              new RegistrationRequest(
                  answer.attestationObject(),
                  answer.clientData(),
                  new LinkedHashSet<>(answer.transports())));
      Optional<Challenge> asked =
          take(data.getCollectedClientData(), Challenges.Kind.NEW_PASSKEY)
              .filter(c -> c.userId() == userId && c.detail().equals(session));
      if (asked.isEmpty()) {
        return new Refused(PasskeyFault.CHALLENGE);
      }
      ServerProperty here = server(data.getCollectedClientData());
      webAuthn.verify(data, new RegistrationParameters(here, PARAMETERS, true, true));
      return passkeys
          .add(userId, name, credential(data, answer.transports()), clock.instant())
          .<PasskeyCheck>map(Proven::new)
          .orElseGet(() -> new Refused(PasskeyFault.NOT_ADDED));
    } catch (WebAuthnException | IllegalArgumentException e) {
      return new Refused(fault(e));
    }
  }

  private Credential credential(RegistrationData data, List<String> transports) {
    AuthenticatorData<?> device =
        Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
    AttestedCredentialData made = Objects.requireNonNull(device.getAttestedCredentialData());
    return new Credential(
        made.getCredentialId(),
        attested.convert(made),
        device.getSignCount(),
        transports,
        device.isFlagBE(),
        device.isFlagBS());
  }

  /** Whose passkey was shown. */
  public PasskeyCheck check(Assertion answer) {
    try {
      AuthenticationData data =
          webAuthn.parse(
              new AuthenticationRequest(
                  answer.credentialId(),
                  answer.userHandle(),
                  answer.authenticatorData(),
                  answer.clientData(),
                  answer.signature()));
      if (take(data.getCollectedClientData(), Challenges.Kind.PASSKEY).isEmpty()) {
        return new Refused(PasskeyFault.CHALLENGE);
      }
      Optional<Stored> known = passkeys.find(answer.credentialId()).filter(p -> isOwn(p, answer));
      if (known.isEmpty()) {
        return new Refused(PasskeyFault.UNKNOWN_PASSKEY);
      }
      AuthenticationParameters expected =
          new AuthenticationParameters(
              server(data.getCollectedClientData()),
              record(known.get().credential()),
              List.of(answer.credentialId()),
              true,
              true);
      webAuthn.verify(data, expected);
      return used(known.get().passkey(), data);
    } catch (WebAuthnException | IllegalArgumentException e) {
      return new Refused(fault(e));
    }
  }

  /** A device that names a user must name the passkey's. */
  private boolean isOwn(Stored known, Assertion answer) {
    byte[] handle = answer.userHandle();
    return handle == null
        || handle.length == 0
        || Arrays.equals(handle, passkeys.handle(known.passkey().userId()));
  }

  private PasskeyCheck used(Passkey passkey, AuthenticationData data) {
    AuthenticatorData<?> device = Objects.requireNonNull(data.getAuthenticatorData());
    Instant now = clock.instant();
    return passkeys.used(passkey.id(), device.getSignCount(), device.isFlagBS(), now)
        ? new Proven(passkey)
        : new Refused(PasskeyFault.COUNTER);
  }

  private Optional<Challenge> take(@Nullable CollectedClientData client, Challenges.Kind kind) {
    if (client == null) {
      return Optional.empty();
    }
    byte[] value = client.getChallenge().getValue();
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    return challenges.take(id, kind, clock.instant());
  }

  /** The challenge was ours a moment ago, so what the client says is what was asked. */
  private ServerProperty server(@Nullable CollectedClientData client) {
    byte[] challenge = Objects.requireNonNull(client).getChallenge().getValue();
    return new ServerProperty(Origin.create(origin()), site(), new DefaultChallenge(challenge));
  }

  private CredentialRecordImpl record(Credential kept) {
    Set<AuthenticatorTransport> transports = new LinkedHashSet<>();
    kept.transports().forEach(each -> transports.add(AuthenticatorTransport.create(each)));
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        kept.backupEligible(),
        kept.backedUp(),
        kept.signCount(),
        attested.convert(kept.attested()),
        new AuthenticationExtensionsAuthenticatorOutputs<>(),
        null,
        null,
        transports);
  }

  private static PasskeyFault fault(RuntimeException e) {
    return switch (e) {
      case BadChallengeException bad -> PasskeyFault.CHALLENGE;
      case BadOriginException bad -> PasskeyFault.ORIGIN;
      case CrossOriginException bad -> PasskeyFault.ORIGIN;
      case BadRpIdException bad -> PasskeyFault.SITE;
      case BadSignatureException bad -> PasskeyFault.SIGNATURE;
      case MaliciousCounterValueException bad -> PasskeyFault.COUNTER;
      case UserNotPresentException bad -> PasskeyFault.NOT_VERIFIED;
      case UserNotVerifiedException bad -> PasskeyFault.NOT_VERIFIED;
      case NotAllowedAlgorithmException bad -> PasskeyFault.ALGORITHM;
      case DataConversionException bad -> PasskeyFault.MALFORMED;
      case IllegalArgumentException bad -> PasskeyFault.MALFORMED;
      default -> PasskeyFault.OTHER;
    };
  }
}
