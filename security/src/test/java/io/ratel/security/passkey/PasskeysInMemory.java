package io.ratel.security.passkey;

import io.ratel.security.factor.Challenges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passkeys and challenges without a database. */
final class PasskeysInMemory implements Passkeys, Challenges {
  private final List<Stored> all = new ArrayList<>();
  private final Map<String, Challenge> open = new HashMap<>();
  private final Map<String, Instant> ends = new HashMap<>();

  @Override
  public byte[] handle(long userId) {
    return new byte[] {(byte) userId, 1, 2, 3};
  }

  @Override
  public Optional<Passkey> add(long userId, String name, Credential credential, Instant now) {
    if (find(credential.id()).isPresent()) {
      return Optional.empty();
    }
    Passkey made = new Passkey(all.size() + 1L, userId, name, now, Optional.empty());
    all.add(new Stored(made, credential));
    return Optional.of(made);
  }

  @Override
  public Optional<Stored> find(byte[] credentialId) {
    return all.stream().filter(s -> Arrays.equals(s.credential().id(), credentialId)).findFirst();
  }

  @Override
  public List<Stored> of(long userId) {
    return all.stream().filter(stored -> stored.passkey().userId() == userId).toList();
  }

  @Override
  public boolean used(long id, long signCount, boolean backedUp, Instant now) {
    for (int i = 0; i < all.size(); i++) {
      Credential was = all.get(i).credential();
      if (all.get(i).passkey().id() == id
          && (was.signCount() < signCount || (was.signCount() == 0 && signCount == 0))) {
        Credential is =
            new Credential(
                was.id(),
                was.attested(),
                signCount,
                was.transports(),
                was.backupEligible(),
                backedUp);
        all.set(i, new Stored(all.get(i).passkey(), is));
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean rename(long userId, long id, String name) {
    return false;
  }

  @Override
  public boolean delete(long userId, long id) {
    return all.removeIf(stored -> stored.passkey().id() == id);
  }

  @Override
  public boolean open(String id, Challenge challenge, Instant expiresAt) {
    ends.put(id, expiresAt);
    return open.putIfAbsent(id, challenge) == null;
  }

  @Override
  public Optional<Challenge> find(String id, Kind kind, Instant now) {
    return Optional.ofNullable(open.get(id))
        .filter(c -> c.kind() == kind && now.isBefore(ends.getOrDefault(id, now)));
  }

  @Override
  public Optional<Challenge> take(String id, Kind kind, Instant now) {
    Optional<Challenge> found = find(id, kind, now);
    found.ifPresent(challenge -> open.remove(id));
    return found;
  }
}
