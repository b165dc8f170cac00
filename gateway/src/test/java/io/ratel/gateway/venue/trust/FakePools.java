package io.ratel.gateway.venue.trust;

import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.security.pool.Invitation;
import io.ratel.security.pool.Member;
import io.ratel.security.pool.Pool;
import io.ratel.security.pool.PoolRole;
import io.ratel.security.pool.Pools;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Pools in memory. */
public final class FakePools implements Pools {
  private static final Instant NOW = TestVenue.NOW;

  private record Kept(long id, String name, long accountId, Map<Long, PoolRole> members) {}

  private record Open(Invitation invitation, byte[] hash) {}

  private final Users users;
  private final Map<Long, Kept> pools = new LinkedHashMap<>();
  private final List<Open> open = new ArrayList<>();
  private long next;

  public FakePools(Users users) {
    this.users = users;
  }

  /** Makes someone a member, whatever they were. */
  public synchronized void put(long poolId, long userId, PoolRole role) {
    kept(poolId).members().put(userId, role);
  }

  private Kept kept(long poolId) {
    return Optional.ofNullable(pools.get(poolId)).orElseThrow();
  }

  @Override
  public synchronized Optional<Pool> open(long ownerId, String name, long accountId) {
    OptionalLong known =
        pools.values().stream()
            .filter(p -> p.accountId() == accountId)
            .mapToLong(Kept::id)
            .findFirst();
    long id = known.orElseGet(() -> ++next);
    if (known.isEmpty()) {
      pools.put(id, new Kept(id, name, accountId, new LinkedHashMap<>()));
      put(id, ownerId, PoolRole.OWNER);
    }
    return of(ownerId).stream().filter(pool -> pool.id() == id).findFirst();
  }

  @Override
  public synchronized List<Pool> of(long userId) {
    return pools.values().stream()
        .filter(pool -> pool.members().containsKey(userId))
        .map(
            pool ->
                new Pool(
                    pool.id(),
                    pool.name(),
                    pool.accountId(),
                    NOW,
                    Optional.ofNullable(pool.members().get(userId)).orElseThrow(),
                    pool.members().size()))
        .toList();
  }

  @Override
  public synchronized List<Member> members(long poolId) {
    if (!pools.containsKey(poolId)) {
      return List.of();
    }
    return kept(poolId).members().entrySet().stream()
        .map(
            each ->
                new Member(
                    each.getKey(),
                    users.findById(each.getKey()).flatMap(User::email),
                    each.getValue(),
                    NOW,
                    users.accountIds(each.getKey())))
        .toList();
  }

  @Override
  public synchronized Change rename(long poolId, String name) {
    Kept pool = kept(poolId);
    pools.put(poolId, new Kept(poolId, name, pool.accountId(), pool.members()));
    return Change.DONE;
  }

  @Override
  public synchronized Change delete(long poolId) {
    return pools.remove(poolId) == null ? Change.UNKNOWN : Change.DONE;
  }

  @Override
  public synchronized Change setRole(long poolId, long userId, PoolRole role) {
    Kept pool = kept(poolId);
    if (role != PoolRole.OWNER && isLastOwner(pool, userId)) {
      return Change.LAST_OWNER;
    }
    return pool.members().replace(userId, role) == null ? Change.UNKNOWN : Change.DONE;
  }

  private static boolean isLastOwner(Kept pool, long userId) {
    return pool.members().entrySet().stream()
        .noneMatch(each -> each.getValue() == PoolRole.OWNER && each.getKey() != userId);
  }

  @Override
  public synchronized Change remove(long poolId, long userId) {
    Kept pool = kept(poolId);
    if (isLastOwner(pool, userId)) {
      return Change.LAST_OWNER;
    }
    return pool.members().remove(userId) == null ? Change.UNKNOWN : Change.DONE;
  }

  @Override
  public synchronized Optional<Invitation> invite(
      long poolId, long invitedBy, PoolRole role, byte[] hash, Instant now) {
    Invitation made =
        new Invitation(++next, poolId, role, invitedBy, now, now.plus(Invitation.LIFETIME));
    open.add(new Open(made, hash));
    return Optional.of(made);
  }

  @Override
  public synchronized List<Invitation> invitations(long poolId, Instant now) {
    return open.stream()
        .map(Open::invitation)
        .filter(each -> each.poolId() == poolId && each.expiresAt().isAfter(now))
        .toList();
  }

  @Override
  public synchronized Change withdraw(long poolId, long invitationId) {
    boolean gone =
        open.removeIf(
            each -> each.invitation().poolId() == poolId && each.invitation().id() == invitationId);
    return gone ? Change.DONE : Change.UNKNOWN;
  }

  @Override
  public synchronized Change join(byte[] hash, long userId, Instant now) {
    for (Open each : List.copyOf(open)) {
      Invitation invitation = each.invitation();
      if (java.util.Arrays.equals(each.hash(), hash) && invitation.expiresAt().isAfter(now)) {
        if (kept(invitation.poolId()).members().putIfAbsent(userId, invitation.role()) == null) {
          open.remove(each);
        }
        return Change.DONE;
      }
    }
    return Change.UNKNOWN;
  }
}
