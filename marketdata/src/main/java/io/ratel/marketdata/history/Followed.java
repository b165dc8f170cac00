package io.ratel.marketdata.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is stored whole because it is followed as it happens. Whoever follows a history says again
 * and again up to where it is whole, and cuts it when something was lost. Our own market's trades
 * and bars need nobody: its log has them all. Safe for any thread.
 */
public final class Followed {
  /** Spans that wait to be entered into the ledger; further ones are forgotten, and so missing. */
  private static final int MAX_WAITING = 20_000;

  private static final class Open {
    private final long fromNs;
    private long untilNs;
    private boolean current;

    private Open(long fromNs) {
      this.fromNs = fromNs;
      this.untilNs = fromNs;
    }
  }

  private final Map<HistoryKey, Open> open = new HashMap<>();
  private final Map<HistoryKey, List<Span>> ended = new HashMap<>();
  private int waiting;

  /**
   * A history is whole up to a moment, since it was said first.
   *
   * @param current whether it will be whole up to now as long as nothing else is said
   */
  public synchronized void extend(HistoryKey key, long untilNs, boolean current) {
    Open span = open.computeIfAbsent(key, _ -> new Open(untilNs));
    span.untilNs = Math.max(span.untilNs, untilNs);
    span.current = current;
  }

  /** Something was lost after the moment that was told last. */
  public synchronized void cut(HistoryKey key) {
    Open span = open.remove(key);
    if (span != null && span.untilNs > span.fromNs && waiting < MAX_WAITING) {
      ended.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Span(span.fromNs, span.untilNs));
      waiting++;
    }
  }

  /** What is followed now or waits for the ledger. */
  public synchronized List<Span> now(HistoryKey key) {
    if (key.symbol().venue().isEmpty()
        && (key.kind() == HistoryKind.TRADES || key.kind() == HistoryKind.BARS)) {
      return List.of(Span.ALWAYS);
    }
    List<Span> spans = new ArrayList<>(ended.getOrDefault(key, List.of()));
    Open span = open.get(key);
    if (span != null) {
      spans.add(new Span(span.fromNs, span.current ? Long.MAX_VALUE : span.untilNs));
    }
    return spans;
  }

  /** Takes what ended, with what is whole so far of the rest, for the ledger. */
  public synchronized Map<HistoryKey, List<Span>> take() {
    Map<HistoryKey, List<Span>> taken = new HashMap<>();
    ended.forEach((key, spans) -> taken.put(key, new ArrayList<>(spans)));
    ended.clear();
    waiting = 0;
    open.forEach(
        (key, span) -> {
          if (span.untilNs > span.fromNs) {
            taken
                .computeIfAbsent(key, _ -> new ArrayList<>())
                .add(new Span(span.fromNs, span.untilNs));
          }
        });
    return taken;
  }

  /** Gives back what the ledger did not take. */
  public synchronized void giveBack(Map<HistoryKey, List<Span>> spans) {
    spans.forEach(
        (key, of) -> {
          if (waiting < MAX_WAITING) {
            List<Span> all = new ArrayList<>(ended.getOrDefault(key, List.of()));
            waiting -= all.size();
            all.addAll(of);
            List<Span> merged = Span.merged(all);
            waiting += merged.size();
            ended.put(key, merged);
          }
        });
  }
}
