package io.ratel.gateway.access;

import static io.ratel.gateway.operation.Permission.OPERATOR;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.identity.Users;
import io.ratel.security.token.Networks;
import java.time.Instant;
import java.util.List;

/** Calling tokens back. */
public final class BarriersResource {
  /** Whose tokens an operator may call back. */
  private enum Scope {
    USER,
    POOL,
    IP
  }

  private record Raise(
      Scope scope,
      @Field(
              value = "The number of a user or pool, or an IP address.",
              pattern = "[!-~]{1,64}",
              rule = "must be a number or an IP address")
          String subject) {}

  /** A barrier as it stands; {@code subject} names the network where an address was given. */
  private record Raised(Scope scope, String subject, Instant at) {}

  private final Barriers barriers;
  private final Users users;

  public BarriersResource(Barriers barriers, Users users) {
    this.barriers = barriers;
    this.users = users;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "raiseBarrier",
                "/v1/barriers",
                OPERATOR,
                "Makes every token void that was minted until now for a user, the members of a"
                    + " pool, or an address; open sockets are closed.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_USER)
            .answers(Raise.class, 201, Shape.of(Raised.class), this::raise));
  }

  private Answer<Raised> raise(Raise request, Caller caller) {
    Barrier barrier =
        switch (request.scope()) {
          case USER -> barriers.raise(Barrier.Kind.USER, user(request.subject()));
          case POOL -> barriers.raise(Barrier.Kind.POOL, number(request.subject()));
          case IP -> barriers.raise(Barrier.Kind.IP, network(request.subject()));
        };
    return Answer.created(new Raised(request.scope(), barrier.subject(), barrier.at()));
  }

  private String user(String subject) {
    String number = number(subject);
    if (users.findById(Long.parseLong(number)).isEmpty()) {
      throw RefusedException.value(
          ErrorCode.UNKNOWN_USER, "subject", subject, "must be the number of a user");
    }
    return number;
  }

  private static String number(String subject) {
    try {
      return Long.toString(Long.parseLong(subject));
    } catch (NumberFormatException e) {
      throw RefusedException.value(ErrorCode.INVALID_FIELD, "subject", subject, "must be a number");
    }
  }

  private static String network(String subject) {
    try {
      return Networks.of(subject);
    } catch (IllegalArgumentException e) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, "subject", subject, "must be an IP address");
    }
  }
}
