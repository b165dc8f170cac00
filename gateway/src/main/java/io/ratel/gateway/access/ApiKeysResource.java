package io.ratel.gateway.access;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.apikey.ApiKey;
import io.ratel.security.apikey.ApiKeys;
import io.ratel.security.apikey.KeySecret;
import io.ratel.security.permission.Feature;
import io.ratel.security.pool.Membership;
import io.ratel.security.token.Networks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** API keys: made, listed, replaced and deleted by the user they act for. */
public final class ApiKeysResource {
  private static final int MAX_NETWORKS = 32;
  private static final int MAX_OVERLAP_MINUTES = 7 * 24 * 60;

  private record NewKey(
      @Field(
              value = "The user's word for it.",
              pattern = "\\S(.{0,38}\\S)?",
              rule = "must be 1 to 40 characters, none of them a space at an end")
          String name,
      @Field(
              "What it may do: assets, markets, exchanges, blockchain; trading, vaults, strategies,"
                  + " nodes, pools.")
          List<String> scopes,
      @Field("Where it may be used: addresses or ADDRESS/BITS; anywhere when left out.")
          Optional<List<String>> networks,
      @Field("When it ends; never when left out.") Optional<Instant> expiresAt,
      @Field("The one pool that it acts in; on the user's own accounts when left out.")
          Optional<String> poolId) {}

  private record OneKey(String id) {}

  private record Rotation(
      String id,
      @Field(value = "How long the old key goes on beside the new.", max = MAX_OVERLAP_MINUTES)
          Integer overlapMinutes) {}

  private record Key(
      String id,
      String name,
      String prefix,
      List<String> scopes,
      List<String> networks,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable String poolId) {
    static Key of(ApiKey key) {
      return new Key(
          Long.toString(key.id()),
          key.name(),
          KeySecret.START + key.prefix(),
          key.scopes().stream().map(Feature::label).sorted().toList(),
          key.networks(),
          key.createdAt(),
          key.expiresAt().orElse(null),
          key.poolId().map(id -> Long.toString(id)).orElse(null));
    }
  }

  /**
   * @param secret the whole key; it is shown this once
   */
  private record MadeKey(@Field(secret = true) String secret, Key key) {}

  private final ApiKeys keys;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random safe for any thread; nobody may guess what it gives next
   */
  public ApiKeysResource(ApiKeys keys, InstantSource clock, RandomGenerator random) {
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "createApiKey",
                "/v1/keys",
                "Makes an API key. The answer shows it once: it is not kept.")
            .refuses(ErrorCode.FORBIDDEN, ErrorCode.UNKNOWN_POOL, ErrorCode.TOO_MANY_KEYS)
            .answers(NewKey.class, 201, Shape.of(MadeKey.class), this::create),
        Operation.get("listApiKeys", "/v1/keys", "The caller's API keys.")
            .answers(Nothing.class, 200, Shape.listOf(Key.class), this::list),
        Operation.post(
                "rotateApiKey",
                "/v1/keys/{id}/rotation",
                "Makes a key like another, which ends after an overlap.")
            .refuses(ErrorCode.UNKNOWN_KEY, ErrorCode.TOO_MANY_KEYS)
            .answers(Rotation.class, 201, Shape.of(MadeKey.class), this::rotate),
        Operation.delete("deleteApiKey", "/v1/keys/{id}", "Ends a key at once.")
            .refuses(ErrorCode.UNKNOWN_KEY)
            .answers(OneKey.class, 204, Shape.nothing(), this::delete));
  }

  private Answer<MadeKey> create(NewKey request, Caller caller) {
    Set<Feature> scopes = EnumSet.noneOf(Feature.class);
    for (String label : request.scopes()) {
      Feature feature =
          Feature.of(label)
              .orElseThrow(() -> invalid("scopes", label, "must be groups of features"));
      if (feature == Feature.NODES && !caller.isOperator()) {
        throw RefusedException.value(
            ErrorCode.FORBIDDEN, "scopes", label, "must be what the user may do");
      }
      scopes.add(feature);
    }
    if (scopes.isEmpty()) {
      throw invalid("scopes", "[]", "must name at least one group of features");
    }
    List<String> networks = request.networks().orElse(List.of());
    requireNetworks(networks, caller.presented().address());
    Instant now = clock.instant();
    if (request.expiresAt().isPresent() && !request.expiresAt().get().isAfter(now)) {
      throw invalid("expiresAt", request.expiresAt().get().toString(), "must be in the future");
    }
    Optional<Long> pool = request.poolId().map(id -> pool(id, caller));
    return make(caller, pool, request.name(), scopes, networks, request.expiresAt());
  }

  private static long pool(String id, Caller caller) {
    return caller.pools().stream()
        .map(Membership::poolId)
        .filter(pool -> Long.toString(pool).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_POOL, "poolId", id, "must be a pool that this user is in"));
  }

  private static void requireNetworks(List<String> networks, String anyAddress) {
    if (networks.size() > MAX_NETWORKS) {
      throw invalid(
          "networks", Integer.toString(networks.size()), "must be at most " + MAX_NETWORKS);
    }
    for (String range : networks) {
      try {
        Networks.contains(range, anyAddress);
      } catch (IllegalArgumentException e) {
        throw invalid("networks", range, "must be IP addresses, or ADDRESS/BITS");
      }
    }
  }

  private static RefusedException invalid(String field, String value, String rule) {
    return RefusedException.value(ErrorCode.INVALID_FIELD, field, value, rule);
  }

  private Answer<MadeKey> make(
      Caller caller,
      Optional<Long> poolId,
      String name,
      Set<Feature> scopes,
      List<String> networks,
      Optional<Instant> expiresAt) {
    KeySecret secret = KeySecret.mint(random);
    ApiKey wanted =
        new ApiKey(
            0,
            caller.userId(),
            poolId,
            name,
            secret.prefix(),
            scopes,
            networks,
            clock.instant(),
            expiresAt);
    ApiKey made =
        keys.create(wanted, secret.hash())
            .orElseThrow(
                () ->
                    RefusedException.of(
                        ErrorCode.TOO_MANY_KEYS,
                        "a user has at most " + ApiKeys.MAX_KEYS + " keys: delete one first"));
    return Answer.created(new MadeKey(secret.text(), Key.of(made)));
  }

  private Answer<Items<Key>> list(Nothing query, Caller caller) {
    return Answer.ok(Items.all(keys.of(caller.userId()).stream().map(Key::of).toList()));
  }

  private Answer<MadeKey> rotate(Rotation request, Caller caller) {
    ApiKey old =
        keys.of(caller.userId()).stream()
            .filter(key -> Long.toString(key.id()).equals(request.id()))
            .findFirst()
            .orElseThrow(() -> unknown(request.id()));
    Answer<MadeKey> made =
        make(caller, old.poolId(), old.name(), old.scopes(), old.networks(), old.expiresAt());
    Duration overlap = Duration.ofMinutes(request.overlapMinutes());
    keys.expire(caller.userId(), old.id(), clock.instant().plus(overlap));
    return made;
  }

  private Answer<Nothing> delete(OneKey request, Caller caller) {
    try {
      if (keys.delete(caller.userId(), Long.parseLong(request.id()))) {
        return new Answer<>(204, new Nothing());
      }
    } catch (NumberFormatException e) {
      throw unknown(request.id());
    }
    throw unknown(request.id());
  }

  private static RefusedException unknown(String id) {
    return RefusedException.value(ErrorCode.UNKNOWN_KEY, "id", id, "must be a key of this user");
  }
}
