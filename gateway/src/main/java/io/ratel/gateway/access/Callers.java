package io.ratel.gateway.access;

import io.ratel.gateway.operation.Binding;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Caller.Presented;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.apikey.ApiKey;
import io.ratel.security.apikey.ApiKeys;
import io.ratel.security.apikey.KeySecret;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.security.pool.Pool;
import io.ratel.security.token.Claims;
import io.ratel.security.token.TokenCheck;
import io.ratel.security.token.TokenFault;
import io.ratel.security.token.TokenKind;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks inner tokens and finds the user and its accounts. What was looked up is used for two
 * seconds, so that a new account or role shows within that time and a busy client costs no query.
 * Safe for any thread; may block.
 */
public final class Callers {
  private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
  private static final long FRESH_NS = 2_000_000_000L;

  /** How long a user is believed to be who they were while nobody can be asked. */
  private static final long STALE_NS = 600_000_000_000L;

  /** How long nobody is asked again after nobody answered. */
  private static final long RETRY_NS = 5_000_000_000L;

  private static final int MAX_CACHED = 20_000;
  private static final String SCHEME = "Bearer ";
  private static final String KEY_HEADER = "X-API-Key";

  private record Found(Caller caller, long atNs) {}

  private final AccessPorts access;
  private final Users users;
  private final InstantSource clock;
  private final Map<Long, Found> found = new ConcurrentHashMap<>();
  private volatile long unansweredNs = System.nanoTime() - RETRY_NS;

  public Callers(AccessPorts access, Users users, InstantSource clock) {
    this.access = access;
    this.users = users;
    this.clock = clock;
    access.barriers().onRaised(barrier -> found.clear());
  }

  /**
   * A key may come as {@code X-API-Key} or as a bearer.
   *
   * @param from where the request comes from
   * @throws RefusedException 401
   */
  public Caller byHeaders(Binding.Headers headers, Presented from) {
    String authorization = headers.get("Authorization");
    String key = headers.get(KEY_HEADER);
    if (key != null && authorization == null) {
      return byKey(key.strip(), from);
    }
    if (authorization == null) {
      throw RefusedException.of(
          ErrorCode.UNAUTHENTICATED, "sign in first: send Authorization: Bearer TOKEN");
    }
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw RefusedException.of(
          ErrorCode.UNAUTHENTICATED, "the Authorization header must be: Bearer TOKEN");
    }
    String bearer = authorization.substring(SCHEME.length()).strip();
    return bearer.startsWith(KeySecret.START) ? byKey(bearer, from) : byToken(bearer, from);
  }

  /**
   * Who is to be counted for a request that anybody may make; nobody when that is not known.
   *
   * @param from where the request comes from
   */
  public Caller byHeadersIfAny(Binding.Headers headers, Presented from) {
    if (headers.get("Authorization") != null || headers.get(KEY_HEADER) != null) {
      try {
        return byHeaders(headers, from);
      } catch (RefusedException e) {
        // nobody, then
      } catch (RuntimeException e) {
        LOG.atDebug().setCause(e).log("nobody could be asked who this is");
      }
    }
    return Caller.NOBODY.with(from);
  }

  /** Asks for the key each time: one that was deleted must not work a moment longer. */
  private Caller byKey(String text, Presented from) {
    Optional<KeySecret> secret = KeySecret.parse(text);
    Optional<ApiKeys.Stored> stored =
        secret.flatMap(sent -> access.keys().findByPrefix(sent.prefix()));
    if (stored.isEmpty() || !secret.get().matches(stored.get().hash())) {
      throw RefusedException.of(ErrorCode.UNAUTHENTICATED, "the API key is not one of ours");
    }
    ApiKey key = stored.get().key();
    if (!key.usable(clock.instant(), from.address())) {
      throw RefusedException.of(
          ErrorCode.UNAUTHENTICATED, "the API key is over, or may not be used from here");
    }
    Caller user = byUser(key.userId());
    return key.poolId()
        .map(pool -> user.onlyIn(pool).orElseThrow(Callers::notInPool))
        .orElse(user)
        .with(from.with(key.id(), key.scopes()));
  }

  /** Its user left the pool between two looks at the tables. */
  private static RefusedException notInPool() {
    return RefusedException.of(ErrorCode.UNAUTHENTICATED, "the API key is not one of ours");
  }

  /**
   * @param token an inner one
   * @throws RefusedException 401
   */
  private Caller byToken(String token, Presented from) {
    return switch (access.tokens().check(token, TokenKind.INNER, from.network())) {
      case TokenCheck.Valid(Claims claims) -> byUser(claims.userId()).with(from.with(claims));
      case TokenCheck.Refused(TokenFault fault) -> throw refusal(fault);
    };
  }

  /** Whether what opened a socket would still open it. */
  public boolean stands(Claims claims, TokenKind kind) {
    return !access.barriers().voids(claims, kind);
  }

  /** What is known of barriers here. */
  public Barriers barriers() {
    return access.barriers();
  }

  static RefusedException refusal(TokenFault fault) {
    return switch (fault) {
      case EXPIRED ->
          RefusedException.of(
              ErrorCode.TOKEN_EXPIRED, "the token is over; renew it at POST /v1/tokens/inner");
      case ELSEWHERE ->
          RefusedException.of(
              ErrorCode.TOKEN_EXPIRED,
              "the token was made for another network; renew it at POST /v1/tokens/inner");
      case BARRED ->
          RefusedException.of(
              ErrorCode.TOKEN_EXPIRED, "the token was called back; renew it, or sign in again");
      default -> RefusedException.of(ErrorCode.UNAUTHENTICATED, "the token is not one of ours");
    };
  }

  /**
   * @throws RefusedException 401 when the user is gone
   */
  public Caller byUser(long userId) {
    long now = System.nanoTime();
    Found known = found.get(userId);
    if (known != null && now - known.atNs() < FRESH_NS) {
      return known.caller();
    }
    Optional<Caller> stale =
        known != null && now - known.atNs() < STALE_NS
            ? Optional.of(known.caller())
            : Optional.empty();
    if (stale.isPresent() && now - unansweredNs < RETRY_NS) {
      return stale.get();
    }
    try {
      return ask(userId, now);
    } catch (RefusedException e) {
      throw e;
    } catch (RuntimeException e) {
      // Who trades should not have to stop because the tables are away: the log goes on.
      unansweredNs = System.nanoTime();
      return stale.orElseThrow(() -> e);
    }
  }

  private Caller ask(long userId, long now) {
    Optional<User> user = users.findById(userId);
    if (user.isEmpty() || !user.get().isActive()) {
      found.remove(userId);
      throw RefusedException.of(
          ErrorCode.UNAUTHENTICATED, "the token's user does not exist, or is suspended");
    }
    Caller caller =
        new Caller(
            userId,
            user.get().role(),
            users.accountIds(userId),
            access.pools().of(userId).stream().map(Pool::membership).toList(),
            Presented.NOTHING,
            Optional.empty());
    bound(found);
    found.put(userId, new Found(caller, now));
    return caller;
  }

  /** Looks the user up anew with the next request: it has one account more. */
  public void forget(long userId) {
    found.remove(userId);
  }

  private static void bound(Map<?, ?> cache) {
    if (cache.size() >= MAX_CACHED) {
      cache.clear();
    }
  }
}
