package io.ratel.gateway.venue;

import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users in memory. */
public final class FakeUsers implements Users {
  private final Map<Long, Credentials> users = new LinkedHashMap<>();
  private final Map<Long, List<Account>> accounts = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Credentials> findByEmail(String email) {
    return users.values().stream().filter(c -> c.user().email().equals(email)).findFirst();
  }

  @Override
  public synchronized Optional<User> findById(long userId) {
    return Optional.ofNullable(users.get(userId)).map(Credentials::user);
  }

  @Override
  public synchronized User create(String email, Role role, String passwordHash) {
    User user = new User(users.size() + 1L, email, role);
    users.put(user.id(), new Credentials(user, passwordHash));
    return user;
  }

  @Override
  public synchronized void addAccount(long userId, Account account) {
    accounts.computeIfAbsent(userId, id -> new ArrayList<>()).add(account);
  }

  @Override
  public synchronized List<Account> accounts(long userId) {
    return List.copyOf(accounts.getOrDefault(userId, List.of()));
  }
}
