package io.ratel.security.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.ratel.security.digest.Sha256;
import io.ratel.security.external.ExternalCheck.Known;
import io.ratel.security.external.ExternalCheck.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An issuer that speaks OpenID Connect Core 1.0, authorization code flow (section 3.1) with PKCE
 * (RFC 7636). What it can do is read from its discovery document. Safe for any thread; calls block.
 */
public final class OpenIdProvider {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);
  private static final Duration FRESH = Duration.ofHours(6);
  private static final int SKEW_S = 5;

  /**
   * What we are to the issuer.
   *
   * @param issuer exactly as its tokens name it
   * @param callback where people come back to
   */
  public record Client(URI issuer, String clientId, String clientSecret, Supplier<URI> callback) {
    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Client[" + issuer + ", " + clientId + "]";
    }
  }

  /** What was made up for one sign-in: nobody else may know it. */
  public record Attempt(String state, String nonce, String verifier) {
    /** Leaves everything out. */
    @Override
    public String toString() {
      return "Attempt";
    }
  }

  private record Endpoints(URI authorization, URI token, URI keys, Instant readAt) {}

  private final Client client;
  private final InstantSource clock;
  private final IssuerHttp http = new IssuerHttp();
  private final IssuerKeys keys;
  private volatile @Nullable Endpoints known;

  public OpenIdProvider(Client client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
    this.keys = new IssuerKeys(this::fetchKeys, clock);
  }

  private String fetchKeys() throws IOException {
    IssuerHttp.Answer answer = http.get(endpoints().keys());
    if (answer.status() != 200) {
      throw new IOException("the issuer's keys answered " + answer.status());
    }
    return answer.body();
  }

  private Endpoints endpoints() throws IOException {
    Endpoints now = known;
    Instant oldest = clock.instant().minus(FRESH);
    if (now != null && now.readAt().isAfter(oldest)) {
      return now;
    }
    String issuer = client.issuer().toString();
    URI at = URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
    JsonNode document = http.get(at).json();
    if (!document.path("issuer").asText().equals(issuer)) {
      throw new IOException("the discovery document is another issuer's");
    }
    try {
      Endpoints read =
          new Endpoints(
              new URI(document.path("authorization_endpoint").asText()),
              new URI(document.path("token_endpoint").asText()),
              new URI(document.path("jwks_uri").asText()),
              clock.instant());
      known = read;
      return read;
    } catch (URISyntaxException e) {
      throw new IOException("the discovery document names no endpoints", e);
    }
  }

  /** Where to send a browser; empty when the issuer cannot be reached. */
  public Optional<URI> authorization(Attempt attempt) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", client.clientId());
    query.put("redirect_uri", client.callback().get().toString());
    query.put("scope", "openid email profile");
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    query.put("code_challenge", challenge(attempt.verifier()));
    query.put("code_challenge_method", "S256");
    query.put("prompt", "select_account");
    try {
      URI at = endpoints().authorization();
      String separator = at.getQuery() == null ? "?" : "&";
      return Optional.of(URI.create(at + separator + IssuerHttp.encoded(query)));
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("the issuer {} cannot be reached", client.issuer());
      return Optional.empty();
    }
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
  }

  /** Whose account it is that a browser came back with. */
  public ExternalCheck redeem(String code, Attempt attempt) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", client.callback().get().toString());
    form.put("client_id", client.clientId());
    form.put("client_secret", client.clientSecret());
    form.put("code_verifier", attempt.verifier());
    try {
      IssuerHttp.Answer answer = http.post(endpoints().token(), form);
      if (answer.status() != 200) {
        return new Refused(ExternalFault.CODE);
      }
      return account(answer.json().path("id_token").asText(), attempt.nonce());
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("the issuer {} cannot be reached", client.issuer());
      return new Refused(ExternalFault.UNREACHABLE);
    }
  }

  /** OpenID Connect Core 1.0, section 3.1.3.7. */
  private ExternalCheck account(String idToken, String nonce) {
    try {
      JWTClaimsSet claims = processor(nonce).process(idToken, null);
      boolean ours =
          claims.getAudience().size() == 1
              || client.clientId().equals(claims.getStringClaim("azp"));
      if (!ours) {
        return new Refused(ExternalFault.TOKEN);
      }
      String email = claims.getStringClaim("email");
      if (email == null || !Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))) {
        return new Refused(ExternalFault.UNVERIFIED);
      }
      String name = claims.getStringClaim("name");
      return new Known(
          new ExternalAccount(
              claims.getIssuer(),
              claims.getSubject(),
              Optional.of(email),
              name == null ? "" : name));
    } catch (KeySourceException e) {
      LOG.atWarn().setCause(e).log("the issuer {} cannot be reached", client.issuer());
      return new Refused(ExternalFault.UNREACHABLE);
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      return new Refused(ExternalFault.TOKEN);
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(String nonce) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
    DefaultJWTClaimsVerifier<SecurityContext> expected =
        new DefaultJWTClaimsVerifier<>(
            client.clientId(),
            new JWTClaimsSet.Builder()
                .issuer(client.issuer().toString())
                .claim("nonce", nonce)
                .build(),
            Set.of("sub", "iat", "exp")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    expected.setMaxClockSkew(SKEW_S);
    processor.setJWTClaimsSetVerifier(expected);
    return processor;
  }
}
