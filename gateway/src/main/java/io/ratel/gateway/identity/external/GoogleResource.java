package io.ratel.gateway.identity.external;

import io.ratel.gateway.identity.SignIns;
import io.ratel.gateway.identity.WireSession;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.external.ExternalCheck;
import io.ratel.security.external.ExternalFault;
import io.ratel.security.external.OpenIdProvider;
import io.ratel.security.external.OpenIdProvider.Attempt;
import io.ratel.security.factor.Challenges;
import io.ratel.security.factor.Challenges.Challenge;
import io.ratel.security.factor.Challenges.Kind;
import io.ratel.security.identity.User;
import io.ratel.security.session.SignInMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sign-in with Google: a browser is sent there with a state that its cookie answers to, comes back
 * with a code, and fetches its session in a request of its own, so that no token is in a URL.
 */
public final class GoogleResource {
  private static final String COOKIE = "Set-Cookie";
  private static final String ANY = "[ -~]{0,2048}";
  private static final String RULE = "must be text";

  private record Callback(
      @Field(pattern = ANY, rule = RULE, secret = true) Optional<String> code,
      @Field(pattern = ANY, rule = RULE, secret = true) Optional<String> state,
      @Field(pattern = ANY, rule = RULE) Optional<String> error,
      @Field(pattern = ANY, rule = RULE) Optional<String> scope,
      @Field(pattern = ANY, rule = RULE) Optional<String> authuser,
      @Field(pattern = ANY, rule = RULE) Optional<String> prompt,
      @Field(pattern = ANY, rule = RULE) Optional<String> hd,
      @Field(pattern = ANY, rule = RULE) Optional<String> iss) {}

  /** Where to send the browser. */
  private record Departure(String url) {}

