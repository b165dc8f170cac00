package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.pool.Invitation;
import io.ratel.security.pool.Member;
import io.ratel.security.pool.Pool;
import io.ratel.security.pool.PoolRole;
import io.ratel.security.pool.Pools;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Pools in schema {@code platform}. Whoever counts holds the row of what is counted for: the user's
 * for pools, the pool's for members, owners and invitations. Any thread.
 */
public final class PostgresPools implements Pools {
  private static final String SEEN =
      "select p.*, m.role, (select count(*) from platform.pool_members x where x.pool_id ="
          + " p.pool_id) as members from platform.pools p"
          + " join platform.pool_members m on m.pool_id = p.pool_id where m.user_id = ?";

  private final DSLContext sql;

  public PostgresPools(Database database) {
    this.sql = database.sql();
  }

  @Override
  public Optional<Pool> open(long ownerId, String name, long accountId) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          boolean known = count(inside, "platform.pools where account_id = ?", accountId) > 0;
          if (!known) {
            if (!hasRoom(inside, ownerId)) {
              return Optional.empty();
            }
            long pool =
                inside
                    .fetchSingle(
                        "insert into platform.pools (name, account_id) values (?, ?)"
                            + " returning pool_id",
                        name,
                        accountId)
                    .get("pool_id", Long.class);
            add(inside, pool, ownerId, PoolRole.OWNER);
          }
          return inside
              .fetchOptional(SEEN + " and p.account_id = ?", ownerId, accountId)
              .map(PostgresPools::pool);
        });
  }

  private static boolean hasRoom(DSLContext inside, long userId) {
    inside.execute("select 1 from platform.users where user_id = ? for update", userId);
    return count(inside, "platform.pool_members where user_id = ?", userId) < MAX_POOLS;
  }

  private static int count(DSLContext inside, String rows, Object... values) {
    return inside.fetchSingle("select count(*) from " + rows, values).get(0, Integer.class);
  }

  private static void add(DSLContext inside, long pool, long user, PoolRole role) {
    inside.execute(
        "insert into platform.pool_members (pool_id, user_id, role) values (?, ?, ?)",
        pool,
        user,
        role.name());
  }

  @Override
  public List<Pool> of(long userId) {
    return sql.fetch(SEEN + " order by m.joined_at, p.pool_id", userId).map(PostgresPools::pool);
  }

  @Override
  public List<Member> members(long poolId) {
    return sql.fetch(
            "select m.*, u.email, array(select a.account_id from platform.user_accounts a"
                + " where a.user_id = m.user_id order by a.account_id) as accounts"
                + " from platform.pool_members m join platform.users u on u.user_id = m.user_id"
                + " where m.pool_id = ? order by m.joined_at, m.user_id",
            poolId)
        .map(
            r ->
                new Member(
                    r.get("user_id", Long.class),
                    Optional.ofNullable(r.get("email", String.class)),
                    role(r),
                    time(r, "joined_at"),
                    Arrays.asList(r.get("accounts", Long[].class))));
  }

  @Override
  public Change rename(long poolId, String name) {
    return done(sql.execute("update platform.pools set name = ? where pool_id = ?", name, poolId));
  }

  @Override
  public Change delete(long poolId) {
    return done(sql.execute("delete from platform.pools where pool_id = ?", poolId));
  }

  private static Change done(int rows) {
    return rows == 0 ? Change.UNKNOWN : Change.DONE;
  }

  @Override
  public Change setRole(long poolId, long userId, PoolRole role) {
    return change(
        poolId,
        userId,
        role == PoolRole.OWNER,
        "update platform.pool_members set role = '" + role.name() + "'");
  }

  @Override
  public Change remove(long poolId, long userId) {
    return change(poolId, userId, false, "delete from platform.pool_members");
  }

  /**
   * @param owner whether the member is an owner afterwards
   * @param statement without its condition
   */
  private Change change(long poolId, long userId, boolean owner, String statement) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          lock(inside, poolId);
          boolean others =
              count(
                      inside,
                      "platform.pool_members where pool_id = ? and user_id <> ?"
                          + " and role = 'OWNER'",
                      poolId,
                      userId)
                  > 0;
          if (!owner && !others) {
            return Change.LAST_OWNER;
          }
          return done(
              inside.execute(statement + " where pool_id = ? and user_id = ?", poolId, userId));
        });
  }

  private static boolean lock(DSLContext inside, long poolId) {
    return inside.execute("select 1 from platform.pools where pool_id = ? for update", poolId) == 1;
  }

  @Override
  public Optional<Invitation> invite(
      long poolId, long invitedBy, PoolRole role, byte[] hash, Instant now) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          lock(inside, poolId);
          inside.execute(
              "delete from platform.pool_invitations where pool_id = ?"
                  + " and expires_at <= ?::timestamptz",
              poolId,
              at(now));
          if (count(inside, "platform.pool_invitations where pool_id = ?", poolId)
              >= MAX_INVITATIONS) {
            return Optional.empty();
          }
          return inside
              .fetchOptional(
                  "insert into platform.pool_invitations"
                      + " (pool_id, role, invited_by, hash, created_at, expires_at)"
                      + " values (?, ?, ?, ?, ?::timestamptz, ?::timestamptz) returning *",
                  poolId,
                  role.name(),
                  invitedBy,
                  hash,
                  at(now),
                  at(now.plus(Invitation.LIFETIME)))
              .map(PostgresPools::invitation);
        });
  }

  @Override
  public List<Invitation> invitations(long poolId, Instant now) {
    return sql.fetch(
            "select * from platform.pool_invitations where pool_id = ?"
                + " and expires_at > ?::timestamptz order by invitation_id desc",
            poolId,
            at(now))
        .map(PostgresPools::invitation);
  }

  @Override
  public Change withdraw(long poolId, long invitationId) {
    return done(
        sql.execute(
            "delete from platform.pool_invitations where pool_id = ? and invitation_id = ?",
            poolId,
            invitationId));
  }

  @Override
  public Change join(byte[] hash, long userId, Instant now) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          Optional<Invitation> found =
              inside
                  .fetchOptional(
                      "select * from platform.pool_invitations where hash = ?"
                          + " and expires_at > ?::timestamptz for update",
                      hash,
                      at(now))
                  .map(PostgresPools::invitation);
          return found.map(each -> enter(inside, each, userId)).orElse(Change.UNKNOWN);
        });
  }

  private static Change enter(DSLContext inside, Invitation invitation, long userId) {
    long pool = invitation.poolId();
    lock(inside, pool);
    boolean member =
        count(inside, "platform.pool_members where pool_id = ? and user_id = ?", pool, userId) > 0;
    if (member) {
      return Change.DONE;
    }
    if (!hasRoom(inside, userId)
        || count(inside, "platform.pool_members where pool_id = ?", pool) >= MAX_MEMBERS) {
      return Change.FULL;
    }
    add(inside, pool, userId, invitation.role());
    inside.execute(
        "delete from platform.pool_invitations where invitation_id = ?", invitation.id());
    return Change.DONE;
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static Instant time(Record r, String column) {
    return r.get(column, OffsetDateTime.class).toInstant();
  }

  private static PoolRole role(Record r) {
    return PoolRole.valueOf(r.get("role", String.class));
  }

  private static Pool pool(Record r) {
    return new Pool(
        r.get("pool_id", Long.class),
        r.get("name", String.class),
        r.get("account_id", Long.class),
        time(r, "created_at"),
        role(r),
        r.get("members", Integer.class));
  }

  private static Invitation invitation(Record r) {
    return new Invitation(
        r.get("invitation_id", Long.class),
        r.get("pool_id", Long.class),
        role(r),
        r.get("invited_by", Long.class),
        time(r, "created_at"),
        time(r, "expires_at"));
  }
}
