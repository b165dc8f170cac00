package io.ratel.gateway.venue.trust;

import io.ratel.gateway.identity.IdentityPorts;
import io.ratel.security.factor.Challenges;
import io.ratel.security.factor.Factors;
import io.ratel.security.factor.SecondFactors;
import io.ratel.security.passkey.Credential;
import io.ratel.security.passkey.Passkey;
import io.ratel.security.passkey.Passkeys;
import io.ratel.security.passkey.RelyingParty;
import io.ratel.security.secret.EnvironmentKeys;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.SealedSecret;
import io.ratel.security.secret.SecretStore;
import io.ratel.security.secret.Secrets;
import io.ratel.security.session.Session;
import io.ratel.security.session.Sessions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What people prove themselves with, in memory. */
public final class FakeIdentity {
  public final FakeFactors factors = new FakeFactors();
  public final FakePasskeys passkeys = new FakePasskeys();
  public final FakeSessions sessions = new FakeSessions();
  private final FakeChallenges challenges = new FakeChallenges();

  /** All of it behind a page at {@code http://localhost:8080}. */
  public IdentityPorts ports(InstantSource clock) {
    SecureRandom random = new SecureRandom();
    String key = "1:" + Base64.getEncoder().encodeToString(new byte[32]);
    Secrets secrets = new Secrets(new FakeSecrets(), new EnvironmentKeys(key), random);
    URI page = URI.create("http://localhost:8080");
    return new IdentityPorts(
        new SecondFactors(factors, secrets, clock, random),
        new RelyingParty(() -> page, passkeys, challenges, clock, random),
        challenges,
        sessions);
  }

  /** Authenticators that nobody can get locked. */
  public static final class FakeFactors implements Factors {
    private final Map<Long, Authenticator> all = new ConcurrentHashMap<>();
    private final Map<Long, List<byte[]>> recovery = new ConcurrentHashMap<>();

    @Override
    public Optional<Authenticator> authenticator(long userId) {
      return Optional.ofNullable(all.get(userId));
    }

    @Override
    public boolean begin(long userId) {
      if (authenticator(userId).flatMap(Authenticator::confirmedAt).isPresent()) {
        return false;
      }
      all.put(userId, new Authenticator(Optional.empty(), 0));
      return true;
    }

    @Override
    public boolean attempt(long userId, Instant now) {
      return true;
    }

    @Override
    public synchronized boolean useStep(long userId, long step) {
      Authenticator known = authenticator(userId).orElseThrow();
      all.put(userId, new Authenticator(known.confirmedAt(), Math.max(step, known.lastStep())));
      return known.lastStep() < step;
    }

    @Override
    public void confirm(long userId, Instant now, List<byte[]> recoveryHashes) {
      long lastStep = authenticator(userId).orElseThrow().lastStep();
      all.put(userId, new Authenticator(Optional.of(now), lastStep));
      replaceRecovery(userId, recoveryHashes);
    }

    @Override
    public synchronized boolean useRecovery(long userId, byte[] hash) {
      return recovery.getOrDefault(userId, List.of()).removeIf(kept -> Arrays.equals(kept, hash));
    }

    @Override
    public void replaceRecovery(long userId, List<byte[]> hashes) {
      recovery.put(userId, new ArrayList<>(hashes));
    }

    @Override
    public int recoveryLeft(long userId) {
      return recovery.getOrDefault(userId, List.of()).size();
    }

    @Override
    public boolean remove(long userId) {
      recovery.remove(userId);
      return all.remove(userId) != null;
    }
  }

  private record Opened(Challenges.Challenge challenge, Instant expiresAt) {}

  private static final class FakeChallenges implements Challenges {
    private final Map<String, Opened> all = new ConcurrentHashMap<>();

    @Override
    public boolean open(String id, Challenge challenge, Instant expiresAt) {
      return all.putIfAbsent(id, new Opened(challenge, expiresAt)) == null;
    }