  private final Optional<OpenIdProvider> google;
  private final ExternalSignIns external;
  private final SignIns signIns;
  private final Challenges challenges;
  private final Supplier<String> origin;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param origin of the page
   * @param random safe for any thread; nobody may guess what it gives next
   */
  public GoogleResource(
      Optional<OpenIdProvider> google,
      ExternalSignIns external,
      SignIns signIns,
      Challenges challenges,
      Supplier<String> origin,
      InstantSource clock,
      RandomGenerator random) {
    this.google = google;
    this.external = external;
    this.signIns = signIns;
    this.challenges = challenges;
    this.origin = origin;
    this.clock = clock;
    this.random = random;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get(
                "beginGoogle", "/v1/sign-in/google", "Sends the browser to Google to sign in.")
            .refuses(ErrorCode.NOT_OFFERED, ErrorCode.NOT_READY)
            .answers(Nothing.class, 303, Shape.nothing(), this::begin),
        Operation.get(
                "endGoogle",
                "/v1/sign-in/google/callback",
                "Where Google sends the browser back; sends it on to the page.")
            .refuses(ErrorCode.NOT_OFFERED)
            .answers(Callback.class, 303, Shape.nothing(), this::callback),
        Operation.post(
                "takeSession",
                "/v1/sign-in/session",
                "The session that a sign-in elsewhere has opened for this browser, once.")
            .refuses(ErrorCode.INVALID_CREDENTIALS, ErrorCode.SECOND_FACTOR_REQUIRED)
            .answers(Nothing.class, 201, Shape.of(WireSession.class), this::take),
        Operation.post(
                "linkGoogle",
                "/v1/identities/google",
                "Where to send the browser so that the caller can sign in with Google too.")
            .needsDangerToken()
            .refuses(ErrorCode.NOT_OFFERED)
            .answers(Nothing.class, 201, Shape.of(Departure.class), this::link));
  }

  private OpenIdProvider offered() {
    return google.orElseThrow(
        () -> RefusedException.of(ErrorCode.NOT_OFFERED, "signing in with Google is not offered"));
  }

  private boolean isSecure() {
    return origin.get().startsWith("https:");
  }

  private Answer<Nothing> begin(Nothing query, Caller nobody) {
    String cookie = Challenges.id(random);
    return Answer.seeOther(depart(0, cookie))
        .with(COOKIE, BrowserCookie.set(cookie, false, isSecure()));
  }

  private Answer<Departure> link(Nothing request, Caller caller) {
    String cookie = Challenges.id(random);
    return Answer.created(new Departure(depart(caller.userId(), cookie)))
        .with(COOKIE, BrowserCookie.set(cookie, false, isSecure()));
  }

  /**
   * @param userId who links, 0 for who signs in
   */
  private String depart(long userId, String cookie) {
    Attempt attempt =
        new Attempt(Challenges.id(random), Challenges.id(random), Challenges.id(random));
    URI away =
        offered()
            .authorization(attempt)
            .orElseThrow(
                () ->
                    RefusedException.of(
                        ErrorCode.NOT_READY, "Google cannot be reached now; try again"));
    String detail = String.join(" ", cookie, attempt.nonce(), attempt.verifier());
    boolean opened =
        challenges.open(
            attempt.state(),
            new Challenge(Kind.EXTERNAL, userId, detail),
            clock.instant().plus(Challenges.LIFETIME));
    if (!opened) {
      throw RefusedException.of(
          ErrorCode.TOO_MANY_REQUESTS, "too many sign-ins are open; try again shortly");
    }
    return away.toString();
  }

  private Answer<Nothing> callback(Callback back, Caller nobody) {
    OpenIdProvider provider = offered();
    Optional<Challenge> begun =
        back.state()
            .flatMap(state -> challenges.take(state, Kind.EXTERNAL, clock.instant()))
            .filter(challenge -> isOfThisBrowser(challenge, nobody));
    if (begun.isEmpty()) {
      return failed(ExternalFault.STATE.name());
    }
    if (back.code().isEmpty()) {
      return failed(ExternalFault.DENIED.name());
    }
    String[] detail = begun.get().detail().split(" ", 3);
    Attempt attempt = new Attempt(back.state().orElseThrow(), detail[1], detail[2]);
    return switch (provider.redeem(back.code().get(), attempt)) {
      case ExternalCheck.Refused(ExternalFault fault) -> failed(fault.name());
      case ExternalCheck.Known known -> arrived(begun.get().userId(), known);
    };
  }

  private static boolean isOfThisBrowser(Challenge begun, Caller nobody) {
    String expected = begun.detail().split(" ", 2)[0];
    String cookie = BrowserCookie.read(nobody.presented().cookie()).orElse("");
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), cookie.getBytes(StandardCharsets.US_ASCII));
  }

  private Answer<Nothing> arrived(long linking, ExternalCheck.Known known) {
    try {
      if (linking != 0) {
        external.link(linking, known.account());
        return Answer.seeOther(origin.get() + "/?linked=google")
            .with(COOKIE, BrowserCookie.clear());
      }
      User user = external.user(known.account());
      String handover = Challenges.id(random);
      challenges.open(
          handover,
          new Challenge(Kind.HANDOVER, user.id(), SignInMethod.GOOGLE.name()),
          clock.instant().plus(Challenges.LIFETIME));
      return Answer.seeOther(origin.get() + "/?signed-in=google")
          .with(COOKIE, BrowserCookie.set(handover, true, isSecure()));
    } catch (RefusedException e) {
      return failed(linking == 0 ? "NO_USER" : "NOT_LINKED");
    }
  }

  private Answer<Nothing> failed(String reason) {
    return Answer.seeOther(origin.get() + "/?sign-in-failed=" + reason)
        .with(COOKIE, BrowserCookie.clear());
  }

  private Answer<WireSession> take(Nothing request, Caller nobody) {
    Challenge handover =
        BrowserCookie.read(nobody.presented().cookie())
            .flatMap(value -> challenges.take(value, Kind.HANDOVER, clock.instant()))
            .orElseThrow(
                () ->
                    RefusedException.of(
                        ErrorCode.INVALID_CREDENTIALS, "no session waits for this browser"));
    return signIns
        .enter(signIns.known(handover.userId()), SignInMethod.valueOf(handover.detail()), nobody)
        .with(COOKIE, BrowserCookie.clear());
  }
}
