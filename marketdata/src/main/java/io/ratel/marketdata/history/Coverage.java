package io.ratel.marketdata.history;

import java.util.List;
import java.util.Map;

/** The port of the ledger of what is stored whole. Safe for any thread; blocks. */
public interface Coverage {
  /** The spans that are stored whole and touch this one, oldest first. */
  List<Span> of(HistoryKey key, Span within);

  /** Enters spans whose rows are stored; those that touch become one. */
  void add(Map<HistoryKey, List<Span>> spans);
}
