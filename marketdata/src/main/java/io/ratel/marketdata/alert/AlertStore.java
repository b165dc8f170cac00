package io.ratel.marketdata.alert;

import java.util.List;
import java.util.Optional;

/** Where alerts are kept. Safe for any thread; may block. */
public interface AlertStore {
  /**
   * Keeps a new alert, unless the user has so many already.
   *
   * @return with its number; empty when there is no room
   */
  Optional<Alert> create(Alert alert, int most);

  /** A user's, newest first. */
  List<Alert> of(long userId);

  /** One of a user's. */
  Optional<Alert> find(long userId, long id);

  /** Replaces what may change of an alert; false when the user has no such alert. */
  boolean replace(Alert alert);

  /** False when the user has no such alert. */
  boolean delete(long userId, long id);

  /** All that are to be watched, at most so many, the oldest first. */
  List<Alert> active(int most);

  /**
   * Keeps that an alert fired, if it still may: it is active, and not cooling down from a firing
   * that another process stored.
   *
   * @return with its number; empty when it was not to fire
   */
  Optional<Firing> fire(Alert alert, Firing firing);

  /** What fired of one of a user's alerts before a number, newest first. */
  List<Firing> firings(long userId, long alertId, long before, int limit);

  /** What fired for a user, newest first. */
  List<Firing> newest(long userId, int limit);

  /** What fired for anybody after a number, oldest first. */
  List<Firing> after(long id, int limit);

  /** The number of the newest firing; 0 when there is none. */
  long lastId();
}
