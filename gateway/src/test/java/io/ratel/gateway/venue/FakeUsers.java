package io.ratel.gateway.venue;

import io.ratel.security.external.ExternalAccount;
import io.ratel.security.external.ExternalAccounts;
import io.ratel.security.identity.License;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserKind;
import io.ratel.security.identity.UserRegister;
import io.ratel.security.identity.UserState;
import io.ratel.security.identity.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Users in memory. */
public final class FakeUsers implements Users, UserRegister, ExternalAccounts {
  private record Link(long userId, long id, ExternalAccount account, Instant at) {}

  private final Map<Long, Credentials> users = new LinkedHashMap<>();
  private final Map<Long, List<Account>> accounts = new LinkedHashMap<>();
  private final Map<Long, Receipt> receipts = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private long last;

  @Override
  public synchronized Optional<Credentials> findByEmail(String email) {
    return users.values().stream()
        .filter(c -> c.user().email().equals(Optional.of(email)))
        .findFirst();
  }

  @Override
  public synchronized Optional<Credentials> credentials(long userId) {
    return Optional.ofNullable(users.get(userId));
  }

  @Override
  public synchronized User create(String email, Role role, String passwordHash) {
    return create(
            new NewUser(
                Optional.of(email),
                "",
                role,
                UserKind.PERSON,
                Optional.of(passwordHash),
                Optional.empty()),
            Instant.EPOCH)
        .orElseThrow();
  }

  @Override
  public synchronized boolean setPassword(long userId, String passwordHash) {
    return users.computeIfPresent(
            userId, (id, old) -> new Credentials(old.user(), Optional.of(passwordHash)))
        != null;
  }

  @Override
  public synchronized Optional<User> create(NewUser wanted, Instant now) {
    boolean taken =
        wanted.email().flatMap(this::findByEmail).isPresent()
            || wanted.external().filter(e -> find(e).isPresent()).isPresent();
    if (taken) {
      return Optional.empty();
    }
    User made =
        new User(
            ++last,
            wanted.email(),
            wanted.name(),
            wanted.role(),
            wanted.kind(),
            UserState.ACTIVE,
            License.FREE);
    users.put(made.id(), new Credentials(made, wanted.passwordHash()));
    wanted.external().ifPresent(account -> link(made.id(), account, now));
    return Optional.of(made);
  }

  @Override
  public synchronized List<User> list(long after, int limit) {
    return users.values().stream()
        .map(Credentials::user)
        .filter(user -> user.id() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<User> change(long userId, Change change) {
    return credentials(userId)
        .map(
            known -> {
              User was = known.user();
              User is =
                  new User(
                      userId,
                      was.email(),
                      was.name(),
                      change.role().orElse(was.role()),
                      was.kind(),
                      change.state().orElse(was.state()),
                      change.license().orElse(was.license()));
              users.put(userId, new Credentials(is, known.passwordHash()));
              return is;
            });
  }

  @Override
  public synchronized Optional<Receipt> delete(long userId, Instant now) {
    if (users.remove(userId) == null) {
      return Optional.empty();
    }
    Receipt receipt = new Receipt(userId, accountIds(userId), now, Map.of("users", 1));
    accounts.remove(userId);
    links.removeIf(link -> link.userId() == userId);
    receipts.put(userId, receipt);
    return Optional.of(receipt);
  }

  @Override
  public synchronized Optional<Receipt> receipt(long userId) {
    return Optional.ofNullable(receipts.get(userId));
  }

  @Override
  public synchronized void addAccount(long userId, Account account) {
    accounts.computeIfAbsent(userId, id -> new ArrayList<>()).add(account);
  }

  @Override
  public synchronized List<Account> accounts(long userId) {
    return List.copyOf(accounts.getOrDefault(userId, List.of()));
  }

  @Override
  public synchronized OptionalLong find(ExternalAccount account) {
    return links.stream()
        .filter(link -> link.account().issuer().equals(account.issuer()))
        .filter(link -> link.account().subject().equals(account.subject()))
        .mapToLong(Link::userId)
        .findFirst();
  }

  @Override
  public synchronized boolean link(long userId, ExternalAccount account, Instant now) {
    if (find(account).isPresent()) {
      return false;
    }
    return links.add(new Link(userId, links.size() + 1L, account, now));
  }

  @Override
  public synchronized List<Linked> of(long userId) {
    return links.stream()
        .filter(link -> link.userId() == userId)
        .map(
            link ->
                new Linked(
                    link.id(),
                    link.account().issuer(),
                    link.account().email().orElse(link.account().name()),
                    link.at()))
        .toList();
  }

  @Override
  public synchronized boolean unlink(long userId, long id) {
    return links.removeIf(link -> link.userId() == userId && link.id() == id);
  }
}
