package io.ratel.gateway.identity.user;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.apikey.ApiKey;
import io.ratel.security.apikey.ApiKeys;
import io.ratel.security.apikey.KeySecret;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserKind;
import io.ratel.security.identity.Users;
import io.ratel.security.permission.Feature;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** API keys of services, which cannot sign in to make their own. */
public final class ServiceKeysResource {
  private record NewServiceKey(
      String id,
      @Field(
              value = "A word for it.",
              pattern = "\\S(.{0,38}\\S)?",
              rule = "must be 1 to 40 characters, none of them a space at an end")
          String name,
      @Field("Groups of features, as at POST /v1/keys.") List<String> scopes) {}

  /**
   * @param secret the whole key; it is shown this once
   */
  private record ServiceKey(String id, @Field(secret = true) String secret) {}

  private final Users users;
  private final ApiKeys keys;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random safe for any thread; nobody may guess what it gives next
   */
  public ServiceKeysResource(
      Users users, ApiKeys keys, InstantSource clock, RandomGenerator random) {
    this.users = users;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "createServiceKey",
                "/v1/users/{id}/keys",
                "Makes an API key of a service. The answer shows it once: it is not kept.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_USER, ErrorCode.FORBIDDEN, ErrorCode.TOO_MANY_KEYS)
            .answers(NewServiceKey.class, 201, Shape.of(ServiceKey.class), this::create));
  }

  private Answer<ServiceKey> create(NewServiceKey request, Caller caller) {
    long id = UsersResource.number(request.id());
    User user =
        users
            .findById(id)
            .filter(found -> found.kind() == UserKind.SERVICE)
            .orElseThrow(
                () ->
                    RefusedException.value(
                        ErrorCode.UNKNOWN_USER, "id", request.id(), "must be a service"));
    KeySecret secret = KeySecret.mint(random);
    ApiKey wanted =
        new ApiKey(
            0,
            id,
            Optional.empty(),
            request.name(),
            secret.prefix(),
            scopes(request.scopes(), user),
            List.of(),
            clock.instant(),
            Optional.empty());
    ApiKey made =
        keys.create(wanted, secret.hash())
            .orElseThrow(
                () ->
                    RefusedException.of(
                        ErrorCode.TOO_MANY_KEYS,
                        "a user has at most " + ApiKeys.MAX_KEYS + " keys: delete one first"));
    return Answer.created(new ServiceKey(Long.toString(made.id()), secret.text()));
  }

  private static Set<Feature> scopes(List<String> labels, User user) {
    Set<Feature> scopes = EnumSet.noneOf(Feature.class);
    for (String label : labels) {
      Feature feature =
          Feature.of(label)
              .filter(each -> each != Feature.NODES || user.role() == Role.OPERATOR)
              .orElseThrow(
                  () ->
                      RefusedException.value(
                          ErrorCode.INVALID_FIELD,
                          "scopes",
                          label,
                          "must be groups of features that the service may use"));
      scopes.add(feature);
    }
    if (scopes.isEmpty()) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, "scopes", "[]", "must name at least one group of features");
    }
    return scopes;
  }
}
