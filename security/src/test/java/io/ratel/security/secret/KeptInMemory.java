package io.ratel.security.secret;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store without a database, whose rows a test can change behind everybody's back. */
final class KeptInMemory implements SecretStore {
  final Map<Place, SealedSecret> rows = new HashMap<>();
  final Map<Place, Long> newest = new HashMap<>();
  private final Map<Integer, Long> sealings = new HashMap<>();

  @Override
  public Optional<Found> find(Place place) {
    return Optional.ofNullable(rows.get(place)).map(row -> new Found(row, newest(place)));
  }

  @Override
  public long newest(Place place) {
    return newest.getOrDefault(place, 0L);
  }

  @Override
  public List<SealedSecret> list(Optional<Place> after, int limit) {
    return rows.values().stream()
        .filter(row -> after.isEmpty() || key(row.place()).compareTo(key(after.get())) > 0)
        .sorted(Comparator.comparing(row -> key(row.place())))
        .limit(limit)
        .toList();
  }

  private static String key(Place place) {
    return place.toString();
  }

  @Override
  public boolean put(SealedSecret row) {
    if (row.version() != newest(row.place()) + 1) {
      return false;
    }
    newest.put(row.place(), row.version());
    rows.put(row.place(), row);
    return true;
  }

  @Override
  public void delete(Place place) {
    if (rows.remove(place) != null) {
      newest.merge(place, 1L, Long::sum);
    }
  }

  @Override
  public boolean rewrap(SealedSecret row, int formerKeyVersion) {
    SealedSecret was = rows.get(row.place());
    if (was == null || was.version() != row.version() || was.keyVersion() != formerKeyVersion) {
      return false;
    }
    rows.put(row.place(), row);
    return true;
  }

  @Override
  public long countSealing(int keyVersion) {
    return sealings.merge(keyVersion, 1L, Long::sum);
  }
}