    @Override
    public Optional<Challenge> find(String id, Kind kind, Instant now) {
      return valid(Optional.ofNullable(all.get(id)), kind, now);
    }

    @Override
    public Optional<Challenge> take(String id, Kind kind, Instant now) {
      return valid(Optional.ofNullable(all.remove(id)), kind, now);
    }

    private static Optional<Challenge> valid(Optional<Opened> found, Kind kind, Instant now) {
      return found
          .filter(each -> each.challenge().kind() == kind && now.isBefore(each.expiresAt()))
          .map(Opened::challenge);
    }
  }

  /** Passkeys by the order in which they were added. */
  public static final class FakePasskeys implements Passkeys {
    private final List<Stored> all = new ArrayList<>();

    @Override
    public byte[] handle(long userId) {
      return ByteBuffer.allocate(Long.BYTES).putLong(userId).array();
    }

    @Override
    public synchronized Optional<Passkey> add(
        long userId, String name, Credential credential, Instant now) {
      Passkey made = new Passkey(all.size() + 1L, userId, name, now, Optional.empty());
      all.add(new Stored(made, credential));
      return Optional.of(made);
    }

    @Override
    public synchronized Optional<Stored> find(byte[] credentialId) {
      return all.stream()
          .filter(stored -> Arrays.equals(stored.credential().id(), credentialId))
          .findFirst();
    }

    @Override
    public synchronized List<Stored> of(long userId) {
      return all.stream().filter(stored -> stored.passkey().userId() == userId).toList();
    }

    @Override
    public boolean used(long id, long signCount, boolean backedUp, Instant now) {
      return true;
    }

    @Override
    public boolean rename(long userId, long id, String name) {
      return of(userId).stream().anyMatch(stored -> stored.passkey().id() == id);
    }

    @Override
    public synchronized boolean delete(long userId, long id) {
      return all.removeIf(
          stored -> stored.passkey().userId() == userId && stored.passkey().id() == id);
    }
  }

  /** Sessions, the last used first. */
  public static final class FakeSessions implements Sessions {
    private final Map<String, Session> all = new ConcurrentHashMap<>();

    @Override
    public void open(Session session) {
      all.put(session.id(), session);
    }

    @Override
    public void used(String id, String address, Instant at) {}

    @Override
    public Optional<Session> find(String id, Instant now) {
      return Optional.ofNullable(all.get(id)).filter(each -> now.isBefore(each.expiresAt()));
    }

    @Override
    public List<Session> of(long userId, Instant now) {
      return all.values().stream()
          .filter(each -> each.userId() == userId && now.isBefore(each.expiresAt()))
          .sorted(Comparator.comparing(Session::lastUsedAt).reversed())
          .toList();
    }

    @Override
    public boolean end(long userId, String id) {
      return all.values().removeIf(each -> each.userId() == userId && each.id().equals(id));
    }

    @Override
    public void endAll(long userId) {
      all.values().removeIf(each -> each.userId() == userId);
    }
  }

  private static final class FakeSecrets implements SecretStore {
    private final Map<Place, SealedSecret> rows = new HashMap<>();

    @Override
    public Optional<Found> find(Place place) {
      return Optional.ofNullable(rows.get(place)).map(row -> new Found(row, row.version()));
    }

    @Override
    public long newest(Place place) {
      return find(place).map(Found::newest).orElse(0L);
    }

    @Override
    public List<SealedSecret> list(Optional<Place> after, int limit) {
      return List.of();
    }

    @Override
    public boolean put(SealedSecret row) {
      rows.put(row.place(), row);
      return true;
    }

    @Override
    public void delete(Place place) {
      rows.remove(place);
    }

    @Override
    public boolean rewrap(SealedSecret row, int formerKeyVersion) {
      return false;
    }

    @Override
    public long countSealing(int keyVersion) {
      return 1;
    }
  }
}
