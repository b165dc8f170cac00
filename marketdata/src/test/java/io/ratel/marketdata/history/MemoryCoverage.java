package io.ratel.marketdata.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger in memory. */
final class MemoryCoverage implements Coverage {
  private final Map<HistoryKey, List<Span>> whole = new HashMap<>();

  @Override
  public synchronized List<Span> of(HistoryKey key, Span within) {
    return whole.getOrDefault(key, List.of()).stream()
        .filter(span -> span.toNs() > within.fromNs() && span.fromNs() < within.toNs())
        .toList();
  }

  @Override
  public synchronized void add(Map<HistoryKey, List<Span>> spans) {
    spans.forEach(
        (key, more) -> {
          List<Span> all = new ArrayList<>(whole.getOrDefault(key, List.of()));
          all.addAll(more);
          whole.put(key, Span.merged(all));
        });
  }
}
