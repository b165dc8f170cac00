package io.ratel.security.secret;

import java.util.List;
import java.util.Optional;

/**
 * The system of record for sealed secrets. Beside each row it keeps the newest version that its
 * place ever had, which only grows and outlives the row. Safe for any thread; calls may block.
 */
public interface SecretStore {
  /**
   * @param newest the newest version of this place, kept apart from the row
   */
  record Found(SealedSecret row, long newest) {}

  Optional<Found> find(Place place);

  /** The newest version that this place ever had; 0 when it never had one. */
  long newest(Place place);

  /**
   * Some rows in the order of owner and name.
   *
   * @param after empty for the first
   * @param limit at most this many
   */
  List<SealedSecret> list(Optional<Place> after, int limit);

  /**
   * Writes a value in place of what is there.
   *
   * @return false when its version is not the one after the newest: somebody else wrote meanwhile
   */
  boolean put(SealedSecret row);

  /**
   * Takes a secret away for good: the newest version of its place goes on, so that the row put back
   * does not open.
   */
  void delete(Place place);

  /**
   * Writes the same value under another key.
   *
   * @return false when the row is not of that version and key any more
   */
  boolean rewrap(SealedSecret row, int formerKeyVersion);

  /**
   * Counts one more use of a master key for sealing; how many there have been, this one included.
   */
  long countSealing(int keyVersion);
}
