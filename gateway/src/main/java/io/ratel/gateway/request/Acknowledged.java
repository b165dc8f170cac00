package io.ratel.gateway.request;

import io.ratel.exchange.Reply;
import io.ratel.exchange.view.TradingViews;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers how far the exchange has acknowledged each account's commands, so that the account's
 * next read waits for the effect. Safe for any thread; at most one entry an account.
 */
public final class Acknowledged {
  private static final long WAIT_MS = 250;

  private final TradingViews views;
  private final Map<Long, Long> sequences = new ConcurrentHashMap<>();

  public Acknowledged(TradingViews views) {
    this.views = views;
  }

  public void note(long accountId, Reply reply) {
    if (!reply.refused()) {
      sequences.merge(accountId, reply.sequence(), Math::max);
    }
  }

  /** Waits for what this account was told, at most 250 ms; then older data is better than none. */
  public void await(long accountId) {
    Long sequence = sequences.get(accountId);
    if (sequence != null && views.await(sequence, WAIT_MS)) {
      sequences.remove(accountId, sequence);
    }
  }
}
