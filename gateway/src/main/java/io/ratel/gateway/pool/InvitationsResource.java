package io.ratel.gateway.pool;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.pool.Invitation;
import io.ratel.security.pool.InvitationCode;
import io.ratel.security.pool.Membership;
import io.ratel.security.pool.PoolRole;
import io.ratel.security.pool.Pools;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/** Joining a pool with a code that one of its moderators gave. */
public final class InvitationsResource {
  private record OnePool(String id) {}

  private record NewInvitation(
      String id, @Field("What one becomes; an associate when left out.") Optional<PoolRole> role) {}

  private record OneInvitation(String id, String invitationId) {}

  private record Join(
      @Field(
              value = "Of an invitation.",
              secret = true,
              pattern = InvitationCode.PATTERN,
              rule = "must be a code as an invitation gives it")
          String code) {}

  private record WireInvitation(
      String id, PoolRole role, String invitedBy, Instant createdAt, Instant expiresAt) {
    static WireInvitation of(Invitation invitation) {
      return new WireInvitation(
          Long.toString(invitation.id()),
          invitation.role(),
          Long.toString(invitation.invitedBy()),
          invitation.createdAt(),
          invitation.expiresAt());
    }
  }

  /**
   * @param code lets one user join; it is shown this once
   */
  private record MadeInvitation(@Field(secret = true) String code, WireInvitation invitation) {}

  private final Pools pools;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final LongConsumer onJoined;

  /**
   * @param random safe for any thread; nobody may guess what it gives next
   * @param onJoined told which user is in one pool more
   */
  public InvitationsResource(
      Pools pools, InstantSource clock, RandomGenerator random, LongConsumer onJoined) {
    this.pools = pools;
    this.clock = clock;
    this.random = random;
    this.onJoined = onJoined;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "inviteToPool",
                "/v1/pools/{id}/invitations",
                "Makes a code with which one user can join within a week. Only an owner may invite"
                    + " more than associates. The answer shows the code once.")
            .audits()
            .refuses(ErrorCode.UNKNOWN_POOL, ErrorCode.POOL_FULL)
            .answers(NewInvitation.class, 201, Shape.of(MadeInvitation.class), this::invite),
        Operation.get(
                "listPoolInvitations", "/v1/pools/{id}/invitations", "A pool's open invitations.")
            .refuses(ErrorCode.UNKNOWN_POOL)
            .answers(OnePool.class, 200, Shape.listOf(WireInvitation.class), this::list),
        Operation.delete(
                "withdrawPoolInvitation",
                "/v1/pools/{id}/invitations/{invitationId}",
                "Withdraws an invitation.")
            .audits()
            .refuses(ErrorCode.UNKNOWN_POOL, ErrorCode.UNKNOWN_INVITATION)
            .answers(OneInvitation.class, 204, Shape.nothing(), this::withdraw),
        Operation.post("joinPool", "/v1/pools/memberships", "Joins a pool with a code, once.")
            .refuses(ErrorCode.UNKNOWN_INVITATION, ErrorCode.POOL_FULL)
            .answers(Join.class, 201, Shape.listOf(WirePool.class), this::join));
  }

  private Answer<MadeInvitation> invite(NewInvitation request, Caller caller) {
    Membership pool = caller.pool(request.id());
    PoolRole role = request.role().orElse(PoolRole.ASSOCIATE);
    if (role != PoolRole.ASSOCIATE && pool.role() != PoolRole.OWNER) {
      throw RefusedException.value(
          ErrorCode.FORBIDDEN, "role", role.name(), "must be ASSOCIATE, unless an owner invites");
    }
    InvitationCode code = InvitationCode.mint(random);
    Invitation made =
        pools
            .invite(pool.poolId(), caller.userId(), role, code.hash(), clock.instant())
            .orElseThrow(
                () ->
                    RefusedException.of(
                        ErrorCode.POOL_FULL,
                        "a pool has at most %d open invitations: withdraw one first"
                            .formatted(Pools.MAX_INVITATIONS)));
    return Answer.created(new MadeInvitation(code.text(), WireInvitation.of(made)));
  }

  private Answer<Items<WireInvitation>> list(OnePool query, Caller caller) {
    return Answer.ok(
        Items.all(
            pools.invitations(caller.pool(query.id()).poolId(), clock.instant()).stream()
                .map(WireInvitation::of)
                .toList()));
  }

  private Answer<Nothing> withdraw(OneInvitation request, Caller caller) {
    long pool = caller.pool(request.id()).poolId();
    long invitation;
    try {
      invitation = Long.parseLong(request.invitationId());
    } catch (NumberFormatException e) {
      invitation = 0;
    }
    PoolChanges.require(
        pools.withdraw(pool, invitation),
        ErrorCode.UNKNOWN_INVITATION,
        "invitationId",
        request.invitationId());
    return new Answer<>(204, new Nothing());
  }

  private Answer<Items<WirePool>> join(Join request, Caller caller) {
    byte[] hash = new InvitationCode(request.code()).hash();
    Pools.Change change = pools.join(hash, caller.userId(), clock.instant());
    if (change == Pools.Change.UNKNOWN) {
      throw RefusedException.of(
          ErrorCode.UNKNOWN_INVITATION, "the invitation was used, withdrawn, or is over");
    }
    PoolChanges.require(change, ErrorCode.UNKNOWN_INVITATION, "code", "");
    onJoined.accept(caller.userId());
    return Answer.created(Items.all(pools.of(caller.userId()).stream().map(WirePool::of).toList()));
  }
}
