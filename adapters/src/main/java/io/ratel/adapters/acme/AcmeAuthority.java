package io.ratel.adapters.acme;

import io.ratel.security.pki.Identity;
import io.ratel.security.pki.P384;
import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** One public authority and an account with it. For one thread; calls block. */
final class AcmeAuthority {
  /** What came of an order. */
  sealed interface Outcome {}

  /**
   * @param identity a fresh key, the certificate and its intermediates
   */
  record Obtained(Identity identity) implements Outcome {}

  /**
   * @param why in words, the authority's own included
   * @param again when the authority lets us ask again, if it says so
   */
  record Refused(String why, Optional<Instant> again) implements Outcome {}

  /** Why an order cannot go on, told by the authority in an answer that is no error. */
  private static final class InvalidException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidException(String message) {
      super(message);
    }
  }

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration VALIDATION = Duration.ofSeconds(60);

  private final URI directory;
  private final Optional<String> email;
  private final KeyPair accountKey;
  private final Map<String, String> challenges;
  private final SecureRandom random;

  /**
   * @param directory where the authority begins
   * @param accountKey which the account is known by; made anew it is a new account
   * @param challenges what the door answers, by token; entries stay while they are needed
   */
  AcmeAuthority(
      URI directory,
      Optional<String> email,
      KeyPair accountKey,
      Map<String, String> challenges,
      SecureRandom random) {
    this.directory = directory;
    this.email = email;
    this.accountKey = accountKey;
    this.challenges = challenges;
    this.random = random;
  }

  /** Orders a certificate for a fresh key on P-384. */
  Outcome obtain(List<String> domains) {
    List<String> tokens = new ArrayList<>();
    try {
      Order order = account().newOrder().domains(domains).create();
      for (Authorization authorization : order.getAuthorizations()) {
        prove(authorization, tokens);
      }
      KeyPair fresh = P384.generate(random);
      order.waitUntilReady(VALIDATION);
      order.execute(fresh);
      if (order.waitForCompletion(VALIDATION) != Status.VALID) {
        throw new InvalidException(
            "the order ended as " + order.getStatus() + told(order.getError()));
      }
      return new Obtained(
          new Identity(fresh.getPrivate(), order.getCertificate().getCertificateChain()));
    } catch (AcmeRateLimitedException e) {
      return refused("too many requests: " + e.getMessage(), e.getRetryAfter());
    } catch (AcmeNetworkException e) {
      return refused("it cannot be reached: " + e.getMessage(), Optional.empty());
    } catch (AcmeServerException e) {
      return refused(e.getType() + ": " + e.getMessage(), Optional.empty());
    } catch (AcmeException | InvalidException | RuntimeException e) {
      return refused(String.valueOf(e.getMessage()), Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refused("interrupted", Optional.empty());
    } finally {
      tokens.forEach(challenges::remove);
    }
  }

  private Refused refused(String why, Optional<Instant> again) {
    return new Refused(directory + " gives no certificate: " + why, again);
  }

  private Account account() throws AcmeException {
    Session session = new Session(directory);
    session.networkSettings().setTimeout(TIMEOUT);
    AccountBuilder builder = new AccountBuilder().agreeToTermsOfService().useKeyPair(accountKey);
    email.ifPresent(builder::addEmail);
    return builder.create(session);
  }

  private void prove(Authorization authorization, List<String> tokens)
      throws AcmeException, InvalidException, InterruptedException {
    if (authorization.getStatus() == Status.VALID) {
      return;
    }
    String domain = authorization.getIdentifier().getDomain();
    Http01Challenge challenge =
        authorization
            .findChallenge(Http01Challenge.class)
            .orElseThrow(
                () -> new InvalidException("it offers no HTTP-01 challenge for " + domain));
    tokens.add(challenge.getToken());
    challenges.put(challenge.getToken(), challenge.getAuthorization());
    challenge.trigger();
    if (authorization.waitForCompletion(VALIDATION) != Status.VALID) {
      challenge.fetch();
      throw new InvalidException(
          "it could not verify "
              + domain
              + told(challenge.getError())
              + "; port 80 of the domain must lead to http.plainPort");
    }
  }

  private static String told(Optional<Problem> problem) {
    return problem.map(one -> ": " + one).orElse("");
  }
}
