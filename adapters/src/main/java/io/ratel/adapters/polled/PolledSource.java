package io.ratel.adapters.polled;

import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.model.instrument.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Something outside that answers questions. One thread at a time. */
public interface PolledSource {
  /** What speaks on the other side, such as {@code fred}. */
  String kind();

  /** The markets that it may tell of; empty when it tells of none. */
  Set<Symbol> symbols();

  /** What to ask in this round, in order. */
  List<PolledRequest> requests(Instant now);

  /** How long to wait after a round, which may depend on what it told. */
  Duration pause();

  /** How many questions a second it bears, after a burst of five. */
  default double requestsPerSecond() {
    return 2;
  }

  /**
   * Reads an answer.
   *
   * @param sink what it takes is passed on when this returns, and forgotten when it throws
   * @throws RejectedFrameException when it cannot be used
   */
  void read(PolledRequest request, Frame answer, PolledSink sink) throws RejectedFrameException;
}
